package import Activity
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP

/// How additions are read back and taken back.
package enum AdditionUndo {
    /// The operations that take additions back; files stay.
    ///
    /// - Parameter services: The services as connected when an undo happens.
    /// - Returns: One for films, one for series, one for monitoring.
    package static func operations(_ services: @escaping @Sendable () async -> RequestServices)
        -> [ChangeOperation]
    {
        [
            ChangeOperation(
                name: TitleAddition.movieOperation,
                read: { change in
                    guard let radarr = await services().radarr(change.service) else {
                        throw RequestError.noService(.radarr)
                    }
                    return try await state(of: change.parameters["tmdbId"]?.int ?? 0, in: radarr)
                },
                restore: { change in
                    guard let radarr = await services().radarr(change.service) else {
                        throw RequestError.noService(.radarr)
                    }
                    guard let id = try await radarr.movie(tmdbID: change.parameters["tmdbId"]?.int ?? 0)?.id
                    else { return }
                    try await radarr.deleteMovie(id, files: .kept)
                }
            ),
            ChangeOperation(
                name: TitleAddition.seriesOperation,
                read: { change in
                    guard let sonarr = await services().sonarr(change.service) else {
                        throw RequestError.noService(.sonarr)
                    }
                    return try await state(of: change.parameters["tvdbId"]?.int ?? 0, in: sonarr)
                },
                restore: { change in
                    guard let sonarr = await services().sonarr(change.service) else {
                        throw RequestError.noService(.sonarr)
                    }
                    guard let id = try await sonarr.series(tvdbID: change.parameters["tvdbId"]?.int ?? 0)?.id
                    else { return }
                    try await sonarr.deleteSeries(id, files: .kept)
                }
            ),
            ChangeOperation(
                name: TitleAddition.monitorOperation,
                read: { change in
                    guard let sonarr = await services().sonarr(change.service) else {
                        throw RequestError.noService(.sonarr)
                    }
                    return monitoring(try await sonarr.series(.init(change.parameters["seriesId"]?.int ?? 0)))
                },
                restore: { change in
                    guard let sonarr = await services().sonarr(change.service) else {
                        throw RequestError.noService(.sonarr)
                    }
                    let id = Series.ID(change.parameters["seriesId"]?.int ?? 0)
                    var value = try await sonarr.series(id).raw
                    let monitored = (change.before.array ?? []).compactMap(\.int)
                    value["seasons"] = .array(
                        (value["seasons"]?.array ?? []).map { season in
                            var season = season
                            season["monitored"] = .bool(monitored.contains(season["seasonNumber"]?.int ?? -1))
                            return season
                        }
                    )
                    _ = try await sonarr.updateSeries(id, to: value)
                }
            ),
        ]
    }

    static func state(of tmdbID: Int, in radarr: RadarrClient) async throws -> JSONValue {
        guard let movie = try await radarr.movie(tmdbID: tmdbID) else { return .null }
        return [
            "tmdbId": .number(movie.tmdbID),
            "qualityProfileId": .number(movie.qualityProfileID?.rawValue ?? 0),
            "rootFolderPath": .string(trimmed(movie.raw["rootFolderPath"]?.string ?? folder(of: movie.path))),
        ]
    }

    static func state(of tvdbID: Int, in sonarr: SonarrClient) async throws -> JSONValue {
        guard let series = try await sonarr.series(tvdbID: tvdbID) else { return .null }
        return [
            "tvdbId": .number(series.tvdbID),
            "qualityProfileId": .number(series.qualityProfileID?.rawValue ?? 0),
            "rootFolderPath": .string(
                trimmed(series.raw["rootFolderPath"]?.string ?? folder(of: series.path))
            ),
        ]
    }

    static func monitoring(_ series: Series) -> JSONValue {
        .array(series.seasons.filter(\.isMonitored).map(\.number).sorted().map { .number($0) })
    }

    /// A path without the slash at its end, which some replies have and some do not.
    static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static func folder(of path: String?) -> String {
        let parts = (path ?? "").split(separator: "/").dropLast()
        return "/" + parts.joined(separator: "/")
    }
}
