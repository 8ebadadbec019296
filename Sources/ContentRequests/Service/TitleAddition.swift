internal import Activity
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP

/// Carries a confirmed plan out through the change journal: adds, monitors, searches.
struct TitleAddition {
    /// What came of it.
    struct Outcome: Sendable {
        let entry: Int
        let change: Int64?
        let isSearching: Bool
    }

    let services: RequestServices
    let journal: ChangeJournal

    /// The names under which additions stand in the journal of changes.
    static let movieOperation = "radarr.movie.add"
    static let seriesOperation = "sonarr.series.add"
    static let monitorOperation = "sonarr.series.monitor"

    /// Does what the request's plan says; a title that is there already is not added again.
    ///
    /// - Throws: ``RequestError``, or what the journal or a client throws.
    func carryOut(_ request: ContentRequest) async throws -> Outcome {
        guard let choice = request.choice, let plan = request.plan else {
            throw RequestError.notNow(id: request.id, stage: request.stage)
        }
        return choice.media == .movie
            ? try await movie(request, choice, plan) : try await series(request, choice, plan)
    }

    private func movie(_ request: ContentRequest, _ choice: TitleCandidate, _ plan: RequestPlan) async throws
        -> Outcome
    {
        guard let radarr = services.radarr(plan.service) else { throw RequestError.noService(.radarr) }
        if let known = try await radarr.movie(tmdbID: choice.catalogueID), let id = known.id {
            _ = try await radarr.start(.moviesSearch([id]))
            return Outcome(entry: id.rawValue, change: nil, isSearching: true)
        }
        guard
            let found = try await radarr.lookup("tmdb:\(choice.catalogueID)").first(where: {
                $0.tmdbID == choice.catalogueID
            })
        else {
            throw RequestError.titleGone(choice.name)
        }
        let addition = MovieAddition(qualityProfile: .init(plan.profileID), rootFolderPath: plan.rootFolder)
        let change = try await journal.perform(
            PlannedChange(
                service: radarr.id,
                operation: Self.movieOperation,
                title: plan.summary(of: choice),
                parameters: ["tmdbId": .number(choice.catalogueID)],
                before: .null,
                after: [
                    "tmdbId": .number(choice.catalogueID), "qualityProfileId": .number(plan.profileID),
                    "rootFolderPath": .string(AdditionUndo.trimmed(plan.rootFolder)),
                ]
            ),
            correlation: request.correlation,
            write: { _ = try await radarr.add(found, addition) },
            readBack: { try await AdditionUndo.state(of: choice.catalogueID, in: radarr) }
        )
        guard let added = try await radarr.movie(tmdbID: choice.catalogueID), let id = added.id else {
            throw RequestError.notAdded(
                title: choice.name,
                reason: change.note ?? "\(radarr.id) does not show it"
            )
        }
        return Outcome(entry: id.rawValue, change: change.id, isSearching: true)
    }

    private func series(_ request: ContentRequest, _ choice: TitleCandidate, _ plan: RequestPlan) async throws
        -> Outcome
    {
        guard let sonarr = services.sonarr(plan.service) else { throw RequestError.noService(.sonarr) }
        if let known = try await sonarr.series(tvdbID: choice.catalogueID), let id = known.id {
            let change = try await monitor(request, known, id, plan, sonarr)
            return Outcome(entry: id.rawValue, change: change, isSearching: true)
        }
        guard
            let found = try await sonarr.lookup("tvdb:\(choice.catalogueID)").first(where: {
                $0.tvdbID == choice.catalogueID
            })
        else {
            throw RequestError.titleGone(choice.name)
        }
        var addition = SeriesAddition(qualityProfile: .init(plan.profileID), rootFolderPath: plan.rootFolder)
        switch plan.part {
        case .whole: break
        case .seasons(let seasons): addition.seasons = Set(seasons)
        case .future:
            addition.monitor = .future
            addition.search = .nothing
        case .episodes:
            addition.seasons = []
            addition.search = .nothing
        }
        if found.raw["genres"]?.array?.contains(where: { $0.string == "Anime" }) == true {
            addition.seriesType = .anime
        }
        let change = try await journal.perform(
            PlannedChange(
                service: sonarr.id,
                operation: Self.seriesOperation,
                title: plan.summary(of: choice),
                parameters: ["tvdbId": .number(choice.catalogueID)],
                before: .null,
                after: [
                    "tvdbId": .number(choice.catalogueID), "qualityProfileId": .number(plan.profileID),
                    "rootFolderPath": .string(AdditionUndo.trimmed(plan.rootFolder)),
                ]
            ),
            correlation: request.correlation,
            write: { [addition] in _ = try await sonarr.add(found, addition) },
            readBack: { try await AdditionUndo.state(of: choice.catalogueID, in: sonarr) }
        )
        guard let added = try await sonarr.series(tvdbID: choice.catalogueID), let id = added.id else {
            throw RequestError.notAdded(
                title: choice.name,
                reason: change.note ?? "\(sonarr.id) does not show it"
            )
        }
        if case .episodes(let wanted) = plan.part {
            try await searchEpisodes(wanted, of: id, in: sonarr)
        }
        return Outcome(
            entry: id.rawValue,
            change: change.id,
            isSearching: addition.search == .missingEpisodes || plan.part != .future
        )
    }

    /// Monitors more of a series that stands in the library, and searches for it.
    private func monitor(
        _ request: ContentRequest,
        _ known: Series,
        _ id: Series.ID,
        _ plan: RequestPlan,
        _ sonarr: SonarrClient
    ) async throws -> Int64? {
        if case .episodes(let wanted) = plan.part {
            try await searchEpisodes(wanted, of: id, in: sonarr)
            return nil
        }
        var wanted = Set(known.seasons.filter(\.isMonitored).map(\.number))
        let asked: [Int]
        switch plan.part {
        case .seasons(let seasons): asked = seasons
        default: asked = known.seasons.map(\.number).filter { $0 > 0 }
        }
        let before = AdditionUndo.monitoring(known)
        wanted.formUnion(asked)
        var value = known.raw
        value["monitored"] = true
        value["seasons"] = .array(
            (known.raw["seasons"]?.array ?? []).map { season in
                var season = season
                season["monitored"] = .bool(wanted.contains(season["seasonNumber"]?.int ?? -1))
                return season
            }
        )
        let after = JSONValue.array(wanted.sorted().map { .number($0) })
        var changed: Int64?
        if before != after {
            let change = try await journal.perform(
                PlannedChange(
                    service: sonarr.id,
                    operation: Self.monitorOperation,
                    title: request.choice.map(plan.summary) ?? "Monitor \(known.title)",
                    parameters: ["seriesId": .number(id.rawValue)],
                    before: before,
                    after: after
                ),
                correlation: request.correlation,
                write: { [value] in _ = try await sonarr.updateSeries(id, to: value) },
                readBack: { AdditionUndo.monitoring(try await sonarr.series(id)) }
            )
            changed = change.id
            // A season's episodes may have been taken out one by one.
            let episodes = try await sonarr.episodes(of: id).filter {
                asked.contains($0.seasonNumber) && !$0.isMonitored
            }
            if !episodes.isEmpty { try await sonarr.monitor(episodes.map(\.id), true) }
        }
        for season in asked.prefix(30) { _ = try await sonarr.start(.seasonSearch(id, season: season)) }
        return changed
    }

    /// Monitors single episodes and searches for them; right after an addition Sonarr may not know them yet.
    private func searchEpisodes(_ wanted: [EpisodeNumber], of id: Series.ID, in sonarr: SonarrClient)
        async throws
    {
        for attempt in 0..<5 {
            let episodes = try await sonarr.episodes(of: id).filter { episode in
                wanted.contains { $0.season == episode.seasonNumber && $0.episode == episode.episodeNumber }
            }
            if !episodes.isEmpty {
                try await sonarr.monitor(episodes.map(\.id), true)
                _ = try await sonarr.start(.episodeSearch(episodes.map(\.id)))
                return
            }
            if attempt < 4 { try await Task.sleep(for: .seconds(1)) }
        }
        throw RequestError.notAdded(
            title: wanted.map { "S\($0.season)E\($0.episode)" }.joined(separator: ", "),
            reason: "\(sonarr.id) knows no such episode"
        )
    }
}
