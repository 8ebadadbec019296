internal import MediaDomain
internal import ServarrClient
internal import ServiceHTTP

/// Looks whether what a plan wants is in the library already.
struct LibraryCheck {
    let services: RequestServices

    /// Whether all that is wanted stands in the library, is monitored, and has its files or will get them by itself.
    ///
    /// - Throws: What the service's client throws.
    func isThere(_ choice: TitleCandidate, _ plan: RequestPlan) async throws -> Bool {
        guard plan.extendsEntry else { return false }
        if choice.media == .movie {
            guard let movie = try await services.radarr(plan.service)?.movie(tmdbID: choice.catalogueID)
            else { return false }
            return movie.hasFile || movie.isMonitored
        }
        guard let sonarr = services.sonarr(plan.service),
            let series = try await sonarr.series(tvdbID: choice.catalogueID), let id = series.id
        else {
            return false
        }
        switch plan.part {
        case .future: return series.isMonitored
        case .whole:
            return series.isMonitored
                && series.seasons.filter { $0.number > 0 }.allSatisfy { $0.isMonitored || isComplete($0) }
        case .seasons(let numbers):
            return numbers.allSatisfy { number in
                series.seasons.contains { $0.number == number && isComplete($0) }
            }
        case .episodes(let wanted):
            let episodes = try await sonarr.episodes(of: id)
            return wanted.allSatisfy { number in
                episodes.contains {
                    $0.seasonNumber == number.season && $0.episodeNumber == number.episode && $0.hasFile
                }
            }
        }
    }

    private func isComplete(_ season: Series.Season) -> Bool {
        season.totalEpisodeCount > 0 && season.episodeFileCount >= season.totalEpisodeCount
    }
}
