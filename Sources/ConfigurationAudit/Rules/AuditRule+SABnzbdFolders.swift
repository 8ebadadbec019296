internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group C: SABnzbd's folders, its space and its memory.
    static let sabnzbdFolders: [AuditRule] = [
        each("C13", .high, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let incomplete = subject.text("misc", "download_dir"),
                let complete = subject.text("misc", "complete_dir"),
                !complete.isEmpty, incomplete.isEmpty || FolderPath(incomplete).overlaps(FolderPath(complete))
            else { return [] }
            return [
                subject.finding(
                    incomplete.isEmpty
                        ? "SABnzbd has no folder for unfinished jobs"
                        : "Unfinished and finished jobs of SABnzbd lie in one another",
                    current:
                        "unfinished in \(incomplete.isEmpty ? "nothing" : incomplete), finished in \(complete)",
                    good: "two folders side by side",
                    why: "Sonarr and Radarr take half a file for a whole one. Set both under Config, Folders."
                )
            ]
        },
        each("C14", .high, of: .sabnzbd, reading: ["misc"]) { subject in
            guard subject.value("misc", "download_free") != nil else { return [] }
            let limits = ["download_free", "complete_free"].filter {
                size(subject.text("misc", $0) ?? "") < 1e9
            }
            let resumes = subject.flag("misc", "fulldisk_autoresume") ?? true
            guard !limits.isEmpty || !resumes else { return [] }
            let settings: [(String, JSONValue)] =
                limits.map { ($0, .string("10G")) } + (resumes ? [] : [("fulldisk_autoresume", 1)])
            return [
                subject.finding(
                    "SABnzbd fills the disk to the end",
                    current:
                        "download_free \(subject.value("misc", "download_free")?.inWords ?? "?"), complete_free "
                        + "\(subject.value("misc", "complete_free")?.inWords ?? "?"), goes on by itself "
                        + (resumes ? "on" : "off"),
                    good: "10G kept free in both, going on by itself on",
                    why:
                        "On a full disk SABnzbd calls broken files finished, and other programs' databases break. "
                        + "Once paused it stays so until somebody presses resume.",
                    fix: .automatic,
                    change: subject.change("misc", settings)
                )
            ]
        },
        each("C25", .medium, of: .sabnzbd, reading: ["misc"]) { subject in
            guard let cache = subject.text("misc", "cache_limit"), size(cache) <= 0 || size(cache) > 4.5e9
            else { return [] }
            let isSet = size(cache) > 0
            return [
                subject.finding(
                    isSet ? "SABnzbd may take \(cache) of memory" : "SABnzbd has no article cache",
                    current: "cache_limit is \(isSet ? cache : "not set")",
                    good: "256M to 1G on a small machine",
                    why: isSet
                        ? "That is memory which the media server and the database lack."
                        : "Each article is written to disk on its own; on a hard disk that halves the speed.",
                    fix: .asks,
                    change: subject.change("misc", "cache_limit", to: "512M")
                )
            ]
        },
        each("C33", .low, of: .sabnzbd, reading: ["fullstatus"]) { subject in
            guard let folders = subject.service["fullstatus"]?["folders"]?.array, !folders.isEmpty else {
                return []
            }
            return [
                subject.finding(
                    "SABnzbd has \(folders.count) orphaned unfinished \(folders.count == 1 ? "job" : "jobs")",
                    current: folders.prefix(3).map(\.inWords).joined(separator: ", "),
                    good: "none",
                    why:
                        "They are in no queue and take space. SABnzbd lists them under Status; delete or requeue them there."
                )
            ]
        },
    ]

    /// The bytes of a size as SABnzbd writes it: `10G`, `512M`, `1.5 T`; 0 for an empty text, -1 for none.
    static func size(_ text: String) -> Double {
        let text = text.uppercased().filter { !$0.isWhitespace }
        guard !text.isEmpty else { return 0 }
        let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        let units: [Character: Double] = ["K": 0x1p10, "M": 0x1p20, "G": 0x1p30, "T": 0x1p40]
        return (Double(digits) ?? -1) * (text.dropFirst(digits.count).first.flatMap { units[$0] } ?? 1)
    }
}
