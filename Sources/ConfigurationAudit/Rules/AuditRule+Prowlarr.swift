internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group G, and what of group E only Prowlarr can tell: the indexers behind Sonarr and Radarr.
    static let prowlarr: [AuditRule] = [
        AuditRule(
            id: "E06",
            severity: .high,
            reads: [Reading(.servarr, "indexer"), Reading(.prowlarr, "indexer")],
            evaluate: { snapshot in
                let directory = directory(of: snapshot)
                return snapshot.services(.servarr).flatMap { service -> [Finding] in
                    let subject = RuleSubject(
                        rule: "E06",
                        severity: .high,
                        service: service,
                        snapshot: snapshot
                    )
                    return service.list("indexer").compactMap { indexer -> Finding? in
                        guard isUsed(indexer), indexer["protocol"]?.string == "torrent",
                            let known = directory.indexer(
                                named: indexer.clientName,
                                address: indexer.setting("fields.baseUrl")?.string
                            ), known.privacy == .closed,
                            isUnset(indexer, "fields.seedCriteria.seedRatio"),
                            isUnset(indexer, "fields.seedCriteria.seedTime")
                        else { return nil }
                        return subject.finding(
                            "Torrents of \(indexer.clientName), a private tracker, may be removed too early",
                            part: indexer.clientName,
                            current: "no seed ratio and no seed time",
                            good: "what the rules of \(known.name) ask for",
                            why:
                                "A private tracker counts a torrent that is removed early as a hit and run, and bans for it. "
                                + "Set the ratio or time that its rules name, in Prowlarr, so that every application gets it."
                        )
                    }
                }
            }
        ),
        AuditRule(
            id: "G01",
            severity: .high,
            reads: [Reading(.prowlarr, "applications"), Reading(.servarr, "system/status")],
            evaluate: { snapshot in
                snapshot.services(.prowlarr).flatMap { prowlarr -> [Finding] in
                    guard let applications = prowlarr["applications"]?.array else { return [] }
                    let subject = RuleSubject(
                        rule: "G01",
                        severity: .high,
                        service: prowlarr,
                        snapshot: snapshot
                    )
                    return notServed(applications, subject) + halfServed(applications, subject)
                }
            }
        ),
        each("G02", .medium, of: .prowlarr, reading: ["indexerstatus", "indexer"]) { subject in
            subject.service.list("indexerstatus").compactMap { status -> Finding? in
                guard let till = status["disabledTill"].flatMap({ ServiceDate($0) })?.date,
                    till > subject.snapshot.time
                else { return nil }
                let id = status["indexerId"]?.lenientText
                let indexer = subject.service.list("indexer").first { $0["id"]?.lenientText == id }
                let name = indexer?.clientName ?? "indexer \(id ?? "?")"
                let minutes = max(1, Int(till.timeIntervalSince(subject.snapshot.time) / 60))
                return subject.finding(
                    "\(name) failed and is left alone for \(minutes) minutes",
                    part: name,
                    current: "Prowlarr asks it again in \(minutes) minutes",
                    good: "every indexer answers",
                    why:
                        "Nothing of \(name) is found meanwhile. It is a limit that was reached, a wrong key, or a ban; "
                        + "the indexer's own page tells, and a test of it in Prowlarr."
                )
            }
        },
        each("G04", .medium, of: .prowlarr, reading: ["applications"]) { subject in
            let field = "fields.syncRejectBlocklistedTorrentHashesWhileGrabbing"
            return subject.service.list("applications").compactMap { application -> Finding? in
                guard isServing(application), application.setting(field)?.lenientBool == false else {
                    return nil
                }
                return subject.finding(
                    "\(subject.name) lets \(application.clientName) take blocked torrents again",
                    part: application.clientName,
                    current: "syncRejectBlocklistedTorrentHashesWhileGrabbing is off",
                    good: "on",
                    why:
                        "Each synchronisation switches the protection off in \(application.clientName), "
                        + "and the same dead torrent under another name is grabbed again and again.",
                    fix: .automatic,
                    change: subject.change("applications", application, field, to: true)
                )
            }
        },
        each("G05", .medium, of: .prowlarr, reading: ["appprofile", "indexer"]) { subject in
            let open = subject.service.list("indexer").filter {
                $0["enable"]?.lenientBool != false && $0["protocol"]?.string == "torrent"
                    && $0["privacy"]?.string == IndexerPrivacy.open.rawValue
            }
            return subject.service.list("appprofile").compactMap { profile -> Finding? in
                let used = open.filter { $0["appProfileId"]?.lenientInt == profile["id"]?.lenientInt }
                guard let least = profile["minimumSeeders"]?.lenientInt, least < 5, !used.isEmpty else {
                    return nil
                }
                return subject.finding(
                    "Torrents with hardly a seeder are taken from public trackers",
                    part: profile.clientName,
                    current: "minimumSeeders of the profile \"\(profile.clientName)\" is \(least)",
                    good: "5 or more",
                    why:
                        "Seeders of \(used.map(\.clientName).joined(separator: ", ")) come and go; a torrent with \(least) "
                        + "often never ends. It is the commonest cause of a stalled queue.",
                    fix: .asks,
                    change: subject.change("appprofile", profile, "minimumSeeders", to: 5)
                )
            }
        },
    ]

    /// The indexers of all Prowlarrs of a snapshot.
    private static func directory(of snapshot: ConfigurationSnapshot) -> IndexerDirectory {
        IndexerDirectory(
            snapshot.services(.prowlarr).flatMap { prowlarr -> [KnownIndexer] in
                prowlarr.list("indexer").compactMap { indexer -> KnownIndexer? in
                    guard let id = indexer["id"]?.lenientInt,
                        let privacy = indexer["privacy"]?.string.flatMap(IndexerPrivacy.init(rawValue:))
                    else { return nil }
                    return KnownIndexer(
                        service: prowlarr.id,
                        id: id,
                        name: indexer.clientName,
                        privacy: privacy
                    )
                }
            }
        )
    }

    private static func isUnset(_ indexer: JSONValue, _ setting: String) -> Bool {
        indexer.setting(setting)?.lenientDouble == nil
    }

    private static func isServing(_ application: JSONValue) -> Bool {
        application["syncLevel"]?.string.map { $0 != "disabled" } ?? false
    }

    /// The connected Sonarrs and Radarrs for which Prowlarr has no application.
    private static func notServed(_ applications: [JSONValue], _ subject: RuleSubject) -> [Finding] {
        [ServiceKind.sonarr, .radarr].compactMap { kind -> Finding? in
            let instances = subject.snapshot.services([kind])
            let served = applications.filter {
                $0["implementation"]?.string?.lowercased() == kind.rawValue && isServing($0)
            }
            guard served.count < instances.count else { return nil }
            let names = instances.map(\.name).joined(separator: ", ")
            return subject.finding(
                "\(subject.name) does not serve \(served.isEmpty ? names : "every \(kind.displayName)")",
                part: kind.rawValue,
                current: "\(served.count) of \(instances.count)",
                good: "an application for each",
                why:
                    "Indexers that are added or changed in \(subject.name) do not reach \(names). "
                    + "Add it under Settings, Apps, with full synchronisation."
            )
        }
    }

    /// The applications that get new indexers but no changes of them.
    private static func halfServed(_ applications: [JSONValue], _ subject: RuleSubject) -> [Finding] {
        applications.compactMap { application -> Finding? in
            guard application["syncLevel"]?.string == "addOnly" else { return nil }
            return subject.finding(
                "\(application.clientName) gets new indexers, but no changes of them",
                part: application.clientName,
                current: "syncLevel is \"addOnly\"",
                good: "\"fullSync\"",
                why:
                    "What you change in \(subject.name) later, a key or a category, stays old in \(application.clientName).",
                fix: .asks,
                change: subject.change("applications", application, "syncLevel", to: "fullSync")
            )
        }
    }
}
