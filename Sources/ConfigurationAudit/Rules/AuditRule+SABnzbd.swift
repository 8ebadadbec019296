internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group C: who gets into SABnzbd, and its categories, sorting and history.
    static let sabnzbdSafety: [AuditRule] = [
        each("C02", .critical, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let exposure = subject.int("misc", "inet_exposure"), exposure > 0 else { return [] }
            let words = [
                "nothing", "adding jobs", "the API", "the API with settings", "the whole interface",
                "the whole interface, with a login",
            ]
            return [
                subject.finding(
                    "SABnzbd lets the internet in",
                    current: "inet_exposure is \(exposure): \(words[min(exposure, 5)])",
                    good: "0: nothing from outside",
                    why:
                        "Whoever finds the port can use \(words[min(exposure, 5)]), with your news servers' passwords behind it.",
                    fix: .asks,
                    change: subject.change("misc", "inet_exposure", to: 0)
                )
            ]
        },
        each("C03", .high, of: .sabnzbd, reading: ["misc"]) { subject in
            guard subject.text("misc", "username") == "", let host = subject.text("misc", "host"),
                !["127.0.0.1", "localhost", "::1"].contains(host)
            else { return [] }
            return [
                subject.finding(
                    "Nobody has to log in to SABnzbd",
                    current: "no user name, listening on \(host)",
                    good: "a user and a password, or a proxy that asks for a login",
                    why:
                        "Everyone in the network can open SABnzbd's settings and read along. Set both under Config, General."
                )
            ]
        },
        each("C09", .high, of: .sabnzbd, reading: ["misc", "sorters"]) { subject in
            let old = ["enable_tv_sorting", "enable_movie_sorting", "enable_date_sorting"].filter {
                subject.flag("misc", $0) == true
            }
            let new = (subject.service["sorters"]?.array ?? []).filter {
                $0["is_active"]?.lenientBool == true
            }
            .compactMap { $0["name"]?.string }
            guard !old.isEmpty || !new.isEmpty else { return [] }
            let change: SettingChange? =
                old.isEmpty
                ? new.first.map {
                    SettingChange(
                        service: subject.service.id,
                        document: "sorters",
                        element: $0,
                        before: ["is_active": 1],
                        after: ["is_active": 0]
                    )
                }
                : subject.change("misc", old.map { ($0, 0) })
            return [
                subject.finding(
                    "SABnzbd sorts and renames finished jobs",
                    current: (old + new).joined(separator: ", ") + " on",
                    good: "off; Sonarr and Radarr sort",
                    why:
                        "Sonarr and Radarr look for the folder that they were told of; after sorting it is elsewhere.",
                    fix: .asks,
                    change: change
                )
            ]
        },
        each("C10", .high, of: .sabnzbd, reading: ["categories"]) { subject in
            let categories = subject.service.list("categories").filter { $0["name"]?.string != "*" }
            return categories.compactMap { category in
                let name = category.clientName
                let folder = category["dir"]?.string ?? ""
                let twin = categories.first {
                    $0.clientName != name && !folder.isEmpty && $0["dir"]?.string == folder
                }
                guard folder.isEmpty || folder.hasSuffix("*") || twin != nil else { return nil }
                let current =
                    folder.isEmpty
                    ? "no folder"
                    : twin.map { "\(folder), as \($0.clientName)" } ?? "\(folder) (no folder for each job)"
                return subject.finding(
                    "Jobs of category \"\(name)\" get mixed up with others",
                    part: name,
                    current: current,
                    good: "a folder of its own, without * at its end",
                    why: "The arr finds several jobs in one folder and imports the wrong files, or none.",
                    fix: .asks,
                    change: subject.change("categories", category, "dir", to: .string(name))
                )
            }
        },
        each("C11", .medium, of: .sabnzbd, reading: ["categories"]) { subject in
            subject.service.list("categories").compactMap { category in
                guard let steps = category["pp"]?.lenientText, !steps.isEmpty, steps != "3" else {
                    return nil
                }
                let words = ["download only", "repair only", "repair and unpack, then keep the archives"]
                return subject.finding(
                    "Jobs of category \"\(category.clientName)\" are not finished properly",
                    part: category.clientName,
                    current: Int(steps).flatMap { words.indices.contains($0) ? words[$0] : nil }
                        ?? "pp is \(steps)",
                    good: "repair, unpack and delete (3)",
                    why: "The arr gets archives that it cannot import, or the disk fills with leftovers.",
                    fix: .asks,
                    change: subject.change("categories", category, "pp", to: "3")
                )
            }
        },
        each("C12", .high, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let option = subject.text("misc", "history_retention_option"), option != "all" else {
                return []
            }
            let number = subject.int("misc", "history_retention_number") ?? 0
            let isLong = option.hasPrefix("days") && number >= 14
            guard !isLong else { return [] }
            return [
                subject.finding(
                    "SABnzbd forgets finished jobs too soon",
                    current: "history_retention_option is \"\(option)\", number \(number)",
                    good: "all, or at least 14 days",
                    why:
                        "A job that leaves the history before Sonarr or Radarr have looked is never imported.",
                    fix: .automatic,
                    change: subject.change("misc", "history_retention_option", to: "all")
                )
            ]
        },
        each("C31", .medium, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let allowed = subject.service["misc"]?["host_whitelist"]?.array else { return [] }
            let known = Set(allowed.compactMap { $0.string?.lowercased() })
            let names = Set(
                sabnzbdClients(in: subject.snapshot).filter { $0.sabnzbd.id == subject.service.id }
                    .compactMap { $0.client.setting("fields.host")?.string?.lowercased() }
            ).filter {
                $0.contains { $0.isLetter } && $0 != "localhost" && !$0.contains(":") && !known.contains($0)
            }
            .sorted()
            guard !names.isEmpty else { return [] }
            return [
                subject.finding(
                    "SABnzbd will refuse \(names.joined(separator: ", "))",
                    current: "host_whitelist is \(JSONValue.array(allowed).inWords)",
                    good: "with \(names.joined(separator: ", "))",
                    why:
                        "Sonarr and Radarr call SABnzbd by the name \(names.joined(separator: ", ")), which is not on its list: "
                        + "it answers 403 as soon as a user name is not set.",
                    fix: .asks,
                    change: subject.change(
                        "misc",
                        "host_whitelist",
                        to: .array(allowed + names.map { JSONValue.string($0) })
                    )
                )
            ]
        },
        onOff(
            "C32",
            .low,
            of: .sabnzbd,
            "misc",
            "enable_https_verification",
            good: true,
            fix: .automatic,
            "SABnzbd accepts any certificate of an indexer",
            why: "Somebody on the way can hand {name} another file."
        ),
    ]
}
