package import OrderedJSON
package import ServiceHTTP

/// A release that an indexer offers, with the application's verdict.
///
/// - Note: Source: `GET /api/v3/release`.
package struct Release: ServiceRow {
    /// The indexer's own id of it.
    package let guid: String
    /// The number of the indexer.
    package let indexerID: ResourceID<Provider>
    /// The name of the indexer.
    package let indexer: String
    /// The title.
    package let title: String
    /// The size in bytes.
    package let size: Int
    /// How it travels.
    package let downloadProtocol: DownloadProtocol
    /// The quality's name.
    package let quality: String?
    /// Torrents: those who have it whole.
    package let seeders: Int?
    /// Days since it was posted.
    package let age: Int
    /// The score of its custom formats.
    package let customFormatScore: Int
    /// Whether the application would take it.
    package let isApproved: Bool
    /// Whether it would take it later.
    package let isTemporarilyRejected: Bool
    /// Why it would not, in fixed English.
    package let rejections: [String]
    /// Whether it can be taken by hand all the same.
    package let isDownloadAllowed: Bool
    /// Sonarr: whether it is a whole season.
    package let isFullSeason: Bool
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        guid = try row.requiredText("guid")
        indexerID = ResourceID(row.int("indexerId") ?? 0)
        indexer = row.text("indexer") ?? ""
        title = row.text("title") ?? ""
        size = row.int("size") ?? 0
        downloadProtocol = row.term("protocol")
        quality = row.row("quality")?.row("quality")?.text("name")
        seeders = row.int("seeders")
        age = row.int("age") ?? 0
        customFormatScore = row.int("customFormatScore") ?? 0
        isApproved = row.flag("approved") ?? false
        isTemporarilyRejected = row.flag("temporarilyRejected") ?? false
        rejections = row.rejections
        isDownloadAllowed = row.flag("downloadAllowed") ?? false
        isFullSeason = row.flag("fullSeason") ?? false
        raw = row.value
    }
}

extension JSONRow {
    /// The reasons against: texts, or in newer versions objects with a `reason` or `message`.
    fileprivate var rejections: [String] {
        (value["rejections"]?.array ?? []).compactMap {
            $0.string ?? $0["reason"]?.string ?? $0["message"]?.string
        }
    }
}

extension LibraryApplication {
    func releases(_ query: [QueryItem]) async throws(ServiceError) -> [Release] {
        try await api.list("search the indexers", "release", query: query, allowance: .search)
    }

    /// Sends a release of the last search to its client; searches are kept for 30 minutes.
    ///
    /// - Throws: ``ServiceError``: `notFound` when the search is too long ago.
    package func grab(guid: String, indexer: ResourceID<Provider>) async throws(ServiceError) {
        try await api.write(
            "grab a release",
            .post,
            "release",
            body: ["guid": .string(guid), "indexerId": .number(indexer.rawValue)],
            allowance: .library
        )
    }
}
