package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// How a film is added.
package struct MovieAddition: Sendable, Hashable {
    /// What is searched for at once.
    package enum Search: Sendable, Hashable {
        case movie, nothing
    }

    /// The quality profile.
    package var qualityProfile: QualityProfile.ID
    /// The root folder.
    package var rootFolderPath: String
    /// From when it may be searched for.
    package var minimumAvailability: Movie.Availability
    /// What is searched for at once.
    package var search: Search
    /// Labels.
    package var tags: [Tag.ID]

    /// A way to add a film.
    package init(
        qualityProfile: QualityProfile.ID,
        rootFolderPath: String,
        minimumAvailability: Movie.Availability = .released,
        search: Search = .movie,
        tags: [Tag.ID] = []
    ) {
        self.qualityProfile = qualityProfile
        self.rootFolderPath = rootFolderPath
        self.minimumAvailability = minimumAvailability
        self.search = search
        self.tags = tags
    }
}

extension Movie {
    /// The body that adds this film: the looked-up object, with what adding needs.
    package func body(adding addition: MovieAddition) -> JSONValue {
        var body = raw
        body["id"] = nil
        body["qualityProfileId"] = .number(addition.qualityProfile.rawValue)
        body["rootFolderPath"] = .string(addition.rootFolderPath)
        body["monitored"] = true
        body["minimumAvailability"] = .string(addition.minimumAvailability.rawValue)
        body["tags"] = .array(addition.tags.map { .number($0.rawValue) })
        body["addOptions"] = ["monitor": "movieOnly", "searchForMovie": .bool(addition.search == .movie)]
        return body
    }
}

extension RadarrClient {
    /// Films by title, or by `tmdb:603` or `imdb:tt0133093`.
    package func lookup(_ term: String) async throws(ServiceError) -> [Movie] {
        try await api.list(
            "look up a film",
            "movie/lookup",
            query: [QueryItem("term", term)],
            allowance: .library
        )
    }

    /// The library.
    package func movies() async throws(ServiceError) -> [Movie] {
        try await api.list("read its films", "movie", allowance: .library)
    }

    /// The film of the library with this number at TMDB.
    package func movie(tmdbID: Int) async throws(ServiceError) -> Movie? {
        try await api.list("find a film", "movie", query: [QueryItem("tmdbId", tmdbID)], of: Movie.self).first
    }

    /// One film of the library.
    package func movie(_ id: Movie.ID) async throws(ServiceError) -> Movie {
        try await api.get("read a film", "movie/\(id)")
    }

    /// Adds a film of a look-up.
    package func add(_ movie: Movie, _ addition: MovieAddition) async throws(ServiceError) -> Movie {
        try await api.write(
            "add \(movie.title)",
            .post,
            "movie",
            body: movie.body(adding: addition),
            allowance: .library
        ).decoded()
    }

    /// Puts a film back, whole as it was read, changed where it shall change.
    package func updateMovie(_ id: Movie.ID, to value: JSONValue) async throws(ServiceError) -> Movie {
        try await api.write("change a film", .put, "movie/\(id)", body: value, purpose: .idempotentWrite)
            .decoded()
    }

    /// Takes a film out of the library.
    package func deleteMovie(_ id: Movie.ID, files: FilesOnDeletion) async throws(ServiceError) {
        try await api.write(
            "delete a film",
            .delete,
            "movie/\(id)",
            query: [QueryItem("deleteFiles", files == .deleted), QueryItem("addImportExclusion", false)]
        )
    }

    /// Films that are watched over, available and not there.
    package func missing(most: Int = 1_000) async throws(ServiceError) -> [Movie] {
        try await api.pages(
            "read what is wanted",
            "wanted/missing",
            query: [QueryItem("monitored", true)],
            most: most
        )
    }

    /// Films that are there and shall be better.
    package func cutoffUnmet(most: Int = 1_000) async throws(ServiceError) -> [Movie] {
        try await api.pages(
            "read what is wanted",
            "wanted/cutoff",
            query: [QueryItem("monitored", true)],
            most: most
        )
    }

    /// What comes out between two moments.
    package func calendar(from start: Date, to end: Date) async throws(ServiceError) -> [Movie] {
        try await api.list(
            "read the calendar",
            "calendar",
            query: [QueryItem("start", start.formatted(.iso8601)), QueryItem("end", end.formatted(.iso8601))]
        )
    }

    /// Asks all indexers for releases of a film; slow, and costs each of them a request.
    package func releases(for id: Movie.ID) async throws(ServiceError) -> [Release] {
        try await releases([QueryItem("movieId", id.rawValue)])
    }
}

extension ServarrCommand {
    /// Searches for films.
    package static func moviesSearch(_ ids: [Movie.ID]) -> ServarrCommand {
        ServarrCommand(
            name: "MoviesSearch",
            parameters: ["movieIds": .array(ids.map { .number($0.rawValue) })]
        )
    }
}
