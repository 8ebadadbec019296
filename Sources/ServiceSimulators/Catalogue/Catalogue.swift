/// The films and series that the simulated look-ups know.
public struct Catalogue: Sendable {
    /// The films.
    public let films: [Film]
    /// The series.
    public let shows: [Show]

    /// A catalogue of these.
    public init(films: [Film], shows: [Show]) {
        self.films = films
        self.shows = shows
    }

    /// The films and series that come with this library.
    public static let standard = Catalogue(films: FilmTable.films, shows: ShowTable.shows)
}

extension Catalogue {
    /// The films for a term of Radarr's look-up, the best first.
    ///
    /// - Parameter term: Words, a title with a year, or `tmdb:438631`, `imdb:tt1160419`.
    public func films(matching term: String) -> [Film] {
        switch LookupTerm(term) {
        case .tmdb(let number): films.filter { $0.tmdb == number }
        case .imdb(let number): films.filter { $0.imdb == number }
        case .tvdb: []
        case .words(let words):
            ranked(films, words) { film in ([film.title] + film.alternateTitles, film.year) }
        }
    }

    /// The series for a term of Sonarr's look-up, the best first.
    ///
    /// - Parameter term: Words, a title with a year, or `tvdb:81189`, `imdb:…`, `tmdb:…`.
    public func shows(matching term: String) -> [Show] {
        switch LookupTerm(term) {
        case .tmdb(let number): shows.filter { $0.tmdb == number }
        case .imdb(let number): shows.filter { $0.imdb == number }
        case .tvdb(let number): shows.filter { $0.tvdb == number }
        case .words(let words): ranked(shows, words) { show in ([show.title], show.year) }
        }
    }

    /// Those that hold every word, whole titles before titles that begin so before the rest, newer ones first.
    private func ranked<Item>(
        _ items: [Item],
        _ words: LookupWords,
        _ names: (Item) -> (titles: [String], year: Int)
    ) -> [Item] {
        items.compactMap { item -> (item: Item, rank: Int, year: Int)? in
            let (titles, year) = names(item)
            guard let rank = titles.compactMap({ words.rank(of: $0, year: year) }).min() else { return nil }
            return (item, rank, year)
        }
        .sorted { ($0.rank, -$0.year) < ($1.rank, -$1.year) }
        .prefix(20).map(\.item)
    }
}

/// What a look-up was asked for.
private enum LookupTerm {
    case tmdb(Int), tvdb(Int)
    case imdb(String)
    case words(LookupWords)

    init(_ term: String) {
        let parts = term.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
        switch (parts.first?.lowercased(), parts.count == 2 ? Int(parts[1]) : nil) {
        case ("tmdb", let number?), ("tmdbid", let number?): self = .tmdb(number)
        case ("tvdb", let number?), ("tvdbid", let number?): self = .tvdb(number)
        case ("imdb", nil) where parts.count == 2, ("imdbid", nil) where parts.count == 2:
            self = .imdb(String(parts[1]))
        default: self = .words(LookupWords(term))
        }
    }
}

/// The words of a look-up, with the year apart.
private struct LookupWords {
    private let words: [String]
    private let year: Int?

    init(_ term: String) {
        var words = Titles.words(of: term)
        if words.count > 1, let last = words.last, last.count == 4, let year = Int(last),
            (1900...2100).contains(year)
        {
            self.year = year
            words.removeLast()
        } else {
            year = nil
        }
        self.words = words
    }

    /// 0 for the whole title, 1 for its beginning, 2 for its words anywhere; a wrong year counts for less.
    func rank(of title: String, year: Int) -> Int? {
        let title = Titles.words(of: title)
        guard !words.isEmpty else { return nil }
        let late = self.year.map { abs($0 - year) > 1 ? 3 : 0 } ?? 0
        let bare = title.first == "the" ? Array(title.dropFirst()) : title
        let asked = words.first == "the" && words.count > 1 ? Array(words.dropFirst()) : words
        if bare == asked { return late }
        if bare.starts(with: asked) { return 1 + late }
        let rest = Set(bare)
        return asked.allSatisfy { word in
            rest.contains(word) || bare.contains { word.count > 3 && $0.hasPrefix(word) }
        }
            ? 2 + late : nil
    }
}
