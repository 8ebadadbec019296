internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    func release(_ request: SimulatedRequest) async -> SimulatedReply {
        guard request.method == "GET" else { return await grabByHand(request) }
        guard let target = target(of: request) else { return .json([]) }
        let now = now()
        let indexers = state.all("indexer").filter { $0["enableInteractiveSearch"]?.bool == true }
        let releases = library.releases(for: target, indexers: indexers)
        return .json(
            .array(
                releases.map { release in
                    .object(json(release, rejections: rejections(of: release, isInteractive: true), now: now))
                }
            )
        )
    }

    private func target(of request: SimulatedRequest) -> SearchTarget? {
        if let id = request.int("movieId") { return .movie(id) }
        if let id = request.int("episodeId") { return .episode(id) }
        if let id = request.int("seriesId"), let season = request.int("seasonNumber") {
            return .season(series: id, number: season)
        }
        return nil
    }

    private func grabByHand(_ request: SimulatedRequest) async -> SimulatedReply {
        guard let body = try? request.json(), let guid = body["guid"]?.string else {
            return ServarrReplies.unreadable("The input was not valid.")
        }
        for target in everyTarget {
            let releases = library.releases(for: target, indexers: state.all("indexer"))
            guard
                let release = releases.first(where: {
                    $0.guid == guid && $0.indexerID == body["indexerId"]?.int
                })
            else { continue }
            guard await grab(release, isInteractive: true) else {
                return .json(["message": "Getting release from indexer failed"], status: 409)
            }
            return .json(.object(json(release, rejections: [], now: now())))
        }
        return .json(
            ["message": "Couldn't find requested release in cache, try searching again"],
            status: 404
        )
    }

    private var everyTarget: [SearchTarget] {
        switch library {
        case let library as MovieLibrary: library.movies.map { .movie($0.id) }
        case let library as SeriesLibrary:
            library.series.flatMap { series in
                series.show.seasons.indices.map { .season(series: series.id, number: $0 + 1) }
            } + library.episodes.map { .episode($0.id) }
        default: []
        }
    }

    /// Searches and takes the best that is allowed; how many were taken.
    func search(_ target: SearchTarget) async -> Int {
        library.noteSearch(target, at: now())
        let indexers = state.all("indexer").filter { $0["enableAutomaticSearch"]?.bool == true }
        let allowed = library.releases(for: target, indexers: indexers)
            .filter { rejections(of: $0, isInteractive: false).isEmpty }
            .sorted { rank($0) > rank($1) }
        for release in allowed where await grab(release, isInteractive: false) { return 1 }
        if case .season(let series, let number) = target, allowed.isEmpty,
            let library = library as? SeriesLibrary
        {
            var count = 0
            for episode in library.episodes(of: series, season: number)
            where episode.file == nil && episode.isMonitored {
                count += await search(.episode(episode.id))
            }
            return count
        }
        return 0
    }

    private func rank(_ release: Release) -> Int {
        let profile = profile(of: release)
        let quality = profile.map { QualityProfiles.rank(of: release.quality.id, in: $0) } ?? 0
        return quality * 1_000_000 + (release.download == "usenet" ? 500_000 : 0)
            + min(release.size >> 20, 499_999)
    }

    private func profile(of release: Release) -> JSONObject? {
        let id = release.units.first.flatMap { library.profile(of: $0) }
        return state.all("qualityprofile").first { $0["id"]?.int == id }
    }

    /// Why a release is not taken, in the application's own words.
    func rejections(of release: Release, isInteractive: Bool) -> [String] {
        guard let profile = profile(of: release) else {
            return ["Unknown \(application == .radarr ? "Movie" : "Series")"]
        }
        var reasons: [String] = []
        if !QualityProfiles.allowed(by: profile).contains(release.quality.id) {
            reasons.append("\(release.quality.name) is not wanted in profile")
        }
        if state.blocklist.contains(where: { $0.title == release.title }) {
            reasons.append("Release is blocklisted")
        }
        if state.tracked.contains(where: {
            !Set($0.units).isDisjoint(with: release.units) && $0.trackedState != "failed"
        }) {
            reasons.append(
                "Release in queue is already of equal or higher preference: \(release.quality.name) v1"
            )
        }
        let rank = QualityProfiles.rank(of: release.quality.id, in: profile)
        for file in release.units.compactMap({ library.file(of: $0) }) {
            let existing = QualityProfiles.rank(of: file.quality.id, in: profile)
            if existing >= QualityProfiles.cutoffRank(in: profile) || profile["upgradeAllowed"]?.bool == false
            {
                reasons.append("Existing file meets cutoff: \(file.quality.name)")
                break
            }
            if existing >= rank {
                reasons.append("Existing file on disk is of equal or higher preference: \(file.quality.name)")
                break
            }
        }
        if let minimum = state.all("indexer").first(where: { $0["id"]?.int == release.indexerID })?.field(
            "minimumSeeders"
        )?.int,
            let seeders = release.seeders, seeders < minimum
        {
            reasons.append("Not enough seeders: \(seeders). Minimum seeders: \(minimum)")
        }
        if !isInteractive {
            if !release.units.contains(where: { library.isMonitored($0) }) {
                reasons.append("\(application == .radarr ? "Movie" : "Episode") is not monitored")
            }
            if let unit = release.units.first, !library.isAvailable(unit, now: now()) {
                reasons.append("Movie is not available")
            }
        }
        return reasons
    }

    private func json(_ release: Release, rejections: [String], now: Date) -> JSONObject {
        var object: JSONObject = [
            "guid": .string(release.guid), "quality": release.quality.model, "customFormats": [],
            "customFormatScore": 0,
            "qualityWeight": .number(release.quality.weight(in: application) * 100 + 1),
            "age": .number(release.age), "ageHours": .number(Double(release.age * 24)),
            "ageMinutes": .number(Double(release.age * 1440)), "size": .number(release.size),
            "indexerId": .number(release.indexerID), "indexer": .string(release.indexer),
            "releaseGroup": .string(release.group), "releaseHash": "", "title": .string(release.title),
            "sceneSource": false, "languages": [["id": 1, "name": "English"]],
        ]
        for (key, value) in library.match(of: release) { object[key] = value }
        object["approved"] = .bool(rejections.isEmpty)
        object["temporarilyRejected"] = false
        object["rejected"] = .bool(!rejections.isEmpty)
        object["rejections"] = .array(rejections.map(JSONValue.string))
        object["publishDate"] = .string(now.addingTimeInterval(Double(-86_400 * release.age)).ISO8601Format())
        object["commentUrl"] = .string(release.guid)
        object["downloadUrl"] = .string("\(release.guid).nzb")
        object["infoUrl"] = .string(release.guid)
        object["downloadAllowed"] = true
        object["releaseWeight"] = 0
        object["indexerFlags"] = 0
        if let seeders = release.seeders {
            object["seeders"] = .number(seeders)
            object["leechers"] = 1
            object["infoHash"] = .string(Self.infoHash(release))
        }
        object["protocol"] = .string(release.download)
        return object
    }

    /// Forty hexadecimal digits, always the same for the same release.
    static func infoHash(_ release: Release, salt: String = "") -> String {
        let digits = (0..<3).map { String(Release.steadyHash("\($0)\(salt)\(release.title)"), radix: 16) }
            .joined()
        return String((digits + String(repeating: "0", count: 40)).prefix(40)).uppercased()
    }
}
