internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group E: where releases come from.
    static let indexers: [AuditRule] = [
        each("E01", .critical, of: .servarr, reading: ["indexer"]) { subject in
            guard let all = subject.service["indexer"]?.array else { return [] }
            let missing = [
                ("enableRss", "new releases"), ("enableAutomaticSearch", "automatic search"),
                ("enableInteractiveSearch", "search by hand"),
            ].filter { field, _ in !all.contains { $0[field]?.lenientBool == true } }
            guard !missing.isEmpty else { return [] }
            let words = missing.map(\.1).joined(separator: ", ")
            return [
                subject.finding(
                    all.isEmpty
                        ? "\(subject.name) has no indexer" : "No indexer of \(subject.name) serves \(words)",
                    current: all.isEmpty ? "none" : "\(all.count) indexers, none for \(words)",
                    good: "at least one for each way of searching",
                    why:
                        "\(subject.name) finds nothing this way. Add indexers under Settings, Indexers, or through Prowlarr."
                )
            ]
        },
        each("E02", .high, of: .servarr, reading: ["health"]) { subject in
            subject.service.list("health")
                .filter {
                    ["IndexerLongTermStatusCheck", "IndexerStatusCheck"].contains($0["source"]?.string ?? "")
                }
                .map { item in
                    subject.finding(
                        "Indexers of \(subject.name) fail",
                        part: item["source"]?.string,
                        current: item["message"]?.string ?? "an indexer fails",
                        good: "all indexers answer",
                        why:
                            "After hours of failures it is a wrong key, an expired account or a ban; look at the indexer's page."
                    )
                }
        },
        each("E03", .high, of: .servarr, reading: ["config/indexer"]) { subject in
            guard let minutes = subject.int("config/indexer", "rssSyncInterval"), !(15...60).contains(minutes)
            else {
                return []
            }
            let good = subject.service.kind == .radarr ? 30 : 15
            return [
                subject.finding(
                    minutes == 0
                        ? "\(subject.name) never looks for new releases"
                        : "\(subject.name) asks for new releases every \(minutes) minutes",
                    current: "rssSyncInterval is \(minutes)",
                    good: "15 to 60 minutes",
                    why: minutes == 0
                        ? "With 0 nothing is grabbed by itself."
                        : minutes < 15
                            ? "So often that indexers may ban you." : "So seldom that releases are missed.",
                    fix: .asks,
                    change: subject.change("config/indexer", "rssSyncInterval", to: .number(good))
                )
            ]
        },
        AuditRule(
            id: "E04",
            severity: .low,
            reads: [
                Reading(.servarr, "config/indexer"), Reading(.servarr, "downloadclient"),
                Reading(.sabnzbd, "misc"),
            ],
            evaluate: { snapshot in
                var seen: Set<ServiceID> = []
                return sabnzbdClients(in: snapshot).compactMap { owner, _, sabnzbd in
                    let subject = owner(rule: "E04", .low)
                    guard seen.insert(owner.service.id).inserted,
                        let age = subject.int("config/indexer", "minimumAge"),
                        age < 5, sabnzbd["misc"]?["propagation_delay"]?.lenientInt == 0
                    else { return nil }
                    return subject.finding(
                        "Posts are fetched the minute they appear",
                        current: "minimumAge of \(owner.name) is \(age), propagation_delay of SABnzbd is 0",
                        good: "5 to 30 minutes in one of the two",
                        why:
                            "A post needs minutes to reach all servers; fetched at once it lacks articles and fails.",
                        fix: .asks,
                        change: subject.change("config/indexer", "minimumAge", to: 10)
                    )
                }
            }
        ),
        each("E07", .medium, of: .servarr, reading: ["indexer"]) { subject in
            subject.service.list("indexer").compactMap { indexer in
                guard isUsed(indexer), indexer["protocol"]?.string == "torrent",
                    let least = indexer.setting("fields.minimumSeeders")?.lenientInt, least < 1
                else { return nil }
                return subject.finding(
                    "\(indexer.clientName) may hand out torrents without seeders",
                    part: indexer.clientName,
                    current: "minimumSeeders is \(least)",
                    good: "1 on private trackers, 5 on public ones",
                    why:
                        "A torrent without seeders never ends; it is the commonest cause of a stalled queue.",
                    fix: .asks,
                    change: subject.change("indexer", indexer, "fields.minimumSeeders", to: 1)
                )
            }
        },
        each("E08", .medium, of: .servarr, reading: ["indexer"]) { subject in
            let field = "fields.rejectBlocklistedTorrentHashesWhileGrabbing"
            return subject.service.list("indexer").compactMap { indexer in
                guard isUsed(indexer), indexer["protocol"]?.string == "torrent",
                    indexer.setting(field)?.lenientBool == false
                else { return nil }
                return subject.finding(
                    "\(indexer.clientName) may bring a blocked torrent again",
                    part: indexer.clientName,
                    current: "rejectBlocklistedTorrentHashesWhileGrabbing is off",
                    good: "on",
                    why: "The same dead torrent under another name is grabbed again and again.",
                    fix: .automatic,
                    change: subject.change("indexer", indexer, field, to: true)
                )
            }
        },
        each("E09", .medium, of: .servarr, reading: ["indexer", "downloadclient"]) { subject in
            guard subject.service["downloadclient"] != nil else { return [] }
            let ids = Set(subject.service.list("downloadclient").compactMap { $0["id"]?.lenientInt })
            return subject.service.list("indexer").compactMap { indexer in
                guard let client = indexer["downloadClientId"]?.lenientInt, client != 0, !ids.contains(client)
                else {
                    return nil
                }
                return subject.finding(
                    "\(indexer.clientName) is tied to a download client that is gone",
                    part: indexer.clientName,
                    current: "downloadClientId is \(client)",
                    good: "any client, or one that exists",
                    why: "Every grab from \(indexer.clientName) fails.",
                    fix: .asks,
                    change: subject.change("indexer", indexer, "downloadClientId", to: 0)
                )
            }
        },
        each("E10", .medium, of: .servarr, reading: ["indexer"]) { subject in
            let used = subject.service.list("indexer").filter(isUsed)
            let synced = used.filter { isThroughProwlarr($0) }
            return used.compactMap { indexer in
                guard !isThroughProwlarr(indexer),
                    let twin = synced.first(where: { bareName($0.clientName) == bareName(indexer.clientName) }
                    )
                else { return nil }
                return subject.finding(
                    "\(indexer.clientName) is asked twice, directly and through Prowlarr",
                    part: indexer.clientName,
                    current: "\(indexer.clientName) and \(twin.clientName)",
                    good: "once, through Prowlarr",
                    why:
                        "Each search counts twice against the account's limit, and accounts have been banned for it. "
                        + "Delete the direct one under Settings, Indexers."
                )
            }
        },
        each("E11", .high, of: .servarr, reading: ["indexer"]) { subject in
            subject.service.list("indexer").compactMap { indexer in
                guard let url = indexer.setting("fields.baseUrl")?.string?.lowercased(),
                    url.contains("/indexers/all/") || url.hasSuffix("/all") || url.contains("/all/results")
                else { return nil }
                return subject.finding(
                    "\(indexer.clientName) is Jackett's \"all\"",
                    part: indexer.clientName,
                    current: url,
                    good: "one entry for each indexer",
                    why:
                        "The aggregate is not supported: categories get mixed up and one slow indexer stops them all."
                )
            }
        },
    ]

    private static func isThroughProwlarr(_ indexer: JSONValue) -> Bool {
        if indexer.clientName.lowercased().hasSuffix("(prowlarr)") { return true }
        // Prowlarr hands out addresses of the form http://prowlarr:9696/<number>/.
        guard let url = indexer.setting("fields.baseUrl")?.string, let parts = URL(string: url) else {
            return false
        }
        let place = parts.path.split(separator: "/")
        return place.count == 1 && place.first.flatMap { Int($0) } != nil
    }

    private static func bareName(_ name: String) -> String {
        name.lowercased().replacing("(prowlarr)", with: "").filter { $0.isLetter || $0.isNumber }
    }
}
