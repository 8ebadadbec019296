internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group B: how Sonarr and Radarr handle downloads.
    static let clients: [AuditRule] = [
        onOff(
            "B01",
            .high,
            of: .servarr,
            "config/downloadclient",
            "enableCompletedDownloadHandling",
            good: true,
            fix: .automatic,
            "Finished downloads are not imported",
            why:
                "Whatever is downloaded stays in the download folder; {name} never moves it into the library."
        ),
        onOff(
            "B02",
            .high,
            of: .servarr,
            "config/downloadclient",
            "autoRedownloadFailed",
            good: true,
            fix: .automatic,
            "A failed download is not looked for again",
            why:
                "When a download fails, {name} says nothing and does nothing; nobody looks for another release."
        ),
        onOff(
            "B03",
            .low,
            of: .servarr,
            "config/downloadclient",
            "autoRedownloadFailedFromInteractiveSearch",
            good: true,
            fix: .asks,
            "A failed download that was picked by hand is not looked for again",
            why: "What you picked yourself fails as often as anything else, and {name} then does nothing."
        ),
        each("B04", .critical, of: .servarr, reading: ["downloadclient", "indexer"]) { subject in
            guard subject.service["downloadclient"] != nil, subject.service["indexer"] != nil else {
                return []
            }
            let ready = Set(
                subject.service.list("downloadclient").filter { $0["enable"]?.lenientBool == true }
                    .compactMap { $0["protocol"]?.string }
            )
            let wanted = Set(
                subject.service.list("indexer").filter(isUsed).compactMap { $0["protocol"]?.string }
            )
            return wanted.subtracting(ready).sorted().map { kind in
                subject.finding(
                    "\(subject.name) has \(kind) indexers but no \(kind) client",
                    part: kind,
                    current: "no enabled \(kind) client",
                    good: "one enabled client for \(kind)",
                    why: "\(subject.name) finds \(kind) releases and has nothing to download them with. "
                        + "Add one under Settings, Download Clients."
                )
            }
        },
        each("B05", .medium, of: .servarr, reading: ["downloadclient"]) { subject in
            subject.service.list("downloadclient").compactMap { client in
                guard client["enable"]?.lenientBool == true, client["protocol"]?.string == "usenet",
                    client["removeCompletedDownloads"]?.lenientBool == false
                else { return nil }
                return subject.finding(
                    "Finished jobs stay in the history of \(client.clientName)",
                    part: client.clientName,
                    current: "removeCompletedDownloads is off",
                    good: "on",
                    why:
                        "\(subject.name) reads only the newest 60 entries of the history; a full one hides new results.",
                    fix: .automatic,
                    change: subject.change("downloadclient", client, "removeCompletedDownloads", to: true)
                )
            }
        },
        each("B06", .medium, of: .servarr, reading: ["downloadclient"]) { subject in
            subject.service.list("downloadclient").compactMap { client in
                guard client["enable"]?.lenientBool == true,
                    client["removeFailedDownloads"]?.lenientBool == false
                else { return nil }
                return subject.finding(
                    "Failed downloads stay on the disk of \(client.clientName)",
                    part: client.clientName,
                    current: "removeFailedDownloads is off",
                    good: "on",
                    why:
                        "What failed is of no use, and its folders fill the disk until somebody clears them by hand.",
                    fix: .automatic,
                    change: subject.change("downloadclient", client, "removeFailedDownloads", to: true)
                )
            }
        },
        each("B07", .high, of: .servarr, reading: ["downloadclient"]) { subject in
            subject.service.list("downloadclient").compactMap { client in
                guard client["enable"]?.lenientBool == true, let field = client.categoryField,
                    client.setting(field)?.lenientText?.isEmpty ?? true
                else { return nil }
                let wanted = subject.service.kind == .radarr ? "movies" : "tv"
                return subject.finding(
                    "\(subject.name) uses no category in \(client.clientName)",
                    part: client.clientName,
                    current: "the category is empty",
                    good: "a category of its own, such as \"\(wanted)\"",
                    why:
                        "Without one \(subject.name) touches other programs' jobs in \(client.clientName), or misses its own.",
                    fix: .asks,
                    change: subject.change("downloadclient", client, field, to: .string(wanted))
                )
            }
        },
        each("B10", .medium, of: .servarr, reading: ["downloadclient", "system/status", "health"]) {
            subject in
            let status = subject.service["system/status"]
            guard (status?["isDocker"] ?? status?["isContainerized"])?.lenientBool == true else { return [] }
            let isBroken = subject.service.list("health").contains {
                $0["source"]?.string == "DownloadClientCheck"
                    || $0["source"]?.string == "DownloadClientStatusCheck"
            }
            return subject.service.list("downloadclient").compactMap { client in
                guard isBroken, client["enable"]?.lenientBool == true,
                    let host = client.setting("fields.host")?.string,
                    ["localhost", "127.0.0.1", "::1"].contains(host)
                else { return nil }
                return subject.finding(
                    "\(subject.name) looks for \(client.clientName) inside its own container",
                    part: client.clientName,
                    current: "host is \"\(host)\"",
                    good: "the other container's name, or the address of the machine",
                    why: "\(subject.name) runs in a container, where \(host) is the container itself; "
                        + "\(client.clientName) is not there."
                )
            }
        },
        each("B13", .medium, of: .servarr, reading: ["remotepathmapping", "downloadclient"]) { subject in
            guard subject.service["downloadclient"] != nil else { return [] }
            let hosts = Set(
                subject.service.list("downloadclient").compactMap {
                    $0.setting("fields.host")?.string?.lowercased()
                }
            )
            return subject.service.list("remotepathmapping").compactMap { mapping in
                guard let host = mapping["host"]?.string, !hosts.contains(host.lowercased()) else {
                    return nil
                }
                let remote = mapping["remotePath"]?.string ?? "?"
                return subject.finding(
                    "A path mapping of \(subject.name) belongs to no download client",
                    part: "\(host)-\(remote)",
                    current: "\(host): \(remote) to \(mapping["localPath"]?.string ?? "?")",
                    good: "one mapping for each client whose paths differ, and no other",
                    why:
                        "No client of \(subject.name) has the host \"\(host)\", so the mapping does nothing but confuse. "
                        + "Delete it under Settings, Download Clients."
                )
            }
        },
        health(
            "B14",
            "DownloadClientRemovesCompletedDownloadsCheck",
            "The download client removes jobs before they are imported",
            "keep finished jobs in the client's history",
            "sees finished jobs vanish before it could import them; see the finding on SABnzbd's history."
        ),
        health(
            "B15",
            "DownloadClientSortingCheck",
            "The download client sorts what it should leave alone",
            "no sorting for the categories of Sonarr and Radarr",
            "cannot match what the client has renamed or moved; see the finding on SABnzbd's sorting."
        ),
        each("B17", .low, of: .servarr, reading: ["downloadclient", "indexer", "delayprofile", "tag/detail"])
        { subject in
            guard let tags = subject.service["tag/detail"]?.array else { return [] }
            let field = subject.service.kind == .radarr ? "movieIds" : "seriesIds"
            let unused = tags.filter { ($0[field]?.array ?? []).isEmpty }
            let labels = Dictionary(
                unused.compactMap { tag in tag["id"]?.lenientInt.map { ($0, tag["label"]?.string ?? "?") } },
                uniquingKeysWith: { first, _ in first }
            )
            return ["downloadclient", "indexer"].flatMap { document in
                subject.service.list(document).compactMap { entry in
                    let used = (entry["tags"]?.array ?? []).compactMap(\.lenientInt)
                    guard !used.isEmpty, used.allSatisfy({ labels[$0] != nil }) else { return nil }
                    let words = used.compactMap { labels[$0] }.joined(separator: ", ")
                    return subject.finding(
                        "\(entry.clientName) is used for nothing: its tag is on no title",
                        part: "\(document)-\(entry.clientName)",
                        current: "tagged \(words)",
                        good: "no tag, or a tag that titles carry",
                        why:
                            "A tag limits \(entry.clientName) to titles that carry it, and none does; it is in effect off."
                    )
                }
            }
        },
    ]

    /// A rule on one of the application's own checks; keyed on its source, since its text is translated.
    private static func health(
        _ id: String,
        _ source: String,
        _ title: String,
        _ good: String,
        _ why: String
    ) -> AuditRule {
        each(id, .high, of: .servarr, reading: ["health"]) { subject in
            subject.service.list("health").filter { $0["source"]?.string == source }.prefix(1).map { item in
                subject.finding(
                    title,
                    current: item["message"]?.string ?? source,
                    good: good,
                    why: "\(subject.name) \(why)"
                )
            }
        }
    }

    /// Whether an indexer is used for anything.
    static func isUsed(_ indexer: JSONValue) -> Bool {
        ["enableRss", "enableAutomaticSearch", "enableInteractiveSearch"].contains {
            indexer[$0]?.lenientBool == true
        }
    }
}

extension JSONValue {
    /// The name that a provider (client, indexer) was given.
    var clientName: String { self["name"]?.string ?? "the client" }

    /// The setting that holds an arr's category in a client; nil where the client has none.
    var categoryField: String? {
        ["fields.tvCategory", "fields.movieCategory", "fields.musicCategory"].first { name in
            self["fields"]?.array?.contains { $0["name"]?.string == String(name.dropFirst(7)) } ?? false
        }
    }
}
