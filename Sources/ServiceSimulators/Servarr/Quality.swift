internal import OrderedJSON

/// The two applications that share their API's ground.
public enum ServarrApplication: String, Sendable, Hashable {
    case radarr, sonarr
}

/// A quality as an application names it.
struct Quality: Sendable, Hashable {
    let id: Int
    let name: String
    let source: String
    let resolution: Int
    /// Radarr only.
    let modifier: String?

    init(_ id: Int, _ name: String, _ source: String, _ resolution: Int, _ modifier: String? = nil) {
        self.id = id
        self.name = name
        self.source = source
        self.resolution = resolution
        self.modifier = modifier
    }

    var json: JSONValue {
        var object: JSONObject = [
            "id": .number(id), "name": .string(name), "source": .string(source),
            "resolution": .number(resolution),
        ]
        if let modifier { object["modifier"] = .string(modifier) }
        return .object(object)
    }

    /// With a revision, as releases and files carry it.
    var model: JSONValue {
        ["quality": json, "revision": ["version": 1, "real": 0, "isRepack": false]]
    }
}

extension Quality {
    /// The qualities of an application, the worst first.
    static func all(of application: ServarrApplication) -> [Quality] {
        switch application {
        case .radarr: radarr
        case .sonarr: sonarr
        }
    }

    /// The quality of that name.
    static func named(_ name: String, in application: ServarrApplication) -> Quality {
        all(of: application).first { $0.name == name } ?? all(of: application)[0]
    }

    /// Source: the quality list of Radarr 5 (`Quality.cs`).
    private static let radarr: [Quality] = [
        Quality(0, "Unknown", "unknown", 0, "none"), Quality(24, "WORKPRINT", "workprint", 0, "none"),
        Quality(25, "CAM", "cam", 0, "none"), Quality(26, "TELESYNC", "telesync", 0, "none"),
        Quality(27, "TELECINE", "telecine", 0, "none"), Quality(29, "REGIONAL", "dvd", 480, "regional"),
        Quality(28, "DVDSCR", "dvd", 480, "screener"), Quality(1, "SDTV", "tv", 480, "none"),
        Quality(2, "DVD", "dvd", 0, "none"), Quality(23, "DVD-R", "dvd", 480, "remux"),
        Quality(8, "WEBDL-480p", "webdl", 480, "none"), Quality(12, "WEBRip-480p", "webrip", 480, "none"),
        Quality(20, "Bluray-480p", "bluray", 480, "none"), Quality(21, "Bluray-576p", "bluray", 576, "none"),
        Quality(4, "HDTV-720p", "tv", 720, "none"), Quality(5, "WEBDL-720p", "webdl", 720, "none"),
        Quality(14, "WEBRip-720p", "webrip", 720, "none"), Quality(6, "Bluray-720p", "bluray", 720, "none"),
        Quality(9, "HDTV-1080p", "tv", 1080, "none"), Quality(3, "WEBDL-1080p", "webdl", 1080, "none"),
        Quality(15, "WEBRip-1080p", "webrip", 1080, "none"),
        Quality(7, "Bluray-1080p", "bluray", 1080, "none"),
        Quality(30, "Remux-1080p", "bluray", 1080, "remux"), Quality(16, "HDTV-2160p", "tv", 2160, "none"),
        Quality(18, "WEBDL-2160p", "webdl", 2160, "none"),
        Quality(17, "WEBRip-2160p", "webrip", 2160, "none"),
        Quality(19, "Bluray-2160p", "bluray", 2160, "none"),
        Quality(31, "Remux-2160p", "bluray", 2160, "remux"),
        Quality(22, "BR-DISK", "bluray", 1080, "brdisk"), Quality(10, "Raw-HD", "tv", 1080, "rawhd"),
    ]

    /// Source: the quality list of Sonarr 4 (`Quality.cs`).
    private static let sonarr: [Quality] = [
        Quality(0, "Unknown", "unknown", 0), Quality(1, "SDTV", "television", 480),
        Quality(8, "WEBDL-480p", "web", 480), Quality(12, "WEBRip-480p", "webRip", 480),
        Quality(2, "DVD", "dvd", 480), Quality(13, "Bluray-480p", "bluray", 480),
        Quality(22, "Bluray-576p", "bluray", 576), Quality(4, "HDTV-720p", "television", 720),
        Quality(9, "HDTV-1080p", "television", 1080), Quality(10, "Raw-HD", "televisionRaw", 1080),
        Quality(5, "WEBDL-720p", "web", 720), Quality(14, "WEBRip-720p", "webRip", 720),
        Quality(6, "Bluray-720p", "bluray", 720), Quality(3, "WEBDL-1080p", "web", 1080),
        Quality(15, "WEBRip-1080p", "webRip", 1080), Quality(7, "Bluray-1080p", "bluray", 1080),
        Quality(20, "Bluray-1080p Remux", "blurayRaw", 1080), Quality(16, "HDTV-2160p", "television", 2160),
        Quality(18, "WEBDL-2160p", "web", 2160), Quality(17, "WEBRip-2160p", "webRip", 2160),
        Quality(19, "Bluray-2160p", "bluray", 2160), Quality(21, "Bluray-2160p Remux", "blurayRaw", 2160),
    ]
}

extension Quality {
    /// The place among the application's qualities; higher is better.
    func weight(in application: ServarrApplication) -> Int {
        Quality.all(of: application).firstIndex(of: self) ?? 0
    }

    /// The quality that the name of a release tells.
    static func parsed(from title: String, in application: ServarrApplication) -> Quality {
        let title = title.lowercased()
        let resolution = ["2160p", "1080p", "720p", "576p", "480p"].first { title.contains($0) }
        if application == .radarr {
            if title.contains("telesync") || title.contains(".ts.") {
                return named("TELESYNC", in: application)
            }
            if title.contains(".cam.") || title.contains("hdcam") { return named("CAM", in: application) }
        }
        let name =
            if title.contains("remux") {
                application == .radarr
                    ? "Remux-\(resolution ?? "1080p")" : "Bluray-\(resolution ?? "1080p") Remux"
            } else if title.contains("bluray") || title.contains("blu-ray") {
                "Bluray-\(resolution ?? "720p")"
            } else if title.contains("webrip") {
                "WEBRip-\(resolution ?? "480p")"
            } else if title.contains("web") {
                "WEBDL-\(resolution ?? "480p")"
            } else if title.contains("hdtv") {
                resolution.map { "HDTV-\($0)" } ?? "SDTV"
            } else if title.contains("dvd") {
                "DVD"
            } else if let resolution, resolution != "480p", resolution != "576p" {
                "HDTV-\(resolution)"
            } else {
                title.contains("xvid") ? "SDTV" : "Unknown"
            }
        return named(name, in: application)
    }
}
