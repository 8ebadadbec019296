package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// A series of the library, or of a look-up, where its `id` is nil.
///
/// - Note: Source: `GET /api/v3/series`, `GET /api/v3/series/lookup`.
package struct Series: ServiceRow {
    package typealias ID = ResourceID<Series>

    /// The number, nil for one that is not in the library.
    package let id: ID?
    /// The title.
    package let title: String
    /// Other titles.
    package let alternateTitles: [String]
    /// The year of the first episode, 0 if unknown.
    package let year: Int
    /// Whether it goes on.
    package let status: Status
    /// What it is about.
    package let overview: String?
    /// Who sends it.
    package let network: String?
    /// The number at TheTVDB.
    package let tvdbID: Int
    /// The number at IMDb, `tt0903747`.
    package let imdbID: String?
    /// The number at TMDB, nil if unknown.
    package let tmdbID: Int?
    /// A picture outside.
    package let poster: String?
    /// The seasons, specials (0) included.
    package let seasons: [Season]
    /// The folder, nil in a look-up.
    package let path: String?
    /// The quality profile, nil in a look-up.
    package let qualityProfileID: QualityProfile.ID?
    /// Whether it is watched over.
    package let isMonitored: Bool
    /// How its episodes are numbered.
    package let seriesType: SeriesType
    /// When the next episode comes.
    package let nextAiring: Date?
    /// When it was added.
    package let added: Date?
    /// Episodes that are there.
    package let episodeFileCount: Int
    /// Episodes that are watched over and have been sent, or are there.
    package let episodeCount: Int
    /// Bytes on the disk.
    package let sizeOnDisk: Int
    /// Its labels.
    package let tags: [Tag.ID]
    /// Minutes of an episode.
    package let runtime: Int
    /// All of it, for writing back.
    package let raw: JSONValue

    /// Whether a series goes on.
    package struct Status: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let continuing = Status(rawValue: "continuing")
        package static let ended = Status(rawValue: "ended")
        package static let upcoming = Status(rawValue: "upcoming")
        package static let deleted = Status(rawValue: "deleted")
    }

    /// How episodes are numbered.
    package struct SeriesType: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let standard = SeriesType(rawValue: "standard")
        package static let daily = SeriesType(rawValue: "daily")
        package static let anime = SeriesType(rawValue: "anime")
    }

    /// A season.
    package struct Season: ServiceRow, Hashable {
        /// The number, 0 for specials.
        package let number: Int
        /// Whether it is watched over.
        package let isMonitored: Bool
        /// Episodes that are there.
        package let episodeFileCount: Int
        /// All its episodes, those to come included; 0 in a look-up.
        package let totalEpisodeCount: Int

        package init(_ row: JSONRow) throws(RowFault) {
            number = try row.requiredInt("seasonNumber")
            isMonitored = row.flag("monitored") ?? false
            episodeFileCount = row.row("statistics")?.int("episodeFileCount") ?? 0
            totalEpisodeCount = row.row("statistics")?.int("totalEpisodeCount") ?? 0
        }
    }

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = row.reference("id")
        title = try row.requiredText("title")
        alternateTitles = row.rows("alternateTitles").compactMap { $0.text("title") }
        year = row.int("year") ?? 0
        status = row.term("status")
        overview = row.text("overview")
        network = row.text("network")
        tvdbID = row.int("tvdbId") ?? 0
        imdbID = row.text("imdbId")
        tmdbID = row.int("tmdbId").flatMap { $0 > 0 ? $0 : nil }
        poster = row.text("remotePoster") ?? row.remotePoster
        seasons = row.value["seasons"] == nil ? [] : try row.elements(of: "seasons")
        path = row.text("path")
        qualityProfileID = row.reference("qualityProfileId")
        isMonitored = row.flag("monitored") ?? false
        seriesType = row.term("seriesType")
        nextAiring = row.date("nextAiring")
        added = row.date("added")
        let statistics = row.row("statistics")
        episodeFileCount = statistics?.int("episodeFileCount") ?? 0
        episodeCount = statistics?.int("episodeCount") ?? 0
        sizeOnDisk = statistics?.int("sizeOnDisk") ?? 0
        tags = row.references("tags")
        runtime = row.int("runtime") ?? 0
        raw = row.value
    }
}

extension JSONRow {
    /// The poster among `images`.
    var remotePoster: String? {
        rows("images").first { $0.text("coverType") == "poster" }?.text("remoteUrl")
    }
}
