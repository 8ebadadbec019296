internal import Activity
internal import DownloadClients
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP
internal import Understanding

/// Steers downloads by a sentence: pause, resume, search again.
///
/// All of it can be turned back by saying the opposite.
struct ControlAnswer {
    let requests: RequestService
    let language: ReplyLanguage

    private static let resuming: Set<String> = [
        "resume", "continue", "unpause", "restart", "start", "fortsetzen", "weiter", "setze", "reprends",
        "reprendre", "reanuda", "reanudar", "riprendi", "hervat", "hervatten", "retome", "retomar",
    ]
    private static let pausing: Set<String> = [
        "pause", "stop", "hold", "halt", "suspend", "anhalten", "pausiere", "pausieren", "stoppe", "stoppen",
        "halte", "arrete", "pausa", "pausar", "deten", "ferma", "sospendi", "pauzeer", "parar", "pare",
        "suspends",
    ]

    private static let retrying: Set<String> = [
        "another", "again", "retry", "different", "other", "release", "nochmal", "erneut", "anderes",
        "anderen", "andere",
        "autre", "otra", "otro", "altra", "opnieuw", "andere", "outra", "novamente",
    ]

    func answer(_ text: String, _ title: String?) async -> String {
        let words = Set(Sentence.fold(text).split { !$0.isLetter }.map(String.init))
        if let title { return await searchAgain(title, words) }
        if !words.isDisjoint(with: Self.resuming) { return await all(.resume) }
        if !words.isDisjoint(with: Self.pausing) { return await all(.pause) }
        if !words.isDisjoint(with: Self.retrying) { return await searchForLastFailure(words) }
        return language.say(
            "I can pause and resume downloads and search again for a title. For more, see Downloads.",
            "Ich kann Downloads anhalten und fortsetzen und nach einem Titel neu suchen. Mehr unter „Downloads“."
        )
    }

    private enum Order: String { case pause, resume }

    private func all(_ order: Order) async -> String {
        let services = await requests.services()
        var done: [String] = []
        var faults: [String] = []
        for case let client as any PausingWhole in services.downloads {
            do {
                let change = try await requests.journal.perform(
                    PlannedChange(
                        service: client.id,
                        operation: "downloads.\(order.rawValue)",
                        title: "\(order.rawValue.capitalized) all downloads of \(client.id)",
                        before: .null,
                        after: .string(order == .pause ? "paused" : "running")
                    ),
                    correlation: .random(),
                    write: {
                        if order == .pause {
                            try await client.pauseAll()
                        } else {
                            try await client.resumeAll()
                        }
                    }
                )
                if change.state == .failed {
                    faults.append(change.note ?? "")
                } else {
                    done.append(client.id.rawValue)
                }
            } catch { faults.append("\(error)") }
        }
        if done.isEmpty, faults.isEmpty {
            return language.say(
                "No download client that can be paused is connected.",
                "Kein Download-Programm verbunden, das angehalten werden kann."
            )
        }
        let names = done.joined(separator: ", ")
        let head =
            order == .pause
            ? language.say("Paused: \(names).", "Angehalten: \(names).")
            : language.say("Running again: \(names).", "Läuft wieder: \(names).")
        return (done.isEmpty ? faults : [head] + faults).joined(separator: "\n")
    }

    /// Searches again for what failed last; the arr does not take the release that failed a second time.
    private func searchForLastFailure(_ words: Set<String>) async -> String {
        let services = await requests.services()
        var last: (date: Date, title: String)?
        func consider(_ event: HistoryEvent, _ title: String?) {
            guard event.kind == .failed, let date = event.date, let title, date > last?.date ?? .distantPast
            else {
                return
            }
            last = (date, title)
        }
        do {
            for radarr in services.radarr {
                let movies = try await radarr.movies()
                for event in try await radarr.history(last: 50) {
                    consider(event, movies.first { $0.id != nil && $0.id == event.movieID }?.title)
                }
            }
            for sonarr in services.sonarr {
                let series = try await sonarr.series()
                for event in try await sonarr.history(last: 50) {
                    consider(event, series.first { $0.id != nil && $0.id == event.seriesID }?.title)
                }
            }
        } catch { return "\(error)" }
        guard let last else {
            return language.say(
                "No download has failed lately. Say which title to search for again.",
                "Zuletzt ist kein Download fehlgeschlagen. Sag, welcher Titel neu gesucht werden soll."
            )
        }
        return await searchAgain(last.title, words)
    }

    private func searchAgain(_ title: String, _ words: Set<String>) async -> String {
        let services = await requests.services()
        do {
            for radarr in services.radarr {
                for movie in try await radarr.movies()
                where TitleComparison.likeness(title, movie.title) >= 0.9 {
                    guard let id = movie.id else { continue }
                    return try await start(
                        .moviesSearch([id]),
                        at: radarr.id,
                        "\(movie.title) (\(movie.year))"
                    ) { _ = try await radarr.start($0) }
                }
            }
            for sonarr in services.sonarr {
                for series in try await sonarr.series()
                where TitleComparison.likeness(title, series.title) >= 0.9 {
                    guard let id = series.id else { continue }
                    return try await start(.seriesSearch(id), at: sonarr.id, series.title) {
                        _ = try await sonarr.start($0)
                    }
                }
            }
        } catch { return "\(error)" }
        return language.say("“\(title)” is not in the library.", "„\(title)“ ist nicht in der Bibliothek.")
    }

    private func start(
        _ command: ServarrCommand,
        at service: ServiceID,
        _ name: String,
        _ send: @escaping @Sendable (ServarrCommand) async throws -> Void
    ) async throws -> String {
        let change = try await requests.journal.perform(
            PlannedChange(
                service: service,
                operation: "library.search",
                title: "Search for \(name)",
                before: .null,
                after: .string(command.name)
            ),
            correlation: .random(),
            write: { try await send(command) }
        )
        return change.state == .failed
            ? change.note ?? "" : language.say("Searching for \(name) again.", "Suche erneut nach \(name).")
    }
}
