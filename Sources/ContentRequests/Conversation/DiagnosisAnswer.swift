internal import DownloadClients
internal import Foundation
internal import MediaDomain
internal import ServarrClient
internal import ServiceHTTP
internal import Understanding

/// Answers "why is it not here?" with the first link of the chain that does not hold, and its evidence.
struct DiagnosisAnswer {
    let requests: RequestService
    let language: ReplyLanguage

    func answer(_ title: String?) async -> String {
        let services = await requests.services()
        if services.sonarr.isEmpty, services.radarr.isEmpty {
            return language.say(
                "Neither Sonarr nor Radarr is connected, so nothing can be added or found.",
                "Weder Sonarr noch Radarr ist verbunden."
            )
        }
        return if let title { await chain(title, services) } else { await troubles(services) }
    }

    private func reason(_ row: QueueItem) -> String? {
        let isIll =
            row.trackedDownloadStatus != .ok || row.status == .failed || row.status == .warning
            || row.trackedDownloadState == .importBlocked
        guard isIll else { return nil }
        return row.errorMessage ?? row.statusMessages.flatMap(\.messages).first
            ?? "\(row.status.rawValue), \(row.trackedDownloadState.rawValue)"
    }

    /// What is wrong in the queues at all, and the last failures; one line for each download, whoever tells of it.
    private func troubles(_ services: RequestServices) async -> String {
        var told: [(name: String, line: String)] = []
        var faults: [String] = []
        func tell(_ name: String, _ reason: String, _ head: String = "") {
            let key = TitleComparison.normalized(name)
            guard !told.contains(where: { $0.name == String(key) }) else { return }
            told.append((String(key), head + "\(name): \(reason)"))
        }
        func look(_ read: () async throws -> ([QueueItem], [HistoryEvent])) async {
            do {
                let (queue, history) = try await read()
                for row in queue { if let reason = reason(row) { tell(row.title, reason) } }
                if let failed = history.filter({ $0.kind == .failed }).max(by: {
                    $0.date ?? .distantPast < $1.date ?? .distantPast
                }) {
                    tell(
                        failed.sourceTitle,
                        failed.data["message"] ?? failed.data["reason"] ?? "",
                        language.say("Last failed download: ", "Letzter Fehlschlag: ")
                    )
                }
            } catch { faults.append("\(error)") }
        }
        for sonarr in services.sonarr {
            await look { (try await sonarr.queue(), try await sonarr.history(last: 50)) }
        }
        for radarr in services.radarr {
            await look { (try await radarr.queue(), try await radarr.history(last: 50)) }
        }
        for client in services.downloads {
            do {
                for item in try await client.downloads() where item.state == .failed || item.state == .stalled
                {
                    tell(item.name, item.message ?? item.clientState)
                }
            } catch { faults.append("\(error)") }
        }
        let lines = told.map(\.line) + faults
        if lines.isEmpty {
            return language.say(
                "Nothing is stuck or failed: queues and services look well.",
                "Nichts hängt und nichts ist fehlgeschlagen."
            )
        }
        return lines.prefix(10).map { "• \($0)" }.joined(separator: "\n")
    }

    private func chain(_ title: String, _ services: RequestServices) async -> String {
        var faults: [String] = []
        for radarr in services.radarr {
            do {
                if let movie = try await radarr.movies().max(by: {
                    TitleComparison.likeness(title, $0.title) < TitleComparison.likeness(title, $1.title)
                }),
                    TitleComparison.likeness(title, movie.title) >= 0.8
                {
                    return try await why(movie, radarr)
                }
            } catch { faults.append("\(error)") }
        }
        for sonarr in services.sonarr {
            do {
                if let series = try await sonarr.series().max(by: {
                    TitleComparison.likeness(title, $0.title) < TitleComparison.likeness(title, $1.title)
                }),
                    TitleComparison.likeness(title, series.title) >= 0.8
                {
                    return try await why(series, sonarr)
                }
            } catch { faults.append("\(error)") }
        }
        let unknown = language.say(
            "“\(title)” is not in the library, so nothing looks for it. Say “add \(title)”.",
            "„\(title)“ ist nicht in der Bibliothek, also wird nicht danach gesucht."
        )
        return faults.isEmpty ? unknown : faults.joined(separator: "\n")
    }

    private func why(_ movie: Movie, _ radarr: RadarrClient) async throws -> String {
        let name = "\(movie.title) (\(movie.year))"
        if movie.hasFile {
            return language.say(
                "\(name) is there\(movie.fileQuality.map { " in \($0)" } ?? "").",
                "\(name) ist da."
            )
        }
        let rows = try await radarr.queue().filter { $0.movieID == movie.id }
        if let row = rows.first { return queued(name, row) }
        if !movie.isMonitored {
            return language.say(
                "\(name) is not monitored in \(radarr.id), so it is not searched for.",
                "\(name) wird in \(radarr.id) nicht überwacht, also nicht gesucht."
            )
        }
        if !movie.isAvailable {
            let date = [movie.digitalRelease, movie.physicalRelease].compactMap(\.self).min()?.formatted(
                .iso8601.year().month().day()
            )
            return language.say(
                "\(name) is not released yet" + (date.map { "; expected \($0)." } ?? "."),
                "\(name) ist noch nicht erschienen" + (date.map { "; erwartet \($0)." } ?? ".")
            )
        }
        let history = try await radarr.history(last: 200).filter { $0.movieID == movie.id }
        if let failed = failure(history) { return "\(name): \(failed)" }
        guard let id = movie.id else { return name }
        if movie.lastSearchTime == nil {
            return language.say(
                "\(name) is monitored but was never searched for. Say “search again for \(movie.title)”.",
                "\(name) wird überwacht, wurde aber nie gesucht."
            )
        }
        return verdict(name, try await radarr.releases(for: id))
    }

    private func why(_ series: Series, _ sonarr: SonarrClient) async throws -> String {
        guard let id = series.id else { return series.title }
        let rows = try await sonarr.queue().filter { $0.seriesID == id }
        if let row = rows.first(where: { reason($0) != nil }) ?? rows.first {
            return queued(series.title, row)
        }
        if !series.isMonitored {
            return language.say(
                "\(series.title) is not monitored in \(sonarr.id), so it is not searched for.",
                "\(series.title) wird in \(sonarr.id) nicht überwacht."
            )
        }
        let now = requests.now()
        let episodes = try await sonarr.episodes(of: id).filter { $0.seasonNumber > 0 }
        let missing = episodes.filter { !$0.hasFile && $0.airDate.map { $0 <= now } ?? false }
        guard let first = missing.first else {
            return language.say(
                "\(series.title): everything that has aired is there (\(series.episodeFileCount) episodes).",
                "\(series.title): alles Ausgestrahlte ist da (\(series.episodeFileCount) Folgen)."
            )
        }
        let head = language.say(
            "\(series.title): \(missing.count) of \(episodes.count) episodes are missing. ",
            "\(series.title): \(missing.count) von \(episodes.count) Folgen fehlen. "
        )
        let unmonitored = missing.filter { !$0.isMonitored }
        if unmonitored.count == missing.count {
            return head + language.say("None of them is monitored.", "Keine davon wird überwacht.")
        }
        if let failed = failure(try await sonarr.history(last: 200).filter { $0.seriesID == id }) {
            return head + failed
        }
        return head
            + verdict(
                "S\(first.seasonNumber)E\(first.episodeNumber)",
                try await sonarr.releases(for: first.id)
            )
    }

    private func queued(_ name: String, _ row: QueueItem) -> String {
        if let reason = reason(row) {
            return language.say("\(name) is held up: \(reason)", "\(name) hängt: \(reason)")
        }
        let percent = row.size > 0 ? Int(Double(row.size - row.sizeLeft) / Double(row.size) * 100) : 0
        return language.say(
            "\(name) is on its way: \(row.status.rawValue), \(percent) %.",
            "\(name) ist unterwegs: \(row.status.rawValue), \(percent) %."
        )
    }

    private func failure(_ history: [HistoryEvent]) -> String? {
        guard let last = history.max(by: { $0.date ?? .distantPast < $1.date ?? .distantPast }),
            last.kind == .failed
        else { return nil }
        return language.say("the last download failed", "der letzte Download schlug fehl")
            + " (\(last.sourceTitle)): \(last.data["message"] ?? last.data["reason"] ?? "")"
    }

    private func verdict(_ name: String, _ releases: [Release]) -> String {
        if releases.isEmpty {
            return language.say(
                "\(name): no indexer has a release.",
                "\(name): kein Indexer hat ein Release."
            )
        }
        guard !releases.contains(where: \.isApproved) else {
            return language.say(
                "\(name): \(releases.filter(\.isApproved).count) releases fit; a search will take one. Say “search again”.",
                "\(name): \(releases.filter(\.isApproved).count) Releases passen; eine Suche nimmt eines."
            )
        }
        let reasons =
            Dictionary(grouping: releases.flatMap(\.rejections), by: \.self).max {
                $0.value.count < $1.value.count
            }?.key ?? ""
        return language.say(
            "\(name): \(releases.count) releases were found and all rejected; most often: \(reasons)",
            "\(name): \(releases.count) Releases gefunden, alle abgelehnt; am häufigsten: \(reasons)"
        )
    }
}
