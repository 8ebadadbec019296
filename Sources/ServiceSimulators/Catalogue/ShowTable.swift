/// The series that come with this library.
enum ShowTable {
    static let shows: [Show] = [
        Show(
            title: "Breaking Bad",
            year: 2008,
            tvdb: 81189,
            imdb: "tt0903747",
            tmdb: 1396,
            runtime: 47,
            network: "AMC",
            ended: true,
            seasons: [7, 13, 13, 13, 16]
        )
    ]
}
