internal import Foundation
internal import OrderedJSON

extension MovieLibrary {
    mutating func respond(to request: SimulatedRequest, state: inout ServarrState, now: Date)
        -> SimulatedReply?
    {
        let parts = request.segments.dropFirst(2).map { $0 }
        switch (request.method, parts.first, parts.count) {
        case ("GET", "movie", 1):
            let wanted = request.int("tmdbId")
            return .json(
                .array(
                    movies.filter { wanted == nil || $0.film.tmdb == wanted }.map {
                        .object(json($0, now: now))
                    }
                )
            )
        case ("GET", "movie", 2) where parts[1] == "lookup":
            return .json(
                .array(
                    catalogue.films(matching: request.value("term") ?? "").map {
                        .object(lookup($0, now: now))
                    }
                )
            )
        case ("GET", "movie", 3) where parts[1] == "lookup":
            let term =
                parts[2] == "tmdb"
                ? "tmdb:\(request.value("tmdbId") ?? "")" : "imdb:\(request.value("imdbId") ?? "")"
            guard let film = catalogue.films(matching: term).first else { return ServarrReplies.notFound }
            return .json(.object(lookup(film, now: now)))
        case ("GET", "movie", 2):
            guard let movie = Int(parts[1]).flatMap(movie) else { return missing(parts[1]) }
            return .json(.object(json(movie, now: now)))
        case ("POST", "movie", 1): return add(request, &state, now)
        case ("PUT", "movie", 2): return update(request, id: Int(parts[1]) ?? 0, now)
        case ("DELETE", "movie", 2):
            guard let id = Int(parts[1]), let movie = movie(id) else { return missing(parts[1]) }
            if request.bool("deleteFiles") == true { try? FileManager.default.removeItem(atPath: movie.path) }
            movies.removeAll { $0.id == id }
            return .empty()
        case ("GET", "moviefile", 1):
            let ids = Set(request.ints("movieId"))
            let files = movies.filter { ids.contains($0.id) }.compactMap { movie in
                movie.file.map { json($0, of: movie) }
            }
            return .json(.array(files.map(JSONValue.object)))
        case ("DELETE", "moviefile", 2):
            for movie in movies where movie.file?.id == Int(parts[1]) { change(movie.id) { $0.file = nil } }
            return .empty()
        case ("GET", "wanted", 2):
            let monitored = request.bool("monitored") ?? true
            let wanted = movies.filter { movie in
                guard movie.isMonitored == monitored else { return false }
                guard parts[1] == "cutoff" else { return movie.file == nil }
                return movie.file.map { !Self.meetsCutoff($0, profile: movie.profile, state) } ?? false
            }
            return ServarrReplies.page(
                wanted.map { .object(json($0, now: now)) },
                of: request,
                sortKey: "movieMetadata.sortTitle",
                direction: "ascending"
            )
        case ("GET", "calendar", 1):
            return .json(
                .array(
                    movies.filter { Self.status(of: $0.film, now: now) != "released" }.map {
                        .object(json($0, now: now))
                    }
                )
            )
        default: return nil
        }
    }

    private static func meetsCutoff(_ file: MediaFile, profile: Int, _ state: ServarrState) -> Bool {
        guard let profile = state.all("qualityprofile").first(where: { $0["id"]?.int == profile }) else {
            return true
        }
        return QualityProfiles.rank(of: file.quality.id, in: profile)
            >= QualityProfiles.cutoffRank(in: profile)
    }

    private func missing(_ id: String) -> SimulatedReply {
        .json(["message": .string("Movie with ID \(id) does not exist")], status: 404)
    }

    private mutating func add(_ request: SimulatedRequest, _ state: inout ServarrState, _ now: Date)
        -> SimulatedReply
    {
        guard let body = try? request.json().object else {
            return ServarrReplies.unreadable(
                "The JSON value could not be converted to Radarr.Api.V3.Movies.MovieResource."
            )
        }
        guard let tmdb = body["tmdbId"]?.int, tmdb > 0 else {
            return ServarrReplies.invalid(
                "TmdbId",
                "'Tmdb Id' must not be empty.",
                attempted: 0,
                code: "NotEmptyValidator"
            )
        }
        guard !movies.contains(where: { $0.film.tmdb == tmdb }) else {
            return ServarrReplies.invalid(
                "TmdbId",
                "This movie has already been added",
                attempted: .number(tmdb),
                code: "MovieExistsValidator"
            )
        }
        guard let film = catalogue.films.first(where: { $0.tmdb == tmdb }) else {
            return ServarrReplies.invalid(
                "TmdbId",
                "A movie with this ID was not found.",
                attempted: .number(tmdb),
                code: ""
            )
        }
        let placed: (root: String, path: String?, profile: Int)
        switch ServarrAddition.check(body, state) {
        case .success(let found): placed = found
        case .failure(let fault): return fault.reply
        }
        let id = add(
            film,
            rootFolder: placed.root,
            profile: placed.profile,
            monitored: body["monitored"]?.bool ?? false,
            availability: body["minimumAvailability"]?.string ?? "announced",
            tags: (body["tags"]?.array ?? []).compactMap(\.int),
            path: placed.path,
            at: now
        )
        if body["addOptions"]?["searchForMovie"]?.bool == true {
            state.queue("MoviesSearch", ["movieIds": [.number(id)]], at: now)
        }
        guard let movie = movie(id) else { return ServarrReplies.notFound }
        var reply = json(movie, now: now)
        reply["addOptions"] = body["addOptions"]
        return .json(.object(reply), status: 201)
    }

    private mutating func update(_ request: SimulatedRequest, id: Int, _ now: Date) -> SimulatedReply {
        guard let body = try? request.json().object else {
            return ServarrReplies.unreadable("The input was not valid.")
        }
        guard movie(id) != nil else { return missing(String(id)) }
        change(id) { movie in
            movie.isMonitored = body["monitored"]?.bool ?? movie.isMonitored
            movie.profile = body["qualityProfileId"]?.int ?? movie.profile
            movie.minimumAvailability = body["minimumAvailability"]?.string ?? movie.minimumAvailability
            movie.path = body["path"]?.string ?? movie.path
            movie.tags = body["tags"]?.array?.compactMap(\.int) ?? movie.tags
        }
        guard let movie = movie(id) else { return missing(String(id)) }
        return .json(.object(json(movie, now: now)), status: 202)
    }
}
