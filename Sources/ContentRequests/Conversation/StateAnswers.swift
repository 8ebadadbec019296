internal import Activity
internal import DownloadClients
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP
internal import Understanding

/// Answers sentences about the state of things from live data; every number comes from a service.
struct StateAnswers {
    let requests: RequestService
    let language: ReplyLanguage
    let audit: @Sendable () async -> String?

    /// The answer to a sentence that asks for no title to be added.
    func answer(_ understood: UnderstoodSentence, _ text: String) async -> String {
        let title = understood.items.first?.title
        switch understood.intent {
        case .status: return await status(title)
        case .search: return await search(title)
        case .calendar: return await calendar(title)
        case .diagnose: return await DiagnosisAnswer(requests: requests, language: language).answer(title)
        case .control: return await ControlAnswer(requests: requests, language: language).answer(text, title)
        case .recommend: return await recommend(title)
        case .audit:
            return await audit()
                ?? language.say(
                    "Run the analysis under Findings: it looks over the settings of all connected services.",
                    "Starte die Prüfung unter „Findings“: sie sieht die Einstellungen aller verbundenen Dienste durch."
                )
        case .help:
            return language.say(
                "Say what you want to watch (“Add Dune in 4K”, “The Office season 3”), ask what is going on (“What is downloading?”, “Why is Tenet not here?”, “When is the next episode of Severance?”), or steer downloads (“Pause all downloads”). Nothing is added or removed before you say yes.",
                "Sag, was du sehen willst („Füge Dune in 4K hinzu“), frag nach dem Stand („Was wird gerade geladen?“, „Warum ist Tenet nicht da?“) oder steuere Downloads („Downloads anhalten“). Nichts wird ohne dein Ja hinzugefügt oder entfernt."
            )
        case .offTopic:
            if RequestWords.thanks(text) {
                return language.say("You are welcome. Enjoy!", "Gern geschehen. Viel Spaß!")
            }
            return language.say(
                "I only look after your films and series; ask me for one.",
                "Ich kümmere mich nur um deine Filme und Serien; frag mich nach einem Titel."
            )
        case .add, .remove: return ""
        }
    }

    private func fits(_ title: String?, _ name: String) -> Bool {
        guard let title else { return true }
        let wanted = TitleComparison.normalized(title)
        let found = TitleComparison.normalized(name)
        return TitleComparison.likeness(title, name) >= 0.8
            || (wanted.count > 3 && String(found).contains(String(wanted)))
    }

    private func status(_ title: String?) async -> String {
        let services = await requests.services()
        var lines: [String] = []
        var faults: [String] = []
        for client in services.downloads {
            do {
                for item in try await client.downloads()
                where ![.completed, .seeding, .failed].contains(item.state)
                    && fits(title, item.name.replacing(".", with: " "))
                {
                    let percent = item.progress.map { " \(Int($0 * 100)) %" } ?? ""
                    let left =
                        item.timeLeft.map {
                            ", " + language.say("\(minutes($0)) left", "noch \(minutes($0))")
                        } ?? ""
                    lines.append("\(item.name): \(item.state.rawValue)\(percent)\(left)")
                }
            } catch { faults.append("\(error)") }
        }
        if let title, lines.isEmpty {
            if let open = try? await requests.store.openRequests().first(where: {
                fits(title, $0.choice?.title ?? $0.item.title ?? "")
            }) {
                return RequestWords.sentence(open, language)
            }
            return await search(title)
        }
        if lines.isEmpty, faults.isEmpty {
            return services.downloads.isEmpty
                ? language.say("No download client is connected.", "Es ist kein Download-Programm verbunden.")
                : language.say("Nothing is downloading right now.", "Gerade wird nichts geladen.")
        }
        let head = language.say("\(lines.count) in the queue:", "\(lines.count) in der Warteschlange:")
        return ([head] + lines.prefix(10).map { "• \($0)" } + faults).joined(separator: "\n")
    }

    private func minutes(_ duration: Duration) -> String {
        let minutes = max(1, Int(duration.components.seconds) / 60)
        return minutes >= 120 ? "\(minutes / 60) h" : "\(minutes) min"
    }

    private func search(_ title: String?) async -> String {
        let services = await requests.services()
        var lines: [String] = []
        var faults: [String] = []
        var films = 0
        var shows = 0
        for radarr in services.radarr {
            do {
                let movies = try await radarr.movies()
                films += movies.count
                for movie in movies where title != nil && fits(title, movie.title) {
                    lines.append(
                        "\(movie.title) (\(movie.year)): \(movie.hasFile ? language.say("there", "da") + (movie.fileQuality.map { ", \($0)" } ?? "") : language.say("wanted, not there yet", "gewünscht, noch nicht da"))"
                    )
                }
            } catch { faults.append("\(error)") }
        }
        for sonarr in services.sonarr {
            do {
                let all = try await sonarr.series()
                shows += all.count
                for series in all where title != nil && fits(title, series.title) {
                    let there = series.seasons.filter { $0.number > 0 && $0.episodeFileCount > 0 }.map {
                        "\($0.number)"
                    }.joined(separator: ", ")
                    lines.append(
                        "\(series.title) (\(series.year)): \(series.episodeFileCount) / \(series.episodeCount)"
                            + (there.isEmpty ? "" : language.say(", seasons \(there)", ", Staffeln \(there)"))
                    )
                }
            } catch { faults.append("\(error)") }
        }
        guard let title else {
            return
                ([
                    language.say(
                        "The library has \(films) films and \(shows) series.",
                        "In der Bibliothek sind \(films) Filme und \(shows) Serien."
                    )
                ] + faults).joined(separator: "\n")
        }
        if lines.isEmpty, faults.isEmpty {
            return language.say(
                "“\(title)” is not in the library. Say “add \(title)” to get it.",
                "„\(title)“ ist nicht in der Bibliothek."
            )
        }
        return (lines.prefix(12).map { "• \($0)" } + faults).joined(separator: "\n")
    }

    private func calendar(_ title: String?) async -> String {
        let services = await requests.services()
        let start = requests.now()
        let end = start.addingTimeInterval(title == nil ? 7 * 86_400 : 365 * 86_400)
        var rows: [(Date, String)] = []
        var faults: [String] = []
        for sonarr in services.sonarr {
            do {
                let names = Dictionary(
                    uniqueKeysWithValues: try await sonarr.series().compactMap { series in
                        series.id.map { ($0, series.title) }
                    }
                )
                for episode in try await sonarr.calendar(from: start, to: end) {
                    let series = names[episode.seriesID] ?? episode.series?.title ?? ""
                    guard fits(title, series), let date = episode.airDate else { continue }
                    rows.append(
                        (date, "\(series) S\(episode.seasonNumber)E\(episode.episodeNumber) \(episode.title)")
                    )
                }
            } catch { faults.append("\(error)") }
        }
        for radarr in services.radarr {
            do {
                for movie in try await radarr.calendar(from: start, to: end) where fits(title, movie.title) {
                    guard
                        let date = [movie.inCinemas, movie.digitalRelease, movie.physicalRelease].compactMap(
                            \.self
                        ).filter({ $0 >= start }).min()
                    else { continue }
                    rows.append((date, "\(movie.title) (\(movie.year))"))
                }
            } catch { faults.append("\(error)") }
        }
        if rows.isEmpty, faults.isEmpty {
            return title.map {
                language.say(
                    "No date is known for \($0) in your library.",
                    "Für \($0) ist in deiner Bibliothek kein Termin bekannt."
                )
            }
                ?? language.say(
                    "Nothing comes out in the next seven days.",
                    "In den nächsten sieben Tagen kommt nichts."
                )
        }
        let lines = rows.sorted { $0.0 < $1.0 }.prefix(title == nil ? 12 : 3).map {
            "• \($0.0.formatted(.iso8601.year().month().day())): \($0.1)"
        }
        return (lines + faults).joined(separator: "\n")
    }

    /// From the own library only: what has files, nearest in genre to the title named.
    private func recommend(_ title: String?) async -> String {
        let services = await requests.services()
        var all: [(name: String, genres: Set<String>, isLike: Bool)] = []
        for radarr in services.radarr {
            for movie in (try? await radarr.movies()) ?? [] {
                let genres = Set((movie.raw["genres"]?.array ?? []).compactMap(\.string))
                let isLike = title.map { TitleComparison.likeness($0, movie.title) > 0.9 } ?? false
                if movie.hasFile || isLike { all.append(("\(movie.title) (\(movie.year))", genres, isLike)) }
            }
        }
        for sonarr in services.sonarr {
            for series in (try? await sonarr.series()) ?? [] {
                let genres = Set((series.raw["genres"]?.array ?? []).compactMap(\.string))
                let isLike = title.map { TitleComparison.likeness($0, series.title) > 0.9 } ?? false
                if series.episodeFileCount > 0 || isLike {
                    all.append(("\(series.title) (\(series.year))", genres, isLike))
                }
            }
        }
        let wanted = all.first(where: \.isLike)?.genres ?? []
        let picks = all.filter { !$0.isLike }.sorted { left, right in
            (left.genres.intersection(wanted).count, right.name) > (
                right.genres.intersection(wanted).count, left.name
            )
        }.prefix(3)
        guard !picks.isEmpty else {
            return language.say(
                "There is nothing in the library yet to recommend from.",
                "In der Bibliothek ist noch nichts, aus dem ich empfehlen könnte."
            )
        }
        return language.say("From your library: ", "Aus deiner Bibliothek: ")
            + picks.map(\.name).joined(separator: ", ") + "."
    }
}
