internal import Foundation
internal import OrderedJSON

/// An episode of the library.
struct LibraryEpisode: Sendable {
    let id: Int
    let series: Int
    let season: Int
    let number: Int
    var isMonitored: Bool
    var file: MediaFile?
    var lastSearch: Date?
}

/// A series of the library.
struct LibrarySeries: Sendable {
    let id: Int
    let show: Show
    var path: String
    var rootFolder: String
    var profile: Int
    var isMonitored: Bool
    var monitorNewItems: String
    var seasonFolder: Bool
    var type: String
    var tags: [Int]
    let added: Date
    var monitoredSeasons: Set<Int>
}

/// Sonarr's library.
struct SeriesLibrary: ServarrLibrary {
    let catalogue: Catalogue
    var series: [LibrarySeries] = []
    var episodes: [LibraryEpisode] = []
    private var lastSeries = 0
    private var lastEpisode = 0

    init(catalogue: Catalogue) { self.catalogue = catalogue }

    /// Adds a series with all its episodes; its id.
    @discardableResult
    mutating func add(
        _ show: Show,
        rootFolder: String,
        profile: Int,
        monitored: Bool = true,
        seasonFolder: Bool = true,
        type: String = "standard",
        tags: [Int] = [],
        monitor: String = "all",
        monitoredSeasons: Set<Int>? = nil,
        path: String? = nil,
        at time: Date
    ) -> Int {
        lastSeries += 1
        let root = rootFolder.hasSuffix("/") ? String(rootFolder.dropLast()) : rootFolder
        let all = Set(show.seasons.indices.map { $0 + 1 })
        let seasons: Set<Int> =
            switch monitor {
            case "none": []
            case "firstSeason": [1]
            case "pilot": [1]
            case "lastSeason", "latestSeason": [show.seasons.count]
            case "future", "existing": show.ended || monitor == "existing" ? [] : [show.seasons.count]
            default: monitoredSeasons ?? all
            }
        series.append(
            LibrarySeries(
                id: lastSeries,
                show: show,
                path: path ?? "\(root)/\(Titles.folder(show.title))",
                rootFolder: root,
                profile: profile,
                isMonitored: monitored,
                monitorNewItems: "all",
                seasonFolder: seasonFolder,
                type: type,
                tags: tags,
                added: time,
                monitoredSeasons: seasons
            )
        )
        for (index, count) in show.seasons.enumerated() {
            for number in 1...max(count, 1) where count > 0 {
                lastEpisode += 1
                let isMonitored =
                    switch monitor {
                    case "pilot": index == 0 && number == 1
                    case "future": false
                    default: seasons.contains(index + 1)
                    }
                episodes.append(
                    LibraryEpisode(
                        id: lastEpisode,
                        series: lastSeries,
                        season: index + 1,
                        number: number,
                        isMonitored: isMonitored
                    )
                )
            }
        }
        return lastSeries
    }

    func series(_ id: Int) -> LibrarySeries? { series.first { $0.id == id } }
    func episode(_ id: Int) -> LibraryEpisode? { episodes.first { $0.id == id } }
    func episodes(of series: Int, season: Int? = nil) -> [LibraryEpisode] {
        episodes.filter { $0.series == series && (season == nil || $0.season == season) }
    }

    mutating func change(_ id: Int, _ change: (inout LibrarySeries) -> Void) {
        for index in series.indices where series[index].id == id { change(&series[index]) }
    }

    mutating func changeEpisodes(
        where isMeant: (LibraryEpisode) -> Bool,
        _ change: (inout LibraryEpisode) -> Void
    ) {
        for index in episodes.indices where isMeant(episodes[index]) { change(&episodes[index]) }
    }

    func targets(of command: QueuedCommand) -> [SearchTarget]? {
        let body = command.body
        switch command.name {
        case "EpisodeSearch":
            return (body["episodeIds"]?.array ?? []).compactMap(\.int).map(SearchTarget.episode)
        case "SeasonSearch":
            guard let id = body["seriesId"]?.int, let season = body["seasonNumber"]?.int else { return [] }
            return [.season(series: id, number: season)]
        case "SeriesSearch":
            guard let id = body["seriesId"]?.int, let series = series(id) else { return [] }
            return series.monitoredSeasons.sorted().map { .season(series: id, number: $0) }
        case "MissingEpisodeSearch":
            return episodes.filter { $0.isMonitored && $0.file == nil }.map { .episode($0.id) }
        case "CutoffUnmetEpisodeSearch":
            return episodes.filter { $0.isMonitored && $0.file != nil }.map { .episode($0.id) }
        default: return nil
        }
    }

    func releases(for target: SearchTarget, indexers: [JSONObject]) -> [Release] {
        switch target {
        case .movie: return []
        case .episode(let id):
            guard let episode = episode(id), let series = series(episode.series) else { return [] }
            return ReleaseShelf.releases(
                of: "\(Titles.dotted(series.show.title)).\(Self.code(episode))",
                minutes: series.show.runtime,
                units: [.episode(id)],
                isSeasonPack: false,
                indexers: indexers,
                application: .sonarr
            )
        case .season(let id, let number):
            guard let series = series(id) else { return [] }
            let all = episodes(of: id, season: number)
            return ReleaseShelf.releases(
                of: "\(Titles.dotted(series.show.title)).S\(Self.two(number))",
                minutes: series.show.runtime * all.count,
                units: all.map { .episode($0.id) },
                isSeasonPack: true,
                indexers: indexers,
                application: .sonarr
            )
        }
    }

    func units(named title: String) -> [MediaUnit] {
        let title = Titles.dotted(title).lowercased()
        for series in series {
            let name = Titles.dotted(series.show.title).lowercased()
            guard title.hasPrefix(name + ".s") else { continue }
            let rest = title.dropFirst(name.count + 2)
            guard let season = Int(rest.prefix { $0.isNumber }) else { continue }
            let after = rest.drop { $0.isNumber }
            let number = after.first == "e" ? Int(after.dropFirst().prefix { $0.isNumber }) : nil
            return episodes(of: series.id, season: season).filter { number == nil || $0.number == number }
                .map { .episode($0.id) }
        }
        return []
    }

    func contains(_ unit: MediaUnit) -> Bool { episode(unit.id) != nil }
    func file(of unit: MediaUnit) -> MediaFile? { episode(unit.id)?.file }
    func profile(of unit: MediaUnit) -> Int? { episode(unit.id).flatMap { series($0.series) }?.profile }
    func isMonitored(_ unit: MediaUnit) -> Bool {
        guard let episode = episode(unit.id) else { return false }
        return episode.isMonitored && series(episode.series)?.isMonitored == true
    }
    func isAvailable(_ unit: MediaUnit, now: Date) -> Bool { true }
    func runtime(of unit: MediaUnit) -> Int {
        episode(unit.id).flatMap { series($0.series) }?.show.runtime ?? 0
    }

    func place(of unit: MediaUnit, release: String) -> (folder: String, relative: String)? {
        guard let episode = episode(unit.id), let series = series(episode.series) else { return nil }
        let folder = series.seasonFolder ? "Season \(Self.two(episode.season))/" : ""
        return (
            series.path, "\(folder)\(Titles.folder(series.show.title)) - \(Self.code(episode)) - \(release)"
        )
    }

    mutating func attach(_ file: MediaFile, to unit: MediaUnit) {
        changeEpisodes(where: { $0.id == unit.id }) { $0.file = file }
    }

    mutating func noteSearch(_ target: SearchTarget, at time: Date) {
        changeEpisodes { episode in
            switch target {
            case .movie: false
            case .episode(let id): episode.id == id
            case .season(let series, let number): episode.series == series && episode.season == number
            }
        } _: {
            $0.lastSearch = time
        }
    }

    func reference(to unit: MediaUnit?, including request: SimulatedRequest, now: Date) -> JSONObject {
        guard let unit, let episode = episode(unit.id) else { return [:] }
        var object: JSONObject = [
            "seriesId": .number(episode.series), "episodeId": .number(episode.id),
            "seasonNumber": .number(episode.season),
        ]
        if request.bool("includeSeries") == true, let series = series(episode.series) {
            object["series"] = .object(json(series, now: now))
        }
        if request.bool("includeEpisode") == true { object["episode"] = .object(json(episode, now: now)) }
        object["episodeHasFile"] = .bool(episode.file != nil)
        return object
    }

    func commandAfterFailure(of units: [MediaUnit]) -> (name: String, body: JSONObject)? {
        guard let first = units.first.flatMap({ episode($0.id) }) else { return nil }
        if units.count > 1, units.count == episodes(of: first.series, season: first.season).count {
            return (
                "SeasonSearch", ["seriesId": .number(first.series), "seasonNumber": .number(first.season)]
            )
        }
        return ("EpisodeSearch", ["episodeIds": .array(units.map { .number($0.id) })])
    }

    /// `S01E02`.
    static func code(_ episode: LibraryEpisode) -> String { "S\(two(episode.season))E\(two(episode.number))" }
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
