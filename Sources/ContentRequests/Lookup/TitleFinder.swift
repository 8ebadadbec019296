internal import MediaDomain
internal import ServarrClient
internal import ServiceHTTP
internal import Understanding

/// Looks a title up in the house's own Sonarr and Radarr and ranks what comes back.
struct TitleFinder {
    /// What was found, and which services could not be asked.
    struct Finding: Sendable {
        var candidates: [TitleCandidate] = []
        /// What went wrong, one sentence a service.
        var faults: [String] = []
    }

    let services: RequestServices
    let item: UnderstoodItem

    /// The titles that may be meant, likeliest first, at most eight.
    func find() async -> Finding {
        async let films = item.media == .series ? Finding() : films()
        async let shows = item.media == .movie ? Finding() : shows()
        let (left, right) = await (films, shows)
        var finding = Finding(
            candidates: left.candidates + right.candidates,
            faults: left.faults + right.faults
        )
        finding.candidates = ranked(finding.candidates)
        return finding
    }

    private func films() async -> Finding {
        guard let radarr = services.radarr.first else {
            return Finding(
                faults: item.media == .movie ? ["No Radarr is connected, so films cannot be looked up."] : []
            )
        }
        return await lookUp(term: Self.movieTerm) { term in
            do throws(ServiceError) {
                return .success(
                    try await radarr.lookup(term).filter { $0.tmdbID > 0 }.map { movie in
                        TitleCandidate(
                            media: .movie,
                            title: movie.title,
                            year: movie.year > 0 ? movie.year : nil,
                            catalogueID: movie.tmdbID,
                            service: radarr.id,
                            overview: movie.overview,
                            poster: movie.poster,
                            entry: movie.id?.rawValue,
                            isComplete: movie.hasFile,
                            score: score(
                                [movie.title, movie.originalTitle ?? movie.title] + movie.alternateTitles,
                                movie.year,
                                movie.popularity
                            ),
                            isExact: isExact(
                                [movie.title, movie.originalTitle ?? movie.title] + movie.alternateTitles
                            )
                        )
                    }
                )
            } catch { return .failure(error) }
        }
    }

    private func shows() async -> Finding {
        guard let sonarr = services.sonarr.first else {
            return Finding(
                faults: item.media == .series
                    ? ["No Sonarr is connected, so series cannot be looked up."] : []
            )
        }
        return await lookUp(term: Self.seriesTerm) { term in
            do throws(ServiceError) {
                return .success(
                    try await sonarr.lookup(term).filter { $0.tvdbID > 0 }.map { series in
                        TitleCandidate(
                            media: .series,
                            title: series.title,
                            year: series.year > 0 ? series.year : nil,
                            catalogueID: series.tvdbID,
                            service: sonarr.id,
                            overview: series.overview,
                            poster: series.poster,
                            entry: series.id?.rawValue,
                            isComplete: series.episodeCount > 0
                                && series.episodeFileCount >= series.episodeCount,
                            score: score([series.title] + series.alternateTitles, series.year, 0),
                            isExact: isExact([series.title] + series.alternateTitles)
                        )
                    }
                )
            } catch { return .failure(error) }
        }
    }

    /// Looks up spelling after spelling until one gives something like what was asked; an id is looked up as it is.
    private func lookUp(
        term: (ExternalID) -> String?,
        _ ask: (String) async -> Result<[TitleCandidate], ServiceError>
    ) async -> Finding {
        var finding = Finding()
        let terms: [String]
        if let id = item.externalID {
            guard let term = term(id) else { return finding }
            terms = [term]
        } else if let title = item.title {
            terms = Array(TitleComparison.variants(String(title.prefix(200))).prefix(5))
        } else {
            return finding
        }
        for term in terms {
            switch await ask(term) {
            case .success(let found):
                for candidate in found where !finding.candidates.contains(where: { $0.key == candidate.key })
                {
                    finding.candidates.append(candidate)
                }
                if item.externalID != nil || finding.candidates.contains(where: { $0.score >= 0.75 }) {
                    return finding
                }
            case .failure(let error):
                finding.faults.append("\(error)")
                return finding
            }
        }
        return finding
    }

    private static func movieTerm(_ id: ExternalID) -> String? {
        id.source == .tvdb ? nil : "\(id.source.rawValue):\(id.id)"
    }

    private static func seriesTerm(_ id: ExternalID) -> String? { "\(id.source.rawValue):\(id.id)" }

    private func isExact(_ titles: [String]) -> Bool {
        guard let asked = item.title else { return item.externalID != nil }
        return titles.prefix(2).contains { TitleComparison.likeness(asked, $0) == 1 }
    }

    /// Likeness of the title first; then the year said, then how well known it is.
    private func score(_ titles: [String], _ year: Int, _ popularity: Double) -> Double {
        guard let asked = item.title else { return 1 }
        let likeness =
            titles.enumerated().map { place, title in
                TitleComparison.likeness(asked, title) - (place > 1 ? 0.05 : 0)
            }.max() ?? 0
        var score = likeness * 0.9 + min(popularity, 100) / 100 * 0.05
        if let wanted = item.year {
            score += year == wanted ? 0.1 : abs(year - wanted) == 1 ? 0.02 : -0.3
        }
        return max(0, min(1, score))
    }

    private func ranked(_ candidates: [TitleCandidate]) -> [TitleCandidate] {
        let wantsNew = item.constraints.contains { Sentence.fold($0).contains("new") }
        let sorted = candidates.enumerated().sorted { left, right in
            if left.element.isExact != right.element.isExact, item.year == nil { return left.element.isExact }
            if abs(left.element.score - right.element.score) > 0.03 {
                return left.element.score > right.element.score
            }
            if wantsNew, left.element.year != right.element.year {
                return left.element.year ?? 0 > right.element.year ?? 0
            }
            return left.offset < right.offset
        }
        return Array(sorted.map(\.element).filter { $0.score >= 0.45 }.prefix(8))
    }
}
