package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// A film of the library, or of a look-up, where its `id` is nil.
///
/// - Note: Source: `GET /api/v3/movie`, `GET /api/v3/movie/lookup`.
package struct Movie: ServiceRow {
    package typealias ID = ResourceID<Movie>

    /// The number, nil for one that is not in the library.
    package let id: ID?
    /// The title.
    package let title: String
    /// The title in its own language.
    package let originalTitle: String?
    /// Other titles.
    package let alternateTitles: [String]
    /// The year, 0 if unknown.
    package let year: Int
    /// How far it has come.
    package let status: Availability
    /// What it is about.
    package let overview: String?
    /// The number at TMDB.
    package let tmdbID: Int
    /// The number at IMDb, `tt0133093`.
    package let imdbID: String?
    /// A picture outside.
    package let poster: String?
    /// The folder, nil in a look-up.
    package let path: String?
    /// The quality profile, nil in a look-up.
    package let qualityProfileID: QualityProfile.ID?
    /// Whether it is watched over.
    package let isMonitored: Bool
    /// Whether it is there.
    package let hasFile: Bool
    /// Whether it may be searched for yet.
    package let isAvailable: Bool
    /// From when it may be searched for.
    package let minimumAvailability: Availability
    /// When it came to cinemas.
    package let inCinemas: Date?
    /// When it came as a stream or to buy.
    package let digitalRelease: Date?
    /// When it came on disc.
    package let physicalRelease: Date?
    /// When it was last searched for.
    package let lastSearchTime: Date?
    /// When it was added.
    package let added: Date?
    /// Bytes on the disk.
    package let sizeOnDisk: Int
    /// The quality's name of the file that is there.
    package let fileQuality: String?
    /// Minutes.
    package let runtime: Int
    /// How widely it is known, by TMDB's own measure.
    package let popularity: Double
    /// Its labels.
    package let tags: [Tag.ID]
    /// The set it belongs to.
    package let collection: String?
    /// All of it, for writing back.
    package let raw: JSONValue

    /// How far a film has come.
    package struct Availability: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let toBeAnnounced = Availability(rawValue: "tba")
        package static let announced = Availability(rawValue: "announced")
        package static let inCinemas = Availability(rawValue: "inCinemas")
        package static let released = Availability(rawValue: "released")
        package static let deleted = Availability(rawValue: "deleted")
    }

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = row.reference("id")
        title = try row.requiredText("title")
        originalTitle = row.text("originalTitle")
        alternateTitles = row.rows("alternateTitles").compactMap { $0.text("title") }
        year = row.int("year") ?? 0
        status = row.term("status")
        overview = row.text("overview")
        tmdbID = row.int("tmdbId") ?? 0
        imdbID = row.text("imdbId")
        poster = row.text("remotePoster") ?? row.remotePoster
        path = row.text("path")
        qualityProfileID = row.reference("qualityProfileId")
        isMonitored = row.flag("monitored") ?? false
        hasFile = row.flag("hasFile") ?? false
        isAvailable = row.flag("isAvailable") ?? false
        minimumAvailability = row.term("minimumAvailability")
        inCinemas = row.date("inCinemas")
        digitalRelease = row.date("digitalRelease")
        physicalRelease = row.date("physicalRelease")
        lastSearchTime = row.date("lastSearchTime")
        added = row.date("added")
        sizeOnDisk = row.int("sizeOnDisk") ?? row.row("statistics")?.int("sizeOnDisk") ?? 0
        fileQuality = row.row("movieFile")?.row("quality")?.row("quality")?.text("name")
        runtime = row.int("runtime") ?? 0
        popularity = row.number("popularity") ?? 0
        tags = row.references("tags")
        collection = row.row("collection")?.text("title") ?? row.row("collection")?.text("name")
        raw = row.value
    }
}
