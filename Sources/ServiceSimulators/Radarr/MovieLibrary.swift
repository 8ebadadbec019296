internal import Foundation
internal import OrderedJSON

/// A film of the library.
struct LibraryMovie: Sendable {
    let id: Int
    let film: Film
    var path: String
    var rootFolder: String
    var profile: Int
    var isMonitored: Bool
    var minimumAvailability: String
    var tags: [Int]
    let added: Date
    var file: MediaFile?
    var lastSearch: Date?
}

/// Radarr's library.
struct MovieLibrary: ServarrLibrary {
    let catalogue: Catalogue
    var movies: [LibraryMovie] = []
    private var lastID = 0

    init(catalogue: Catalogue) { self.catalogue = catalogue }

    /// Adds a film; its id.
    @discardableResult
    mutating func add(
        _ film: Film,
        rootFolder: String,
        profile: Int,
        monitored: Bool = true,
        availability: String = "released",
        tags: [Int] = [],
        path: String? = nil,
        at time: Date
    ) -> Int {
        lastID += 1
        let root = rootFolder.hasSuffix("/") ? String(rootFolder.dropLast()) : rootFolder
        movies.append(
            LibraryMovie(
                id: lastID,
                film: film,
                path: path ?? "\(root)/\(Self.folder(of: film))",
                rootFolder: root,
                profile: profile,
                isMonitored: monitored,
                minimumAvailability: availability,
                tags: tags,
                added: time
            )
        )
        return lastID
    }

    static func folder(of film: Film) -> String { "\(Titles.folder(film.title)) (\(film.year))" }

    func movie(_ id: Int) -> LibraryMovie? { movies.first { $0.id == id } }

    mutating func change(_ id: Int, _ change: (inout LibraryMovie) -> Void) {
        for index in movies.indices where movies[index].id == id { change(&movies[index]) }
    }

    func targets(of command: QueuedCommand) -> [SearchTarget]? {
        switch command.name {
        case "MoviesSearch": (command.body["movieIds"]?.array ?? []).compactMap(\.int).map(SearchTarget.movie)
        case "MissingMoviesSearch": movies.filter { $0.isMonitored && $0.file == nil }.map { .movie($0.id) }
        case "CutoffUnmetMoviesSearch":
            movies.filter { $0.isMonitored && $0.file != nil }.map { .movie($0.id) }
        default: nil
        }
    }

    func releases(for target: SearchTarget, indexers: [JSONObject]) -> [Release] {
        guard case .movie(let id) = target, let movie = movie(id) else { return [] }
        return ReleaseShelf.releases(
            of: "\(Titles.dotted(movie.film.title)).\(movie.film.year)",
            minutes: movie.film.runtime,
            units: [.movie(id)],
            isSeasonPack: false,
            indexers: indexers,
            application: .radarr
        )
    }

    func units(named title: String) -> [MediaUnit] {
        let title = Titles.dotted(title).lowercased()
        return movies.filter {
            title.hasPrefix("\(Titles.dotted($0.film.title)).\($0.film.year)".lowercased())
        }
        .prefix(1).map { .movie($0.id) }
    }

    func contains(_ unit: MediaUnit) -> Bool { movie(unit.id) != nil }
    func file(of unit: MediaUnit) -> MediaFile? { movie(unit.id)?.file }
    func profile(of unit: MediaUnit) -> Int? { movie(unit.id)?.profile }
    func isMonitored(_ unit: MediaUnit) -> Bool { movie(unit.id)?.isMonitored ?? false }
    func runtime(of unit: MediaUnit) -> Int { movie(unit.id)?.film.runtime ?? 0 }

    func isAvailable(_ unit: MediaUnit, now: Date) -> Bool {
        movie(unit.id).map {
            Self.status(of: $0.film, now: now) == "released" || $0.minimumAvailability == "announced"
        } ?? false
    }

    func place(of unit: MediaUnit, release: String) -> (folder: String, relative: String)? {
        movie(unit.id).map { movie in (movie.path, "\(Self.folder(of: movie.film)) - \(release)") }
    }

    mutating func attach(_ file: MediaFile, to unit: MediaUnit) { change(unit.id) { $0.file = file } }

    mutating func noteSearch(_ target: SearchTarget, at time: Date) {
        if case .movie(let id) = target { change(id) { $0.lastSearch = time } }
    }

    func reference(to unit: MediaUnit?, including request: SimulatedRequest, now: Date) -> JSONObject {
        guard let unit else { return [:] }
        var object: JSONObject = ["movieId": .number(unit.id)]
        if request.bool("includeMovie") == true, let movie = movie(unit.id) {
            object["movie"] = .object(json(movie, now: now))
        }
        return object
    }

    func commandAfterFailure(of units: [MediaUnit]) -> (name: String, body: JSONObject)? {
        units.isEmpty ? nil : ("MoviesSearch", ["movieIds": .array(units.map { .number($0.id) })])
    }

    func match(of release: Release) -> JSONObject {
        guard let unit = release.units.first, let movie = movie(unit.id) else { return [:] }
        return [
            "movieTitles": [.string(movie.film.title)], "mappedMovieId": .number(movie.id),
            "tmdbId": .number(movie.film.tmdb), "imdbId": .number(Int(movie.film.imdb.dropFirst(2)) ?? 0),
            "movieRequested": true, "edition": "",
        ]
    }

    func parsed(_ title: String, now: Date) -> JSONValue {
        let quality = Quality.parsed(from: title, in: .radarr)
        let words = title.split { ". _-[]()".contains($0) }.map(String.init)
        let yearIndex = words.lastIndex {
            $0.count == 4 && Int($0).map { (1900...2100).contains($0) } == true
        }
        let name = words.prefix(yearIndex ?? words.count).joined(separator: " ")
        var object: JSONObject = [
            "title": .string(title),
            "parsedMovieInfo": [
                "movieTitles": [.string(name)], "originalTitle": .string(title),
                "releaseTitle": .string(title),
                "simpleReleaseTitle": .string(title), "quality": quality.model,
                "languages": [["id": 1, "name": "English"]],
                "releaseGroup": .string(title.split(separator: "-").last.map(String.init) ?? ""),
                "releaseHash": "",
                "edition": "", "year": .number(yearIndex.flatMap { Int(words[$0]) } ?? 0), "imdbId": "",
                "tmdbId": 0,
                "movieTitle": .string(name), "primaryMovieTitle": .string(name),
            ],
        ]
        if let unit = units(named: title).first, let movie = movie(unit.id) {
            object["movie"] = .object(json(movie, now: now))
        }
        object["languages"] = [["id": 1, "name": "English"]]
        object["customFormats"] = []
        object["customFormatScore"] = 0
        return .object(object)
    }
}
