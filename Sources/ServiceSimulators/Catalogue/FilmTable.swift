/// The films that come with this library.
enum FilmTable {
    static let films: [Film] = [
        Film(title: "Dune", year: 2021, tmdb: 438631, imdb: "tt1160419", runtime: 155)
    ]
}
