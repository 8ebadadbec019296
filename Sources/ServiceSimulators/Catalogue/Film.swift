/// A film that really exists, by its facts.
public struct Film: Sendable, Hashable {
    /// The title in English.
    public let title: String
    /// The year of its first showing.
    public let year: Int
    /// The number at The Movie Database.
    public let tmdb: Int
    /// The number at IMDb: `tt0133093`.
    public let imdb: String
    /// The length in minutes, 0 where not known.
    public let runtime: Int
    /// The genres in The Movie Database's words.
    public let genres: [String]
    /// Other titles under which it is looked for.
    public let alternateTitles: [String]
    /// The series of films that it belongs to.
    public let collection: FilmCollection?

    /// What a search sees of it.
    public init(
        title: String,
        year: Int,
        tmdb: Int,
        imdb: String,
        runtime: Int,
        genres: [String] = [],
        alternateTitles: [String] = [],
        collection: FilmCollection? = nil
    ) {
        self.title = title
        self.year = year
        self.tmdb = tmdb
        self.imdb = imdb
        self.runtime = runtime
        self.genres = genres
        self.alternateTitles = alternateTitles
        self.collection = collection
    }
}

/// A series of films at The Movie Database.
public struct FilmCollection: Sendable, Hashable {
    /// Its name: `Dune Collection`.
    public let title: String
    /// Its number.
    public let tmdb: Int

    /// A series of films.
    public init(title: String, tmdb: Int) {
        self.title = title
        self.tmdb = tmdb
    }
}
