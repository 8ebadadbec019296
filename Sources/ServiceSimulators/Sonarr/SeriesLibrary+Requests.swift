internal import Foundation
internal import OrderedJSON

extension SeriesLibrary {
    mutating func respond(to request: SimulatedRequest, state: inout ServarrState, now: Date)
        -> SimulatedReply?
    {
        let parts = request.segments.dropFirst(2).map { $0 }
        let id = parts.count > 1 ? parts[1] : nil
        switch parts.first {
        case "series" where request.method == "GET": return find(id, request, now)
        case "series" where request.method == "POST": return add(request, &state, now)
        case "series" where request.method == "PUT": return update(request, id: Int(id ?? "") ?? 0, now)
        case "series" where request.method == "DELETE": return delete(id, request)
        case "episode": return episodes(request, Array(parts), now)
        case "episodefile": return files(request, id)
        case "wanted": return wanted(request, missing: id == "missing", now)
        case "calendar": return .json([])
        default: return nil
        }
    }

    private func find(_ id: String?, _ request: SimulatedRequest, _ now: Date) -> SimulatedReply {
        guard let id else {
            let tvdb = request.int("tvdbId")
            let found = series.filter { tvdb == nil || $0.show.tvdb == tvdb }
            return .json(.array(found.map { .object(json($0, now: now)) }))
        }
        if id == "lookup" {
            let found = catalogue.shows(matching: request.value("term") ?? "")
            return .json(.array(found.map { .object(lookup($0, now: now)) }))
        }
        guard let number = Int(id), let found = series(number) else { return missing(id) }
        return .json(.object(json(found, now: now)))
    }

    private mutating func delete(_ id: String?, _ request: SimulatedRequest) -> SimulatedReply {
        guard let number = Int(id ?? ""), let path = series(number)?.path else { return missing(id ?? "") }
        if request.bool("deleteFiles") == true { try? FileManager.default.removeItem(atPath: path) }
        series.removeAll { $0.id == number }
        episodes.removeAll { $0.series == number }
        return .empty()
    }

    private mutating func files(_ request: SimulatedRequest, _ id: String?) -> SimulatedReply {
        if request.method == "DELETE" {
            let file = Int(id ?? "")
            changeEpisodes(where: { $0.file?.id == file }) { $0.file = nil }
            return .empty()
        }
        let wanted = request.int("seriesId")
        var found: [JSONValue] = []
        for episode in episodes where episode.series == wanted {
            if let file = episode.file { found.append(.object(json(file, of: episode))) }
        }
        return .json(.array(found))
    }

    private mutating func episodes(_ request: SimulatedRequest, _ parts: [String], _ now: Date)
        -> SimulatedReply?
    {
        guard parts.count > 1 else {
            let found = chosenEpisodes(request)
            return .json(.array(found.map { .object(json($0, now: now)) }))
        }
        let body = try? request.json()
        let status = request.method == "PUT" ? 202 : 200
        let monitored = body?["monitored"]?.bool
        if parts[1] == "monitor" {
            guard let body else { return ServarrReplies.unreadable("The input was not valid.") }
            let ids = Set((body["episodeIds"]?.array ?? []).compactMap(\.int))
            monitor(ids, monitored ?? false)
            let changed = episodes.filter { ids.contains($0.id) }
            return .json(.array(changed.map { .object(json($0, now: now)) }), status: status)
        }
        let id = Int(parts[1]) ?? 0
        if request.method == "PUT", let monitored { monitor([id], monitored) }
        guard let episode = episode(id) else { return ServarrReplies.notFound }
        return .json(.object(json(episode, now: now)), status: status)
    }

    private func chosenEpisodes(_ request: SimulatedRequest) -> [LibraryEpisode] {
        let ids = Set(request.ints("episodeIds"))
        if !ids.isEmpty { return episodes.filter { ids.contains($0.id) } }
        let series = request.int("seriesId")
        let season = request.int("seasonNumber")
        return episodes.filter { $0.series == series && (season == nil || $0.season == season) }
    }

    private mutating func monitor(_ ids: Set<Int>, _ on: Bool) {
        changeEpisodes(where: { ids.contains($0.id) }) { $0.isMonitored = on }
    }

    private func wanted(_ request: SimulatedRequest, missing: Bool, _ now: Date) -> SimulatedReply {
        let monitored = request.bool("monitored") ?? true
        let found = episodes.filter { missing && $0.file == nil && isMonitored(.episode($0.id)) == monitored }
        let rows = found.map { JSONValue.object(wantedJSON($0, request, now)) }
        return ServarrReplies.page(rows, of: request, sortKey: "episodes.airDateUtc")
    }

    private func wantedJSON(_ episode: LibraryEpisode, _ request: SimulatedRequest, _ now: Date) -> JSONObject
    {
        var object = json(episode, now: now)
        if request.bool("includeSeries") == true, let series = series(episode.series) {
            object["series"] = .object(json(series, now: now))
        }
        return object
    }

    private func missing(_ id: String) -> SimulatedReply {
        .json(["message": .string("Series with ID \(id) does not exist")], status: 404)
    }

    private mutating func add(_ request: SimulatedRequest, _ state: inout ServarrState, _ now: Date)
        -> SimulatedReply
    {
        guard let body = try? request.json().object else {
            return ServarrReplies.unreadable(
                "The JSON value could not be converted to Sonarr.Api.V3.Series.SeriesResource."
            )
        }
        guard let tvdb = body["tvdbId"]?.int, tvdb > 0 else {
            return ServarrReplies.invalid(
                "TvdbId",
                "'Tvdb Id' must be greater than '0'.",
                attempted: 0,
                code: "GreaterThanValidator"
            )
        }
        guard !series.contains(where: { $0.show.tvdb == tvdb }) else {
            return ServarrReplies.invalid(
                "TvdbId",
                "This series has already been added",
                attempted: .number(tvdb),
                code: "SeriesExistsValidator"
            )
        }
        guard let show = catalogue.shows.first(where: { $0.tvdb == tvdb }) else {
            return ServarrReplies.invalid(
                "TvdbId",
                "A series with this ID was not found",
                attempted: .number(tvdb),
                code: ""
            )
        }
        let placed: (root: String, path: String?, profile: Int)
        switch ServarrAddition.check(body, state) {
        case .success(let found): placed = found
        case .failure(let fault): return fault.reply
        }
        let options = body["addOptions"]
        let seasons = (body["seasons"]?.array ?? []).filter { $0["monitored"]?.bool == true }.compactMap {
            $0["seasonNumber"]?.int
        }
        let id = add(
            show,
            rootFolder: placed.root,
            profile: placed.profile,
            monitored: body["monitored"]?.bool ?? true,
            seasonFolder: body["seasonFolder"]?.bool ?? false,
            type: body["seriesType"]?.string ?? "standard",
            tags: (body["tags"]?.array ?? []).compactMap(\.int),
            monitor: options?["monitor"]?.string ?? "skip",
            monitoredSeasons: body["seasons"] == nil ? nil : Set(seasons),
            path: placed.path,
            at: now
        )
        if options?["searchForMissingEpisodes"]?.bool == true {
            state.queue("SeriesSearch", ["seriesId": .number(id)], at: now)
        }
        guard let series = series(id) else { return ServarrReplies.notFound }
        var reply = json(series, now: now)
        reply["addOptions"] = options
        return .json(.object(reply), status: 201)
    }

    private mutating func update(_ request: SimulatedRequest, id: Int, _ now: Date) -> SimulatedReply {
        guard let body = try? request.json().object else {
            return ServarrReplies.unreadable("The input was not valid.")
        }
        guard let old = series(id) else { return missing(String(id)) }
        var seasons = old.monitoredSeasons
        for season in body["seasons"]?.array ?? [] {
            guard let number = season["seasonNumber"]?.int, let on = season["monitored"]?.bool else {
                continue
            }
            if on != seasons.contains(number) {
                changeEpisodes(where: { $0.series == id && $0.season == number }) { $0.isMonitored = on }
            }
            if on { seasons.insert(number) } else { seasons.remove(number) }
        }
        change(id) { series in
            series.isMonitored = body["monitored"]?.bool ?? series.isMonitored
            series.profile = body["qualityProfileId"]?.int ?? series.profile
            series.path = body["path"]?.string ?? series.path
            series.seasonFolder = body["seasonFolder"]?.bool ?? series.seasonFolder
            series.type = body["seriesType"]?.string ?? series.type
            series.tags = body["tags"]?.array?.compactMap(\.int) ?? series.tags
            series.monitoredSeasons = seasons
        }
        guard let series = series(id) else { return missing(String(id)) }
        return .json(.object(json(series, now: now)), status: 202)
    }
}
