package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// An episode.
///
/// - Note: Source: `GET /api/v3/episode`, `/wanted/missing`, `/calendar`.
package struct Episode: ServiceRow, Identifiable {
    package let id: ResourceID<Episode>
    /// The series.
    package let seriesID: Series.ID
    /// The season, 0 for specials.
    package let seasonNumber: Int
    /// The number in the season.
    package let episodeNumber: Int
    /// The title.
    package let title: String
    /// When it is sent, nil if not known.
    package let airDate: Date?
    /// Whether it is there.
    package let hasFile: Bool
    /// Whether it is watched over.
    package let isMonitored: Bool
    /// When it was last searched for.
    package let lastSearchTime: Date?
    /// The series, where it was asked for.
    package let series: Series?
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        seriesID = ResourceID(row.int("seriesId") ?? 0)
        seasonNumber = row.int("seasonNumber") ?? 0
        episodeNumber = row.int("episodeNumber") ?? 0
        title = row.text("title") ?? ""
        airDate = row.date("airDateUtc") ?? row.date("airDate")
        hasFile = row.flag("hasFile") ?? false
        isMonitored = row.flag("monitored") ?? false
        lastSearchTime = row.date("lastSearchTime")
        if let series = row.row("series") { self.series = try Series(series) } else { series = nil }
        raw = row.value
    }
}

extension SonarrClient {
    /// The episodes of a series.
    package func episodes(of id: Series.ID) async throws(ServiceError) -> [Episode] {
        try await api.list(
            "read the episodes of a series",
            "episode",
            query: [QueryItem("seriesId", id.rawValue)]
        )
    }

    /// One episode.
    package func episode(_ id: Episode.ID) async throws(ServiceError) -> Episode {
        try await api.get("read an episode", "episode/\(id)")
    }

    /// Has episodes watched over, or no longer.
    package func monitor(_ ids: [Episode.ID], _ isMonitored: Bool) async throws(ServiceError) {
        try await api.write(
            "change which episodes are monitored",
            .put,
            "episode/monitor",
            body: ["episodeIds": .array(ids.map { .number($0.rawValue) }), "monitored": .bool(isMonitored)],
            purpose: .idempotentWrite
        )
    }

    /// Episodes that are watched over, have been sent and are not there; latest first.
    package func missing(most: Int = 1_000) async throws(ServiceError) -> [Episode] {
        try await wanted("missing", most)
    }

    /// Episodes that are there and shall be better.
    package func cutoffUnmet(most: Int = 1_000) async throws(ServiceError) -> [Episode] {
        try await wanted("cutoff", most)
    }

    private func wanted(_ list: String, _ most: Int) async throws(ServiceError) -> [Episode] {
        try await api.pages(
            "read what is wanted",
            "wanted/\(list)",
            query: [
                QueryItem("sortKey", "episodes.airDateUtc"), QueryItem("sortDirection", "descending"),
                QueryItem("includeSeries", true), QueryItem("monitored", true),
            ],
            most: most
        )
    }

    /// What is sent between two moments.
    package func calendar(from start: Date, to end: Date) async throws(ServiceError) -> [Episode] {
        try await api.list(
            "read the calendar",
            "calendar",
            query: [
                QueryItem("start", start.formatted(.iso8601)), QueryItem("end", end.formatted(.iso8601)),
                QueryItem("includeSeries", true),
            ]
        )
    }

    /// Asks all indexers for releases of an episode; slow, and costs each of them a request.
    package func releases(for id: Episode.ID) async throws(ServiceError) -> [Release] {
        try await releases([QueryItem("episodeId", id.rawValue)])
    }

    /// Asks all indexers for releases of a season; slow, and costs each of them a request.
    package func releases(for id: Series.ID, season: Int) async throws(ServiceError) -> [Release] {
        try await releases([QueryItem("seriesId", id.rawValue), QueryItem("seasonNumber", season)])
    }
}

extension ServarrCommand {
    /// Searches for episodes.
    package static func episodeSearch(_ ids: [Episode.ID]) -> ServarrCommand {
        ServarrCommand(
            name: "EpisodeSearch",
            parameters: ["episodeIds": .array(ids.map { .number($0.rawValue) })]
        )
    }

    /// Searches for a season.
    package static func seasonSearch(_ id: Series.ID, season: Int) -> ServarrCommand {
        ServarrCommand(
            name: "SeasonSearch",
            parameters: ["seriesId": .number(id.rawValue), "seasonNumber": .number(season)]
        )
    }

    /// Searches for all that is watched over and missing of a series.
    package static func seriesSearch(_ id: Series.ID) -> ServarrCommand {
        ServarrCommand(name: "SeriesSearch", parameters: ["seriesId": .number(id.rawValue)])
    }
}
