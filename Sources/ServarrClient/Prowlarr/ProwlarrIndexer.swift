package import Foundation
package import MediaDomain
package import OrderedJSON
package import ServiceHTTP

/// An indexer of Prowlarr.
///
/// - Note: Source: `GET /api/v1/indexer`.
package struct ProwlarrIndexer: ServiceRow, Identifiable {
    package let id: ResourceID<ProwlarrIndexer>
    /// The name that the user gave.
    package let name: String
    /// Whether it is used.
    package let isEnabled: Bool
    /// How its releases travel.
    package let downloadProtocol: DownloadProtocol
    /// Who may join; nil for a word that we do not know.
    package let privacy: IndexerPrivacy?
    /// Its rank: 1 goes first.
    package let priority: Int?
    /// The profile that says what it is asked for.
    package let profile: ApplicationProfile.ID?
    /// Its labels; an application with labels gets only indexers with one of them.
    package let tags: [Tag.ID]
    /// All of it, for writing back.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = ResourceID(try row.requiredInt("id"))
        name = row.text("name") ?? ""
        isEnabled = row.flag("enable") ?? true
        downloadProtocol = row.term("protocol")
        privacy = row.text("privacy").flatMap(IndexerPrivacy.init(rawValue:))
        priority = row.int("priority")
        profile = row.int("appProfileId").map { ResourceID($0) }
        tags = row.references("tags")
        raw = row.value
    }
}

/// How an indexer that failed stands; Prowlarr lists only those.
///
/// - Note: Source: `GET /api/v1/indexerstatus`.
package struct IndexerStatus: ServiceRow, Hashable {
    /// The indexer.
    package let indexer: ProwlarrIndexer.ID
    /// Until when it is left alone; nil when it is asked again.
    package let disabledTill: Date?
    /// When it failed last.
    package let mostRecentFailure: Date?
    /// When it began to fail.
    package let initialFailure: Date?

    package init(_ row: JSONRow) throws(RowFault) {
        indexer = ResourceID(try row.requiredInt("indexerId"))
        disabledTill = row.date("disabledTill")
        mostRecentFailure = row.date("mostRecentFailure")
        initialFailure = row.date("initialFailure")
    }
}

/// What an indexer was asked and how often it failed.
///
/// - Note: Source: `GET /api/v1/indexerstats`.
package struct IndexerStatistics: ServiceRow, Hashable {
    /// The indexer.
    package let indexer: ProwlarrIndexer.ID
    /// Its name.
    package let name: String
    /// Searches, failed ones too.
    package let queries: Int
    /// Searches that failed.
    package let failedQueries: Int
    /// Grabs, failed ones too.
    package let grabs: Int
    /// Grabs that failed.
    package let failedGrabs: Int
    /// How long it takes to answer.
    package let responseTime: Duration

    package init(_ row: JSONRow) throws(RowFault) {
        indexer = ResourceID(try row.requiredInt("indexerId"))
        name = row.text("indexerName") ?? ""
        queries = row.int("numberOfQueries") ?? 0
        failedQueries = row.int("numberOfFailedQueries") ?? 0
        grabs = row.int("numberOfGrabs") ?? 0
        failedGrabs = row.int("numberOfFailedGrabs") ?? 0
        responseTime = .milliseconds(row.int("averageResponseTime") ?? 0)
    }
}

/// What the indexers of a profile are asked for.
///
/// - Note: Source: `GET /api/v1/appprofile`.
package struct ApplicationProfile: ServiceRow, Identifiable {
    package let id: ResourceID<ApplicationProfile>
    /// The name that the user gave.
    package let name: String
    /// The least seeders that a torrent needs.
    package let minimumSeeders: Int
    /// All of it, for writing back.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = ResourceID(try row.requiredInt("id"))
        name = row.text("name") ?? ""
        minimumSeeders = row.int("minimumSeeders") ?? 0
        raw = row.value
    }
}

extension ProwlarrClient {
    /// The indexers.
    package func indexers() async throws(ServiceError) -> [ProwlarrIndexer] {
        try await api.list("read its indexers", "indexer")
    }

    /// Those indexers that failed.
    package func indexerStatuses() async throws(ServiceError) -> [IndexerStatus] {
        try await api.list("read which indexers failed", "indexerstatus")
    }

    /// What each indexer was asked.
    package func statistics() async throws(ServiceError) -> [IndexerStatistics] {
        let operation = "read the statistics"
        let row = JSONRow(try await api.read(operation, "indexerstats").json())
        do {
            return try row.elements(of: "indexers")
        } catch {
            throw api.channel.error(
                .badReply(place: error.path, problem: error.problem),
                operation: operation
            )
        }
    }

    /// The profiles.
    package func applicationProfiles() async throws(ServiceError) -> [ApplicationProfile] {
        try await api.list("read its profiles", "appprofile")
    }

    /// The applications that it serves.
    package func applications() async throws(ServiceError) -> [Provider] { try await providers(.application) }

    /// Has it try an indexer out.
    ///
    /// - Throws: ``ServiceError``: `rejected` with Prowlarr's words when the indexer does not work.
    package func testIndexer(_ indexer: ProwlarrIndexer) async throws(ServiceError) {
        try await testProvider(.indexer, indexer.raw)
    }

    /// The indexers as others name them, for a directory.
    package func knownIndexers() async throws(ServiceError) -> [KnownIndexer] {
        try await indexers().compactMap { indexer in
            indexer.privacy.map {
                KnownIndexer(service: id, id: indexer.id.rawValue, name: indexer.name, privacy: $0)
            }
        }
    }
}

extension ServarrCommand {
    /// Hands all indexers to the applications anew.
    package static let applicationIndexerSync = ServarrCommand(name: "ApplicationIndexerSync")
}
