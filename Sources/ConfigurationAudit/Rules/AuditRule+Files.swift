internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    private static let media = "config/mediamanagement"

    /// Group F: what Sonarr and Radarr do with files.
    static let files: [AuditRule] = [
        each("F01", .high, of: .servarr, reading: [media, "downloadclient"]) { subject in
            let hasTorrents = subject.service.list("downloadclient").contains {
                $0["enable"]?.lenientBool == true && $0["protocol"]?.string == "torrent"
            }
            guard hasTorrents, subject.flag(media, "copyUsingHardlinks") == false else { return [] }
            return [
                subject.finding(
                    "\(subject.name) copies torrents instead of linking them",
                    current: "copyUsingHardlinks is off",
                    good: "on",
                    why:
                        "Every torrent that still seeds takes its space twice, and each import copies for minutes.",
                    fix: .automatic,
                    change: subject.change(media, "copyUsingHardlinks", to: true)
                )
            ]
        },
        each("F03", .medium, of: .servarr, reading: [media, "rootfolder"]) { subject in
            guard let bin = subject.text(media, "recycleBin") else { return [] }
            let inside = subject.service.list("rootfolder").compactMap { $0["path"]?.string }
                .first { FolderPath($0).contains(FolderPath(bin)) }
            guard bin.isEmpty || inside != nil else { return [] }
            return [
                subject.finding(
                    bin.isEmpty
                        ? "\(subject.name) deletes for good" : "The recycle bin lies inside the library",
                    current: bin.isEmpty ? "no recycle bin" : "\(bin), inside \(inside ?? "")",
                    good: "a folder on the same disk, outside every root folder",
                    why: bin.isEmpty
                        ? "An upgrade or a slip in \(subject.name) deletes files that nothing brings back. "
                            + "Set a folder under Settings, Media Management."
                        : "\(subject.name) takes what it has thrown away for part of the library."
                )
            ]
        },
        each("F04", .low, of: .servarr, reading: [media]) { subject in
            guard let bin = subject.text(media, "recycleBin"), !bin.isEmpty,
                let days = subject.int(media, "recycleBinCleanupDays"), !(7...30).contains(days)
            else { return [] }
            return [
                subject.finding(
                    "The recycle bin of \(subject.name) is emptied \(days == 0 ? "never" : "after \(days) days")",
                    current: "recycleBinCleanupDays is \(days)",
                    good: "7 to 30",
                    why: days == 0
                        ? "It grows until the disk is full."
                        : "Mistakes are often seen only after a week or two.",
                    fix: .automatic,
                    change: subject.change(media, "recycleBinCleanupDays", to: 14)
                )
            ]
        },
        each("F05", .medium, of: .servarr, reading: [media, "customformat", "qualityprofile"]) { subject in
            guard let choice = subject.text(media, "downloadPropersAndRepacks"), choice != "doNotPrefer"
            else { return [] }
            let repacks = Set(
                subject.service.list("customformat").compactMap { format -> Int? in
                    guard let name = format["name"]?.string?.lowercased(),
                        name.contains("repack") || name.contains("proper")
                    else { return nil }
                    return format["id"]?.lenientInt
                }
            )
            let isScored = subject.service.list("qualityprofile").contains { profile in
                (profile["formatItems"]?.array ?? []).contains {
                    repacks.contains($0["format"]?.lenientInt ?? -1) && ($0["score"]?.lenientInt ?? 0) != 0
                }
            }
            guard isScored else { return [] }
            return [
                subject.finding(
                    "Propers and repacks are preferred twice in \(subject.name)",
                    current:
                        "downloadPropersAndRepacks is \"\(choice)\", and a custom format scores them too",
                    good: "doNotPrefer, with the custom format's score",
                    why: "The two ways fight: a repack can replace a file that scores higher.",
                    fix: .automatic,
                    change: subject.change(media, "downloadPropersAndRepacks", to: "doNotPrefer")
                )
            ]
        },
        onOff(
            "F06",
            .medium,
            of: .servarr,
            media,
            "enableMediaInfo",
            good: true,
            fix: .automatic,
            "Files are not looked into",
            why:
                "{name} then does not know codec, HDR, languages or length of a file: samples pass, and names lack them."
        ),
        onOff(
            "F07",
            .medium,
            of: .servarr,
            media,
            "skipFreeSpaceCheckWhenImporting",
            good: false,
            fix: .automatic,
            "Imports do not look at free space",
            why: "{name} fills the disk to the last byte; half-copied files and broken databases follow."
        ),
        each("F07", .medium, of: .servarr, reading: [media]) { subject in
            guard let least = subject.int(media, "minimumFreeSpaceWhenImporting"), least < 1000 else {
                return []
            }
            return [
                subject.finding(
                    "\(subject.name) leaves only \(least) MB free",
                    part: "minimum",
                    current: "minimumFreeSpaceWhenImporting is \(least)",
                    good: "1000 or more",
                    why: "With \(least) MB left, databases on the same disk break before the import stops.",
                    fix: .asks,
                    change: subject.change(media, "minimumFreeSpaceWhenImporting", to: 5000)
                )
            ]
        },
        each("F08", .low, of: .servarr, reading: [media]) { subject in
            guard let imports = subject.flag(media, "importExtraFiles") else { return [] }
            let extensions = subject.text(media, "extraFileExtensions") ?? ""
            let listed = extensions.lowercased().split { !$0.isLetter && !$0.isNumber }
            guard !imports || !listed.contains("srt") else { return [] }
            return [
                subject.finding(
                    "Subtitles that come along are left behind",
                    current: imports ? "only \(extensions) are taken" : "importExtraFiles is off",
                    good: "on, with srt",
                    why:
                        "Releases bring subtitles of their own; \(subject.name) leaves them in the download folder.",
                    fix: .asks,
                    change: subject.change(
                        media,
                        [
                            ("importExtraFiles", true),
                            (
                                "extraFileExtensions",
                                .string(extensions.isEmpty ? "srt" : extensions + ",srt")
                            ),
                        ]
                    )
                )
            ]
        },
        each("F09", .medium, of: .servarr, reading: [media]) { subject in
            guard subject.text(media, "rescanAfterRefresh") == "never" else { return [] }
            return [
                subject.finding(
                    "\(subject.name) never looks whether files are still there",
                    current: "rescanAfterRefresh is \"never\"",
                    good: "always, or afterManual on network mounts",
                    why:
                        "A file that was deleted stays \"present\" in \(subject.name), and nobody looks for it.",
                    fix: .asks,
                    change: subject.change(media, "rescanAfterRefresh", to: "always")
                )
            ]
        },
        each("F10", .low, of: .servarr, reading: [media]) { subject in
            guard subject.flag(media, "setPermissionsLinux") == true,
                let mode = subject.text(media, "chmodFolder"),
                let last = mode.last, "2367".contains(last)
            else { return [] }
            return [
                subject.finding(
                    "\(subject.name) lets everybody write into the library",
                    current: "chmodFolder is \(mode)",
                    good: "775 or 755",
                    why:
                        "\(mode) hides a wrong user or group, and every program on the machine can delete films.",
                    fix: .asks,
                    change: subject.change(media, "chmodFolder", to: "775")
                )
            ]
        },
        each("F11", .low, of: [.sonarr], reading: [media]) { subject in
            guard subject.text(media, "episodeTitleRequired") == "always" else { return [] }
            return [
                subject.finding(
                    "Single episodes wait for their title",
                    current: "episodeTitleRequired is \"always\"",
                    good: "bulkSeasonReleases",
                    why: "An episode whose title is not known yet is kept back for up to 48 hours.",
                    fix: .automatic,
                    change: subject.change(media, "episodeTitleRequired", to: "bulkSeasonReleases")
                )
            ]
        },
        each("F14", .high, of: [.sonarr], reading: ["indexer"]) { subject in
            subject.service.list("indexer").compactMap { indexer in
                guard isUsed(indexer), let chosen = indexer.setting("fields.failDownloads")?.array else {
                    return nil
                }
                // 0 executables, 1 potentially dangerous: Sonarr's FailDownloads.
                let numbers = Set(chosen.compactMap(\.lenientInt))
                guard !numbers.isSuperset(of: [0, 1]) else { return nil }
                let wanted = numbers.union([0, 1]).sorted().map { JSONValue.number($0) }
                return subject.finding(
                    "Fake releases of \(indexer.clientName) stay stuck",
                    part: indexer.clientName,
                    current: chosen.isEmpty ? "nothing is failed" : "only a part is failed",
                    good: "executables and potentially dangerous files",
                    why:
                        "A release with an executable inside waits for you for ever, instead of being replaced.",
                    fix: .asks,
                    change: subject.change("indexer", indexer, "fields.failDownloads", to: .array(wanted))
                )
            }
        },
    ]
}
