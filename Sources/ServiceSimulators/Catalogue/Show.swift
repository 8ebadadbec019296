/// A television series that really exists, by its facts.
public struct Show: Sendable, Hashable {
    /// The title as TheTVDB writes it, with a country or a year where it needs one: `The Office (US)`.
    public let title: String
    /// The year of its first episode.
    public let year: Int
    /// The number at TheTVDB.
    public let tvdb: Int
    /// The number at IMDb.
    public let imdb: String
    /// The number at The Movie Database, 0 where not known.
    public let tmdb: Int
    /// The length of an episode in minutes.
    public let runtime: Int
    /// Where it was first shown.
    public let network: String
    /// Whether no further season comes.
    public let ended: Bool
    /// The number of episodes of each season, from the first on.
    public let seasons: [Int]
    /// The genres in TheTVDB's words.
    public let genres: [String]

    /// A series.
    public init(
        title: String,
        year: Int,
        tvdb: Int,
        imdb: String,
        tmdb: Int = 0,
        runtime: Int,
        network: String,
        ended: Bool,
        seasons: [Int],
        genres: [String] = []
    ) {
        self.title = title
        self.year = year
        self.tvdb = tvdb
        self.imdb = imdb
        self.tmdb = tmdb
        self.runtime = runtime
        self.network = network
        self.ended = ended
        self.seasons = seasons
        self.genres = genres
    }
}
