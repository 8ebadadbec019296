internal import Foundation
internal import OrderedJSON

extension SeriesLibrary {
    /// A series as `/series` gives it.
    func json(_ series: LibrarySeries, now: Date) -> JSONObject {
        let own = episodes(of: series.id)
        var object = facts(of: series.show, poster: "/MediaCover/\(series.id)/poster.jpg")
        object["seasons"] = .array(
            series.show.seasons.indices.map { index in
                [
                    "seasonNumber": .number(index + 1),
                    "monitored": .bool(series.monitoredSeasons.contains(index + 1)),
                    "statistics": .object(statistics(of: own.filter { $0.season == index + 1 })),
                ]
            }
        )
        object["path"] = .string(series.path)
        object["qualityProfileId"] = .number(series.profile)
        object["seasonFolder"] = .bool(series.seasonFolder)
        object["monitored"] = .bool(series.isMonitored)
        object["monitorNewItems"] = .string(series.monitorNewItems)
        object["seriesType"] = .string(series.type)
        object["rootFolderPath"] = .string(series.rootFolder + "/")
        object["tags"] = .array(series.tags.map { .number($0) })
        object["added"] = .string(series.added.ISO8601Format())
        var sums = statistics(of: own)
        sums["seasonCount"] = .number(series.show.seasons.count)
        object["statistics"] = .object(sums)
        object["id"] = .number(series.id)
        return object
    }

    /// A series as `/series/lookup` gives it: with the library's entry where there is one.
    func lookup(_ show: Show, now: Date) -> JSONObject {
        let poster = JSONValue.string("/MediaCoverProxy/\(show.tvdb)/poster.svg")
        if let series = series.first(where: { $0.show.tvdb == show.tvdb }) {
            var object = json(series, now: now)
            object["remotePoster"] = poster
            return object
        }
        var object = facts(of: show, poster: "/MediaCoverProxy/\(show.tvdb)/poster.svg")
        object["remotePoster"] = poster
        object["seasons"] = .array(
            show.seasons.indices.map { ["seasonNumber": .number($0 + 1), "monitored": true] }
        )
        object["qualityProfileId"] = 0
        object["seasonFolder"] = false
        object["monitored"] = true
        object["monitorNewItems"] = "all"
        object["seriesType"] = "standard"
        object["folder"] = .string(Titles.folder(show.title))
        object["tags"] = []
        object["added"] = "0001-01-01T00:00:00Z"
        object["statistics"] = [
            "seasonCount": .number(show.seasons.count), "episodeFileCount": 0, "episodeCount": 0,
            "totalEpisodeCount": 0, "sizeOnDisk": 0, "releaseGroups": [], "percentOfEpisodes": 0,
        ]
        return object
    }

    private func facts(of show: Show, poster: String) -> JSONObject {
        [
            "title": .string(show.title), "alternateTitles": [],
            "sortTitle": .string(Titles.sorted(show.title)),
            "status": show.ended ? "ended" : "continuing", "ended": .bool(show.ended), "overview": "",
            "network": .string(show.network), "airTime": "20:00",
            "images": [["coverType": "poster", "url": .string(poster), "remoteUrl": ""]],
            "originalLanguage": ["id": 1, "name": "English"], "seasons": [], "year": .number(show.year),
            "path": "",
            "qualityProfileId": 0, "seasonFolder": true, "monitored": true, "monitorNewItems": "all",
            "useSceneNumbering": false, "runtime": .number(show.runtime), "tvdbId": .number(show.tvdb),
            "tvRageId": 0, "tvMazeId": 0, "tmdbId": .number(show.tmdb), "seriesType": "standard",
            "cleanTitle": .string(Titles.clean(show.title)), "imdbId": .string(show.imdb),
            "titleSlug": .string(Titles.slug(show.title)), "certification": "",
            "genres": .array(show.genres.map(JSONValue.string)), "tags": [],
            "ratings": ["votes": 0, "value": 0],
            "languageProfileId": 1,
        ]
    }

    private func statistics(of episodes: [LibraryEpisode]) -> JSONObject {
        let files = episodes.compactMap(\.file)
        let counted = episodes.filter { $0.isMonitored || $0.file != nil }.count
        let bytes = Dictionary(files.map { ($0.id, $0.size) }, uniquingKeysWith: { first, _ in first }).values
            .reduce(0, +)
        return [
            "episodeFileCount": .number(files.count), "episodeCount": .number(counted),
            "totalEpisodeCount": .number(episodes.count), "sizeOnDisk": .number(bytes),
            "releaseGroups": .array(Set(files.map(\.group)).sorted().map(JSONValue.string)),
            "percentOfEpisodes": counted == 0 ? 0 : .number(Double(files.count) / Double(counted) * 100),
        ]
    }

    /// An episode as `/episode` gives it; titles are not in the catalogue, so it is called by its number.
    func json(_ episode: LibraryEpisode, now: Date) -> JSONObject {
        let show = series(episode.series)?.show
        var object: JSONObject = [
            "seriesId": .number(episode.series), "tvdbId": .number((show?.tvdb ?? 0) &* 100 + episode.number),
            "episodeFileId": .number(episode.file?.id ?? 0), "seasonNumber": .number(episode.season),
            "episodeNumber": .number(episode.number), "title": .string("Episode \(episode.number)"),
        ]
        object["airDate"] = .string("\((show?.year ?? 2000) + episode.season - 1)-01-01")
        object["airDateUtc"] = .string("\((show?.year ?? 2000) + episode.season - 1)-01-01T20:00:00Z")
        object["lastSearchTime"] = episode.lastSearch.map { .string($0.ISO8601Format()) }
        object["runtime"] = .number(show?.runtime ?? 0)
        object["overview"] = ""
        object["hasFile"] = .bool(episode.file != nil)
        object["monitored"] = .bool(episode.isMonitored)
        object["unverifiedSceneNumbering"] = false
        object["id"] = .number(episode.id)
        return object
    }

    /// An episode's file as `/episodefile` gives it.
    func json(_ file: MediaFile, of episode: LibraryEpisode) -> JSONObject {
        [
            "seriesId": .number(episode.series), "seasonNumber": .number(episode.season),
            "relativePath": .string(file.relativePath), "path": .string(file.path),
            "size": .number(file.size),
            "dateAdded": .string(file.added.ISO8601Format()), "sceneName": .string(file.sceneName),
            "releaseGroup": .string(file.group), "languages": [["id": 1, "name": "English"]],
            "quality": file.quality.model, "customFormats": [], "customFormatScore": 0, "indexerFlags": 0,
            "releaseType": "singleEpisode", "mediaInfo": file.mediaInfo, "qualityCutoffNotMet": false,
            "id": .number(file.id),
        ]
    }

    func match(of release: Release) -> JSONObject {
        let own = release.units.compactMap { episode($0.id) }
        guard let first = own.first, let series = series(first.series) else { return [:] }
        let numbers = JSONValue.array(own.map { .number($0.number) })
        return [
            "fullSeason": .bool(release.isSeasonPack), "seasonNumber": .number(first.season),
            "languageWeight": 0,
            "seriesTitle": .string(series.show.title), "episodeNumbers": release.isSeasonPack ? [] : numbers,
            "absoluteEpisodeNumbers": [], "mappedSeasonNumber": .number(first.season),
            "mappedEpisodeNumbers": numbers, "mappedAbsoluteEpisodeNumbers": [],
            "mappedSeriesId": .number(series.id),
            "mappedEpisodeInfo": .array(
                own.map {
                    [
                        "id": .number($0.id), "seasonNumber": .number($0.season),
                        "episodeNumber": .number($0.number),
                        "title": .string("Episode \($0.number)"),
                    ]
                }
            ),
            "tvdbId": .number(series.show.tvdb), "tvRageId": 0, "imdbId": .string(series.show.imdb),
            "episodeRequested": true, "isDaily": false, "isAbsoluteNumbering": false,
            "isPossibleSpecialEpisode": false, "special": false,
        ]
    }

    func parsed(_ title: String, now: Date) -> JSONValue {
        let units = units(named: title)
        let own = units.compactMap { episode($0.id) }
        let end = title.range(of: #"[. ]S\d+"#, options: .regularExpression)?.lowerBound ?? title.endIndex
        let name = String(title[..<end]).replacing(".", with: " ")
        let full = title.range(of: #"S\d+E\d+"#, options: .regularExpression) == nil
        var object: JSONObject = [
            "title": .string(title),
            "parsedEpisodeInfo": [
                "releaseTitle": .string(title), "seriesTitle": .string(name),
                "seriesTitleInfo": ["title": .string(name), "titleWithoutYear": .string(name), "year": 0],
                "quality": Quality.parsed(from: title, in: .sonarr).model,
                "seasonNumber": .number(own.first?.season ?? 0),
                "episodeNumbers": full ? [] : .array(own.map { .number($0.number) }),
                "absoluteEpisodeNumbers": [],
                "specialAbsoluteEpisodeNumbers": [], "languages": [["id": 1, "name": "English"]],
                "fullSeason": .bool(full), "isPartialSeason": false, "isMultiSeason": false,
                "isSeasonExtra": false,
                "isSplitEpisode": false, "isMiniSeries": false, "special": false,
                "releaseGroup": .string(title.split(separator: "-").last.map(String.init) ?? ""),
                "releaseHash": "",
                "seasonPart": 0, "releaseTokens": "", "isDaily": false, "isAbsoluteNumbering": false,
                "isPossibleSpecialEpisode": false, "isPossibleSceneSeasonSpecial": false,
                "releaseType": full ? "seasonPack" : "singleEpisode",
            ],
        ]
        if let series = own.first.flatMap({ series($0.series) }) {
            object["series"] = .object(json(series, now: now))
            object["episodes"] = .array(own.map { .object(json($0, now: now)) })
        }
        object["languages"] = [["id": 1, "name": "English"]]
        object["customFormats"] = []
        object["customFormatScore"] = 0
        return .object(object)
    }
}
