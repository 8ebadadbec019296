internal import OrderedJSON

/// The quality profiles of a fresh installation.
enum QualityProfiles {
    /// The six that each application makes at its first start; ids from 1.
    static func fresh(for application: ServarrApplication) -> [JSONObject] {
        let high = "Bluray-1080p"
        return [
            profile(1, "Any", cutoff: application == .radarr ? "Bluray-480p" : "SDTV", application) {
                $0.id != 0 && $0.name != "BR-DISK"
            },
            profile(2, "SD", cutoff: "DVD", application) {
                $0.resolution <= 576 && $0.id != 0 && !pirated($0)
            },
            profile(3, "HD-720p", cutoff: "Bluray-720p", application) { $0.resolution == 720 },
            profile(4, "HD-1080p", cutoff: high, application) { $0.resolution == 1080 && plain($0) },
            profile(5, "Ultra-HD", cutoff: "Bluray-2160p", application) { $0.resolution == 2160 },
            profile(6, "HD - 720p/1080p", cutoff: high, application) {
                [720, 1080].contains($0.resolution) && plain($0)
            },
        ]
    }

    /// The ids of the qualities that a profile lets pass.
    static func allowed(by profile: JSONObject) -> Set<Int> {
        var ids: Set<Int> = []
        for item in profile["items"]?.array ?? [] where item["allowed"]?.bool == true {
            if let id = item["quality"]?["id"]?.int { ids.insert(id) }
            for inner in item["items"]?.array ?? [] {
                if let id = inner["quality"]?["id"]?.int { ids.insert(id) }
            }
        }
        return ids
    }

    /// The place of a quality in a profile, its group's place where it stands in one; higher is better.
    static func rank(of quality: Int, in profile: JSONObject) -> Int {
        (profile["items"]?.array ?? []).firstIndex { item in
            item["quality"]?["id"]?.int == quality
                || (item["items"]?.array ?? []).contains { $0["quality"]?["id"]?.int == quality }
        } ?? -1
    }

    /// The place of the cut-off, by the id of a quality or of a group.
    static func cutoffRank(in profile: JSONObject) -> Int {
        let cutoff = profile["cutoff"]?.int
        return (profile["items"]?.array ?? []).firstIndex { item in
            item["id"]?.int == cutoff || item["quality"]?["id"]?.int == cutoff
        } ?? Int.max
    }

    private static func plain(_ quality: Quality) -> Bool {
        !["BR-DISK", "Raw-HD"].contains(quality.name) && !quality.name.contains("Remux")
    }

    private static func pirated(_ quality: Quality) -> Bool {
        ["WORKPRINT", "CAM", "TELESYNC", "TELECINE", "REGIONAL", "DVDSCR"].contains(quality.name)
    }

    private static func profile(
        _ id: Int,
        _ name: String,
        cutoff: String,
        _ application: ServarrApplication,
        allows: (Quality) -> Bool
    ) -> JSONObject {
        var items: [JSONValue] = []
        var group = 1000
        let all = Quality.all(of: application)
        for quality in all {
            if quality.name.hasPrefix("WEBRip-") { continue }
            guard quality.name.hasPrefix("WEBDL-") else {
                items.append(item(quality, allowed: allows(quality)))
                continue
            }
            let resolution = quality.name.dropFirst("WEBDL-".count)
            let members = all.filter { $0.name == "WEBDL-\(resolution)" || $0.name == "WEBRip-\(resolution)" }
            items.append([
                "name": .string("WEB \(resolution)"),
                "items": .array(members.map { item($0, allowed: allows($0)) }),
                "allowed": .bool(allows(quality)), "id": .number(group),
            ])
            group += 1
        }
        var profile: JSONObject = [
            "name": .string(name), "upgradeAllowed": .bool(name != "Any"),
            "cutoff": .number(Quality.named(cutoff, in: application).id), "items": .array(items),
            "minFormatScore": 0, "cutoffFormatScore": 0, "minUpgradeFormatScore": 1, "formatItems": [],
        ]
        if application == .radarr { profile["language"] = ["id": 1, "name": "English"] }
        profile["id"] = .number(id)
        return profile
    }

    private static func item(_ quality: Quality, allowed: Bool) -> JSONValue {
        ["quality": quality.json, "items": [], "allowed": .bool(allowed)]
    }
}
