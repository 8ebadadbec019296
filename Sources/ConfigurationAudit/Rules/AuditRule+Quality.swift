internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group Q: quality profiles, sizes and delays.
    static let quality: [AuditRule] = [
        each("Q01", .medium, of: .servarr, reading: ["qualityprofile"]) { subject in
            subject.service.list("qualityprofile").compactMap { profile in
                guard let cutoff = profile["cutoff"]?.lenientInt, let items = profile["items"]?.array,
                    profile["upgradeAllowed"]?.lenientBool == true
                else { return nil }
                let allowed = items.filter { $0["allowed"]?.lenientBool == true }
                let ids = allowed.compactMap { ($0["quality"]?["id"] ?? $0["id"])?.lenientInt }
                guard !ids.isEmpty, !ids.contains(cutoff) else { return nil }
                return subject.finding(
                    "The profile \"\(profile.clientName)\" aims at a quality that it does not allow",
                    part: profile.clientName,
                    current: "the cutoff is \(qualityName(cutoff, in: items)), which is not ticked",
                    good: "a cutoff among the ticked qualities",
                    why:
                        "\(subject.name) never reaches the cutoff, so it looks for upgrades for ever or never stops short."
                )
            }
        },
        each("Q02", .medium, of: [.radarr], reading: ["qualityprofile"]) { subject in
            let poor: Set = ["cam", "telesync", "telecine", "workprint", "dvdscr", "regional"]
            return subject.service.list("qualityprofile").compactMap { profile in
                let names = (profile["items"]?.array ?? []).filter { $0["allowed"]?.lenientBool == true }
                    .flatMap { item in [item] + (item["items"]?.array ?? []) }
                    .compactMap { $0["quality"]?["name"]?.string }
                    .filter { poor.contains($0.lowercased().filter { $0.isLetter }) }
                guard !names.isEmpty else { return nil }
                return subject.finding(
                    "The profile \"\(profile.clientName)\" takes films that were filmed in the cinema",
                    part: profile.clientName,
                    current: "\(names.joined(separator: ", ")) are allowed",
                    good: "none of CAM, TELESYNC, TELECINE, WORKPRINT, DVDSCR, REGIONAL",
                    why: "\(subject.name) grabs the first copy that appears, weeks before a real one."
                )
            }
        },
        each("Q03", .medium, of: .servarr, reading: ["qualityprofile"]) { subject in
            subject.service.list("qualityprofile").compactMap { profile in
                guard let least = profile["minFormatScore"]?.lenientInt, least < 0,
                    (profile["formatItems"]?.array ?? []).contains(where: {
                        ($0["score"]?.lenientInt ?? 0) < 0
                    })
                else { return nil }
                return subject.finding(
                    "The profile \"\(profile.clientName)\" lets unwanted formats pass",
                    part: profile.clientName,
                    current: "minFormatScore is \(least)",
                    good: "0 or more",
                    why:
                        "You gave formats a negative score to keep them out; with a minimum of \(least) they come in.",
                    fix: .asks,
                    change: subject.change("qualityprofile", profile, "minFormatScore", to: 0)
                )
            }
        },
        each("Q07", .medium, of: .servarr, reading: ["qualitydefinition"]) { subject in
            subject.service.list("qualitydefinition").compactMap { definition in
                guard let most = definition["maxSize"]?.lenientDouble, most > 0 else { return nil }
                let name = definition["title"]?.string ?? definition["quality"]?["name"]?.string ?? "?"
                let least = definition["minSize"]?.lenientDouble ?? 0
                guard most < 5 || most <= least else { return nil }
                return subject.finding(
                    "No release of quality \(name) can fit",
                    part: name,
                    current: "\(number(least)) to \(number(most)) MB a minute",
                    good: "a limit that real releases keep, or none",
                    why:
                        "At \(number(most)) MB a minute \(subject.name) rejects every \(name) release as too large."
                )
            }
        },
        each("Q10", .medium, of: .servarr, reading: ["delayprofile", "downloadclient"]) { subject in
            guard subject.service["downloadclient"] != nil else { return [] }
            let ready = Set(
                subject.service.list("downloadclient").filter { $0["enable"]?.lenientBool == true }
                    .compactMap { $0["protocol"]?.string }
            )
            return subject.service.list("delayprofile").compactMap { profile in
                let allowed = ["usenet", "torrent"].filter {
                    profile[$0 == "usenet" ? "enableUsenet" : "enableTorrent"]?.lenientBool == true
                }
                guard profile["enableUsenet"] != nil, !ready.isEmpty, ready.isDisjoint(with: allowed) else {
                    return nil
                }
                let number = profile["id"]?.lenientText ?? "?"
                return subject.finding(
                    "A delay profile of \(subject.name) lets nothing be grabbed",
                    part: number,
                    current: allowed.isEmpty
                        ? "both protocols are off" : "only \(allowed.joined()) is allowed, without a client",
                    good: "a protocol for which there is a client",
                    why: "Titles under this profile are searched and found, and never downloaded."
                )
            }
        },
        onOff(
            "Q12",
            .low,
            of: [.radarr],
            "config/indexer",
            "allowHardcodedSubs",
            good: false,
            fix: .automatic,
            "Films with burned-in subtitles are taken",
            why: "Subtitles that are part of the picture cannot be switched off."
        ),
    ]

    private static func qualityName(_ id: Int, in items: [JSONValue]) -> String {
        for item in items {
            if item["id"]?.lenientInt == id, let name = item["name"]?.string { return name }
            for quality in [item] + (item["items"]?.array ?? [])
            where quality["quality"]?["id"]?.lenientInt == id {
                return quality["quality"]?["name"]?.string ?? "\(id)"
            }
        }
        return "\(id)"
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 10).rounded() / 10)
    }
}
