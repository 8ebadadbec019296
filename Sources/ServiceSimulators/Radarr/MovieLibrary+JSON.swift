internal import Foundation
internal import OrderedJSON

extension MovieLibrary {
    /// `announced`, `inCinemas` or `released`, by the year alone: the catalogue holds no days.
    static func status(of film: Film, now: Date) -> String {
        let year = Calendar(identifier: .gregorian).component(.year, from: now)
        return film.year > year ? "announced" : "released"
    }

    /// A film as `/movie` gives it.
    func json(_ movie: LibraryMovie, now: Date) -> JSONObject {
        var object = facts(of: movie.film, now: now, poster: "/MediaCover/\(movie.id)/poster.jpg")
        object["sizeOnDisk"] = .number(movie.file?.size ?? 0)
        object["path"] = .string(movie.path)
        object["qualityProfileId"] = .number(movie.profile)
        object["hasFile"] = .bool(movie.file != nil)
        object["movieFileId"] = .number(movie.file?.id ?? 0)
        object["monitored"] = .bool(movie.isMonitored)
        object["minimumAvailability"] = .string(movie.minimumAvailability)
        object["isAvailable"] = .bool(isAvailable(.movie(movie.id), now: now))
        object["folderName"] = .string(movie.path)
        object["rootFolderPath"] = .string(movie.rootFolder + "/")
        object["tags"] = .array(movie.tags.map { .number($0) })
        object["added"] = .string(movie.added.ISO8601Format())
        if let file = movie.file { object["movieFile"] = .object(json(file, of: movie)) }
        object["lastSearchTime"] = movie.lastSearch.map { .string($0.ISO8601Format()) }
        object["statistics"] = [
            "movieFileCount": .number(movie.file == nil ? 0 : 1),
            "sizeOnDisk": .number(movie.file?.size ?? 0),
            "releaseGroups": .array(movie.file.map { [.string($0.group)] } ?? []),
        ]
        object["id"] = .number(movie.id)
        return object
    }

    /// A film as `/movie/lookup` gives it: with the library's entry where there is one.
    func lookup(_ film: Film, now: Date) -> JSONObject {
        if let movie = movies.first(where: { $0.film.tmdb == film.tmdb }) {
            var object = json(movie, now: now)
            object["remotePoster"] = .string("/MediaCoverProxy/\(film.tmdb)/poster.svg")
            return object
        }
        var object = facts(of: film, now: now, poster: "/MediaCoverProxy/\(film.tmdb)/poster.svg")
        object["remotePoster"] = .string("/MediaCoverProxy/\(film.tmdb)/poster.svg")
        object["sizeOnDisk"] = 0
        object["hasFile"] = false
        object["movieFileId"] = 0
        object["qualityProfileId"] = 0
        object["monitored"] = false
        object["minimumAvailability"] = "tba"
        object["isAvailable"] = .bool(Self.status(of: film, now: now) == "released")
        object["folderName"] = ""
        object["folder"] = .string(Self.folder(of: film))
        object["tags"] = []
        object["added"] = "0001-01-01T00:00:00Z"
        return object
    }

    private func facts(of film: Film, now: Date, poster: String) -> JSONObject {
        var object: JSONObject = [
            "title": .string(film.title), "originalTitle": .string(film.title),
            "originalLanguage": ["id": 1, "name": "English"],
            "alternateTitles": .array(
                film.alternateTitles.map {
                    ["sourceType": "tmdb", "movieMetadataId": 0, "title": .string($0)]
                }
            ),
            "secondaryYearSourceId": 0, "sortTitle": .string(Titles.sorted(film.title)),
            "status": .string(Self.status(of: film, now: now)), "overview": "",
            "images": [["coverType": "poster", "url": .string(poster), "remoteUrl": ""]], "website": "",
            "year": .number(film.year), "youTubeTrailerId": "", "studio": "",
            "runtime": .number(film.runtime),
            "cleanTitle": .string(Titles.clean(film.title)), "imdbId": .string(film.imdb),
            "tmdbId": .number(film.tmdb), "titleSlug": .string(String(film.tmdb)), "certification": "",
            "genres": .array(film.genres.map(JSONValue.string)), "ratings": [:],
        ]
        if let collection = film.collection {
            object["collection"] = ["title": .string(collection.title), "tmdbId": .number(collection.tmdb)]
        }
        object["popularity"] = 0
        return object
    }

    /// A film's file as `/moviefile` gives it.
    func json(_ file: MediaFile, of movie: LibraryMovie) -> JSONObject {
        [
            "movieId": .number(movie.id), "relativePath": .string(file.relativePath),
            "path": .string(file.path),
            "size": .number(file.size), "dateAdded": .string(file.added.ISO8601Format()),
            "sceneName": .string(file.sceneName), "releaseGroup": .string(file.group), "edition": "",
            "languages": [["id": 1, "name": "English"]], "quality": file.quality.model, "customFormats": [],
            "customFormatScore": 0, "indexerFlags": 0, "mediaInfo": file.mediaInfo,
            "originalFilePath": .string(file.sceneName + ".mkv"), "qualityCutoffNotMet": false,
            "id": .number(file.id),
        ]
    }
}

extension MediaFile {
    /// What the application reads out of the file.
    var mediaInfo: JSONValue {
        let size =
            quality.resolution >= 2160 ? "3840x2160" : quality.resolution >= 1080 ? "1920x1080" : "1280x720"
        return [
            "audioBitrate": 640_000, "audioChannels": 5.1, "audioCodec": "EAC3", "audioLanguages": "eng",
            "audioStreamCount": 1, "videoBitDepth": .number(quality.resolution >= 2160 ? 10 : 8),
            "videoBitrate": 0,
            "videoCodec": .string(quality.resolution >= 2160 ? "h265" : "h264"), "videoFps": 23.976,
            "videoDynamicRange": .string(quality.resolution >= 2160 ? "HDR" : ""),
            "videoDynamicRangeType": "",
            "resolution": .string(size),
            "runTime": .string("\(runtime / 60):\(runtime % 60 < 10 ? "0" : "")\(runtime % 60):00"),
            "scanType": "Progressive", "subtitles": "eng",
        ]
    }
}
