internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group L: root folders and lists.
    static let libraries: [AuditRule] = [
        each("L01", .critical, of: .servarr, reading: ["rootfolder"]) { subject in
            subject.service.list("rootfolder").compactMap { root in
                guard root["accessible"]?.lenientBool == false, let path = root["path"]?.string else {
                    return nil
                }
                return subject.finding(
                    "\(subject.name) cannot reach \(path)",
                    part: path,
                    current: "not accessible",
                    good: "accessible",
                    why:
                        "The disk or share behind \(path) is not mounted, or its rights are wrong. Until it is back nothing "
                        + "of \(subject.name) should be changed: files that only seem gone would be taken for deleted."
                )
            }
        },
        each("L02", .high, of: .servarr, reading: ["rootfolder"]) { subject in
            subject.service.list("rootfolder").compactMap { root in
                guard let free = root["freeSpace"]?.lenientDouble, let path = root["path"]?.string,
                    root["accessible"]?.lenientBool != false
                else { return nil }
                let floor = min(50e9, max(10e9, (root["totalSpace"]?.lenientDouble ?? 1e12) / 20))
                guard free < floor else { return nil }
                return subject.finding(
                    "\(path) is nearly full",
                    part: path,
                    current: "\(gigabytes(free)) free",
                    good: "more than \(gigabytes(floor))",
                    why:
                        "The next imports of \(subject.name) fail, and a database on the same disk can break. Make room."
                )
            }
        },
        AuditRule(
            id: "L03",
            severity: .high,
            reads: [Reading(.servarr, "rootfolder")],
            evaluate: { snapshot in
                let roots = snapshot.services(.servarr).flatMap { service in
                    service.list("rootfolder").compactMap { root in root["path"]?.string.map { (service, $0) }
                    }
                }
                return roots.enumerated().flatMap { index, entry -> [Finding] in
                    roots.prefix(index).compactMap { other in
                        guard FolderPath(entry.1).overlaps(FolderPath(other.1)), entry.0.id != other.0.id
                        else { return nil }
                        let subject = RuleSubject(
                            rule: "L03",
                            severity: .high,
                            service: entry.0,
                            snapshot: snapshot
                        )
                        return subject.finding(
                            "\(subject.name) and \(other.0.name) share a library folder",
                            part: entry.1,
                            current: "\(entry.1) and \(other.1)",
                            good: "folders apart",
                            why: "Each takes the other's files for its own and may move or delete them."
                        )
                    }
                }
            }
        ),
        each("L04", .high, of: .servarr, reading: ["config/importlist"]) { subject in
            guard let level = subject.text("config/importlist", "listSyncLevel"),
                ["removeandkeep", "removeanddelete"].contains(level.lowercased())
            else { return [] }
            return [
                subject.finding(
                    "An import list may empty the library of \(subject.name)",
                    current: "listSyncLevel is \"\(level)\"",
                    good: "logOnly or disabled",
                    why:
                        "When a list is empty for an hour, \(subject.name) removes everything that came from it"
                        + (level.lowercased().hasSuffix("delete") ? ", files included." : "."),
                    fix: .asks,
                    change: subject.change("config/importlist", "listSyncLevel", to: "logOnly")
                )
            ]
        },
        each("L05", .medium, of: .servarr, reading: ["importlist", "rootfolder", "qualityprofile"]) {
            subject in
            guard let roots = subject.service["rootfolder"]?.array,
                let profiles = subject.service["qualityprofile"]?.array
            else { return [] }
            return subject.service.list("importlist").compactMap { list in
                let path = list["rootFolderPath"]?.string ?? ""
                let hasRoot = roots.contains { $0["path"]?.string.map { FolderPath($0) } == FolderPath(path) }
                let profile = list["qualityProfileId"]?.lenientInt
                let hasProfile = profiles.contains { $0["id"]?.lenientInt == profile }
                guard !hasRoot || !hasProfile else { return nil }
                return subject.finding(
                    "The list \"\(list.clientName)\" adds to nowhere",
                    part: list.clientName,
                    current: hasRoot
                        ? "quality profile \(profile ?? 0) is gone" : "the root folder \(path) is gone",
                    good: "a root folder and a profile that exist",
                    why: "Every title of the list fails to be added."
                )
            }
        },
        each("O01", .medium, of: .servarr, reading: ["notification"]) { subject in
            let servers: Set = ["plexserver", "mediabrowser"]
            let hasServer = subject.snapshot.services.contains {
                [.plex, .jellyfin, .emby].contains($0.kind)
            }
            guard hasServer, let all = subject.service["notification"]?.array,
                !all.contains(where: { servers.contains($0["implementation"]?.string?.lowercased() ?? "") })
            else { return [] }
            return [
                subject.finding(
                    "\(subject.name) does not tell the media server of new files",
                    current: "no connection to a media server",
                    good: "a connection with import, upgrade, rename and delete ticked",
                    why:
                        "New titles appear late in the media server, and deleted ones linger. Add it under Settings, Connect."
                )
            ]
        },
    ]

    static func gigabytes(_ bytes: Double) -> String {
        bytes >= 1e12
            ? "\(number((bytes / 1e11).rounded() / 10)) TB" : "\(number((bytes / 1e8).rounded() / 10)) GB"
    }
}
