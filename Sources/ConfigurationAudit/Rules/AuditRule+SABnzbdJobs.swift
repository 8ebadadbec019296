internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    private static func misc(
        _ id: String,
        _ severity: Severity,
        _ field: String,
        good: Bool,
        fix: Finding.Fix = .automatic,
        _ title: String,
        _ why: String
    ) -> AuditRule {
        onOff(id, severity, of: .sabnzbd, "misc", field, good: good, fix: fix, title, why: why)
    }

    /// Group C: what SABnzbd does with a job.
    static let sabnzbdJobs: [AuditRule] = [
        misc(
            "C15",
            .medium,
            "pre_check",
            good: false,
            "SABnzbd checks jobs before it downloads them",
            "While a job is being checked Sonarr and Radarr lose track of it, and every check costs as much as a download."
        ),
        misc(
            "C16",
            .high,
            "fail_hopeless_jobs",
            good: true,
            "SABnzbd downloads what can never be completed",
            "A dead post is fetched to its end before it fails, instead of making room for another release at once."
        ),
        misc(
            "C16",
            .high,
            "fast_fail",
            good: true,
            "SABnzbd sees late that a post is dead",
            "Without the quick test of the first articles a dead post takes hours to fail."
        ),
        each("C17", .high, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let action = subject.int("misc", "pause_on_pwrar"), action != 2 else { return [] }
            let list = subject.text("misc", "password_file") ?? ""
            return [
                subject.finding(
                    "Encrypted jobs are \(action == 1 ? "paused" : "downloaded to the end")",
                    current: "pause_on_pwrar is \(action)",
                    good: "2: abort",
                    why: action == 1
                        ? "A paused job waits for a password that nobody has; the arr sees a download that never ends."
                        : "The whole job is fetched before it turns out that nobody can open it.",
                    fix: list.isEmpty ? .automatic : .asks,
                    change: subject.change("misc", "pause_on_pwrar", to: 2)
                )
            ]
        },
        each("C18", .high, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let value = subject.value("misc", "unwanted_extensions"),
                subject.int("misc", "unwanted_extensions_mode") == 0
            else { return [] }
            let listed =
                value.array?.compactMap { $0.string?.lowercased() }
                ?? (value.string ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            let missing = unwanted.filter { !listed.contains($0) }
            let action = subject.int("misc", "action_on_unwanted_extensions") ?? 0
            guard !missing.isEmpty || action != 2 else { return [] }
            let union = (listed + missing).map { JSONValue.string($0) }
            return [
                subject.finding(
                    "SABnzbd lets programs posing as films pass",
                    current: (listed.isEmpty
                        ? "no extension is unwanted" : "\(listed.count) extensions are unwanted")
                        + ", action \(action)",
                    good: "\(unwanted.joined(separator: ", ")) unwanted, action 2 (abort)",
                    why:
                        "Fake releases hold an .exe or .lnk instead of a film; with this list they fail at once and the arr "
                        + "looks elsewhere.",
                    fix: .automatic,
                    change: subject.change(
                        "misc",
                        [("unwanted_extensions", .array(union)), ("action_on_unwanted_extensions", 2)]
                    )
                )
            ]
        },
        misc(
            "C19",
            .high,
            "safe_postproc",
            good: true,
            "SABnzbd unpacks jobs that failed verification",
            "A broken job is handed to Sonarr and Radarr as complete, and the broken file lands in the library."
        ),
        misc(
            "C20",
            .high,
            "enable_unrar",
            good: true,
            "SABnzbd does not unpack rar archives",
            "The arr finds only archives."
        ),
        misc(
            "C20",
            .high,
            "enable_7zip",
            good: true,
            "SABnzbd does not unpack 7z archives",
            "The arr finds only archives."
        ),
        misc(
            "C20",
            .high,
            "enable_recursive",
            good: true,
            "SABnzbd does not unpack archives within archives",
            "Many releases are packed twice; the arr finds only the inner archive."
        ),
        misc(
            "C21",
            .low,
            "ignore_samples",
            good: false,
            "SABnzbd deletes what it takes for samples",
            "It goes by the name; Sonarr and Radarr judge by the running time and do not err on short episodes."
        ),
        misc(
            "C22",
            .medium,
            "deobfuscate_final_filenames",
            good: true,
            "SABnzbd leaves meaningless names as they are",
            "A file called a3f9c2.mkv matches no title, so the import waits for you."
        ),
        misc(
            "C23",
            .low,
            "replace_spaces",
            good: false,
            "SABnzbd replaces spaces in names",
            "Names no longer match titles."
        ),
        misc(
            "C23",
            .low,
            "replace_dots",
            good: false,
            "SABnzbd replaces dots in names",
            "Names no longer match titles."
        ),
        misc(
            "C23",
            .low,
            "replace_underscores",
            good: false,
            "SABnzbd replaces underscores in names",
            "Names no longer match titles."
        ),
        misc(
            "C23",
            .low,
            "folder_rename",
            good: true,
            "Half-unpacked folders look finished",
            "Without the _UNPACK_ mark Sonarr and Radarr may import a file that is still being written."
        ),
        each("C24", .medium, of: .sabnzbd, reading: ["misc"]) { subject in
            ["no_dupes", "no_smart_dupes", "no_series_dupes"].compactMap { field in
                guard let action = subject.int("misc", field), action == 1 || action == 2 else { return nil }
                return subject.finding(
                    "SABnzbd \(action == 1 ? "throws duplicates away" : "pauses duplicates")",
                    part: field,
                    current: "\(field) is \(action)",
                    good: "0 (off) or 4 (tag)",
                    why:
                        "When Sonarr or Radarr try a release again, the job \(action == 1 ? "vanishes" : "never starts") and "
                        + "they wait for it for ever.",
                    fix: .asks,
                    change: subject.change("misc", field, to: subject.service["sorters"] == nil ? 0 : 4)
                )
            }
        },
        each("C27", .low, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let delay = subject.int("misc", "propagation_delay"), delay > 15 else { return [] }
            return [
                subject.finding(
                    "SABnzbd waits \(delay) minutes with each new post",
                    current: "propagation_delay is \(delay)",
                    good: "0 to 15",
                    why: "For \(delay) minutes a job looks stalled, though nothing is wrong.",
                    fix: .asks,
                    change: subject.change("misc", "propagation_delay", to: 5)
                )
            ]
        },
    ]

    /// Extensions that no film or episode has.
    private static let unwanted = [
        "exe", "com", "bat", "cmd", "scr", "lnk", "vbs", "vbe", "js", "jse", "wsf", "ps1", "msi", "pif",
        "jar", "zipx",
        "arj",
    ]
}
