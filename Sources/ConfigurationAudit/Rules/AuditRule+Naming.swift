internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension AuditRule {
    /// Group N: names that a later import can read again.
    static let naming: [AuditRule] = [
        each("N01", .medium, of: .servarr, reading: ["config/naming"]) { subject in
            let field = subject.service.kind == .radarr ? "renameMovies" : "renameEpisodes"
            guard subject.flag("config/naming", field) == false else { return [] }
            return [
                subject.finding(
                    "\(subject.name) keeps the names of releases",
                    current: "\(field) is off",
                    good: "on",
                    why:
                        "The names lose quality and group at the next scan, and \(subject.name) upgrades the same file "
                        + "again and again.",
                    fix: .asks,
                    change: subject.change("config/naming", field, to: true)
                )
            ]
        },
        each("N02", .medium, of: .servarr, reading: ["config/naming"]) { subject in
            let isRadarr = subject.service.kind == .radarr
            let field = isRadarr ? "standardMovieFormat" : "standardEpisodeFormat"
            guard let format = subject.text("config/naming", field) else { return [] }
            let folded = format.lowercased()
            var missing: [String] = []
            if !folded.contains("{quality full") && !folded.contains("{quality title") {
                missing.append("quality")
            }
            if !folded.contains("release group") { missing.append("release group") }
            if !isRadarr, !folded.contains("{season") || !folded.contains("{episode") {
                missing.append("season and episode")
            }
            guard !missing.isEmpty else { return [] }
            return [
                subject.finding(
                    "Names in \(subject.name) lack \(missing.joined(separator: ", "))",
                    current: "\(field) is \"\(format)\"",
                    good: "a format with quality, release group and media information",
                    why:
                        "When the library is read in anew, what is not in the name is lost, and \(subject.name) cannot tell "
                        + "whether a release is an upgrade. Compare the guide's format under Settings, Media Management."
                )
            ]
        },
        onOff(
            "N05",
            .low,
            of: .servarr,
            "config/naming",
            "replaceIllegalCharacters",
            good: true,
            fix: .asks,
            "Names may hold characters that Windows cannot read",
            why:
                "{name} writes a colon or a question mark into a name as it stands; over SMB such files look broken."
        ),
        each("N07", .medium, of: [.sonarr], reading: ["config/naming"]) { subject in
            guard let format = subject.text("config/naming", "seasonFolderFormat"),
                !format.lowercased().contains("{season")
            else { return [] }
            return [
                subject.finding(
                    "Season folders of \(subject.name) carry no number",
                    current: "seasonFolderFormat is \"\(format)\"",
                    good: "\"Season {season:00}\"",
                    why: "All seasons land in one folder, and media servers mix their episodes up.",
                    fix: .asks,
                    change: subject.change("config/naming", "seasonFolderFormat", to: "Season {season:00}")
                )
            ]
        },
    ]
}
