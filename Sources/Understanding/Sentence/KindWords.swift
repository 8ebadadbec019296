internal import MediaDomain

/// The words that say film or series.
enum KindWords {
    private static let movie: Set<String> = [
        "movie", "movies", "film", "films", "flick", "filme", "pelicula", "peliculas", "feature", "spielfilm",
        "kinofilm", "peli", "trilogy", "trilogie", "trilogia",
    ]
    private static let series: Set<String> = [
        "series", "show", "shows", "sitcom", "anime", "miniseries", "miniserie", "docuseries", "tv", "serie",
        "serien", "tvshow", "telenovela", "cartoon",
        "season", "seasons", "staffel", "staffeln", "saison", "saisons", "temporada", "temporadas",
        "stagione", "stagioni", "seizoen", "seizoenen",
        "episode", "episodes", "folge", "folgen", "episodio", "episodios", "capitulo", "capitulos", "episodi",
        "puntata", "puntate", "aflevering", "afleveringen", "zeichentrickserie",
        "airs", "airing", "kdrama", "soap",
    ]

    /// What a word says, if anything.
    static func kind(_ word: String) -> MediaKind? {
        if movie.contains(word) { return .movie }
        return series.contains(word) ? .series : nil
    }
}
