internal import Activity
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP
internal import Understanding

/// A removal that was shown and waits for a yes: it names one entry of one service.
struct PendingRemoval: Sendable {
    let media: MediaKind
    let service: ServiceID
    let entry: Int
    let name: String

    /// A request that stands for the question, so that a yes is read as such.
    var asQuestion: ContentRequest {
        var request = ContentRequest(
            id: "removal",
            text: name,
            item: UnderstoodItem(title: name),
            time: .distantPast
        )
        request.stage = .confirming
        return request
    }

    /// What to say, and the removal that then waits; requests that wait or run are withdrawn at once, they can be made again.
    static func find(
        _ understood: UnderstoodSentence,
        requests: RequestService,
        _ language: ReplyLanguage
    ) async throws -> (String, PendingRemoval?) {
        guard let title = understood.items.first?.title else {
            return (
                language.say(
                    "Tell me one title to remove. I do not delete everything at once.",
                    "Nenne einen Titel zum Entfernen. Alles auf einmal lösche ich nicht."
                ), nil
            )
        }
        let open = try await requests.store.openRequests().first {
            !$0.stage.isOver
                && TitleComparison.likeness(title, $0.choice?.title ?? $0.item.title ?? "") >= 0.85
        }
        if let open, open.stage == .choosing || open.stage == .confirming {
            _ = try await requests.cancel(open.id)
            return (
                language.say(
                    "The request for \(title) is withdrawn.",
                    "Die Anfrage nach \(title) ist zurückgezogen."
                ), nil
            )
        }
        let services = await requests.services()
        var found: [PendingRemoval] = []
        for radarr in services.radarr {
            for movie in try await radarr.movies() where TitleComparison.likeness(title, movie.title) >= 0.9 {
                guard let id = movie.id, understood.items.first?.media != .series else { continue }
                found.append(
                    PendingRemoval(
                        media: .movie,
                        service: radarr.id,
                        entry: id.rawValue,
                        name: "\(movie.title) (\(movie.year))"
                    )
                )
            }
        }
        for sonarr in services.sonarr {
            for series in try await sonarr.series() where TitleComparison.likeness(title, series.title) >= 0.9
            {
                guard let id = series.id, understood.items.first?.media != .movie else { continue }
                found.append(
                    PendingRemoval(
                        media: .series,
                        service: sonarr.id,
                        entry: id.rawValue,
                        name: "\(series.title) (\(series.year))"
                    )
                )
            }
        }
        guard let only = found.first else {
            return (
                language.say("“\(title)” is not in the library.", "„\(title)“ ist nicht in der Bibliothek."),
                nil
            )
        }
        if found.count > 1 {
            let names = found.map(\.name).joined(separator: "; ")
            return (
                language.say(
                    "Which one? \(names). Say it with its year.",
                    "Welches? \(names). Nenne es mit Jahr."
                ), nil
            )
        }
        return (
            language.say(
                "Remove \(only.name) from \(only.service)? Its files stay on disk. Yes or no?",
                "\(only.name) aus \(only.service) entfernen? Die Dateien bleiben. Ja oder nein?"
            ), only
        )
    }

    /// Removes the entry, through the journal; the files stay.
    func carryOut(with requests: RequestService, _ language: ReplyLanguage) async throws -> String {
        let services = await requests.services()
        let entry = entry
        let service = service
        let media = media
        let change = try await requests.journal.perform(
            PlannedChange(
                service: service,
                operation: "\(media == .movie ? "radarr.movie" : "sonarr.series").remove",
                title: "Remove \(name) from \(service), files kept",
                parameters: ["id": .number(entry)],
                before: .string(name),
                after: .null
            ),
            correlation: .random(),
            write: {
                if media == .movie {
                    try await services.radarr(service)?.deleteMovie(.init(entry), files: .kept)
                } else {
                    try await services.sonarr(service)?.deleteSeries(.init(entry), files: .kept)
                }
            }
        )
        guard change.state != .failed else {
            return language.say(
                "That did not work: \(change.note ?? "")",
                "Das ging nicht: \(change.note ?? "")"
            )
        }
        return language.say(
            "\(name) is out of \(service). The files are still there.",
            "\(name) ist aus \(service) entfernt. Die Dateien sind noch da."
        )
    }
}
