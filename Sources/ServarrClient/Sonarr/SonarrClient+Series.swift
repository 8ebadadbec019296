package import OrderedJSON
package import ServiceHTTP

/// How a series is added.
package struct SeriesAddition: Sendable, Hashable {
    /// Which episodes are watched over.
    package struct Monitor: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let all = Monitor(rawValue: "all")
        package static let future = Monitor(rawValue: "future")
        package static let missing = Monitor(rawValue: "missing")
        package static let existing = Monitor(rawValue: "existing")
        package static let firstSeason = Monitor(rawValue: "firstSeason")
        package static let lastSeason = Monitor(rawValue: "lastSeason")
        package static let pilot = Monitor(rawValue: "pilot")
        package static let recent = Monitor(rawValue: "recent")
        package static let none = Monitor(rawValue: "none")
        /// As the seasons of the object say.
        package static let skip = Monitor(rawValue: "skip")
    }

    /// What is searched for at once.
    package enum Search: Sendable, Hashable {
        case missingEpisodes, nothing
    }

    /// The quality profile.
    package var qualityProfile: QualityProfile.ID
    /// The root folder.
    package var rootFolderPath: String
    /// Which episodes are watched over.
    package var monitor: Monitor
    /// The seasons that are watched over, when only some shall be; sets `monitor` to `skip`.
    package var seasons: Set<Int>?
    /// How episodes are numbered.
    package var seriesType: Series.SeriesType
    /// What is searched for at once.
    package var search: Search
    /// Labels.
    package var tags: [Tag.ID]

    /// A way to add a series.
    package init(
        qualityProfile: QualityProfile.ID,
        rootFolderPath: String,
        monitor: Monitor = .all,
        seasons: Set<Int>? = nil,
        seriesType: Series.SeriesType = .standard,
        search: Search = .missingEpisodes,
        tags: [Tag.ID] = []
    ) {
        self.qualityProfile = qualityProfile
        self.rootFolderPath = rootFolderPath
        self.monitor = monitor
        self.seasons = seasons
        self.seriesType = seriesType
        self.search = search
        self.tags = tags
    }
}

extension Series {
    /// The body that adds this series: the looked-up object, with what adding needs.
    package func body(adding addition: SeriesAddition) -> JSONValue {
        var body = raw
        body["id"] = nil
        body["qualityProfileId"] = .number(addition.qualityProfile.rawValue)
        body["rootFolderPath"] = .string(addition.rootFolderPath)
        body["monitored"] = true
        body["seasonFolder"] = true
        body["seriesType"] = .string(addition.seriesType.rawValue)
        body["tags"] = .array(addition.tags.map { .number($0.rawValue) })
        if let wanted = addition.seasons, let seasons = raw["seasons"]?.array {
            body["seasons"] = .array(
                seasons.map { season in
                    var season = season
                    season["monitored"] = .bool(wanted.contains(season["seasonNumber"]?.lenientInt ?? -1))
                    return season
                }
            )
        }
        body["addOptions"] = [
            "monitor": .string(
                addition.seasons == nil ? addition.monitor.rawValue : SeriesAddition.Monitor.skip.rawValue
            ),
            "searchForMissingEpisodes": .bool(addition.search == .missingEpisodes),
            "searchForCutoffUnmetEpisodes": false,
        ]
        return body
    }
}

extension SonarrClient {
    /// Series by title, or by `tvdb:123`.
    package func lookup(_ term: String) async throws(ServiceError) -> [Series] {
        try await api.list(
            "look up a series",
            "series/lookup",
            query: [QueryItem("term", term)],
            allowance: .library
        )
    }

    /// The library.
    package func series() async throws(ServiceError) -> [Series] {
        try await api.list("read its series", "series", allowance: .library)
    }

    /// The series of the library with this number at TheTVDB.
    package func series(tvdbID: Int) async throws(ServiceError) -> Series? {
        try await api.list("find a series", "series", query: [QueryItem("tvdbId", tvdbID)], of: Series.self)
            .first
    }

    /// One series of the library.
    package func series(_ id: Series.ID) async throws(ServiceError) -> Series {
        try await api.get("read a series", "series/\(id)")
    }

    /// Adds a series of a look-up.
    package func add(_ series: Series, _ addition: SeriesAddition) async throws(ServiceError) -> Series {
        try await api.write(
            "add \(series.title)",
            .post,
            "series",
            body: series.body(adding: addition),
            allowance: .library
        ).decoded()
    }

    /// Puts a series back, whole as it was read, changed where it shall change.
    package func updateSeries(_ id: Series.ID, to value: JSONValue) async throws(ServiceError) -> Series {
        try await api.write("change a series", .put, "series/\(id)", body: value, purpose: .idempotentWrite)
            .decoded()
    }

    /// Takes a series out of the library.
    package func deleteSeries(_ id: Series.ID, files: FilesOnDeletion) async throws(ServiceError) {
        try await api.write(
            "delete a series",
            .delete,
            "series/\(id)",
            query: [QueryItem("deleteFiles", files == .deleted), QueryItem("addImportListExclusion", false)]
        )
    }
}

/// What happens to the files when a title leaves the library.
package enum FilesOnDeletion: Sendable, Hashable {
    case kept, deleted
}
