package import Foundation
internal import MediaDomain
package import OrderedJSON
package import ServiceHTTP

/// A row of the queue: one episode, or one film, that is being downloaded; a season pack has several with one `downloadID`.
///
/// - Note: Source: `GET /api/v3/queue`.
package struct QueueItem: ServiceRow, Identifiable {
    /// The row's number, a hash: stable from poll to poll, not for ever.
    package let id: ResourceID<QueueItem>
    /// Sonarr: the series, nil for a row it cannot place.
    package let seriesID: Series.ID?
    /// Sonarr: the episode.
    package let episodeID: Episode.ID?
    /// Sonarr: the season.
    package let seasonNumber: Int?
    /// Radarr: the film, nil for a row it cannot place.
    package let movieID: Movie.ID?
    /// The release's title.
    package let title: String
    /// What the client does with it.
    package let status: QueueStatus
    /// How the application judges it.
    package let trackedDownloadStatus: TrackedDownloadStatus
    /// Where it is on its way into the library.
    package let trackedDownloadState: TrackedDownloadState
    /// What stands in the way of the import, file by file; fixed English.
    package let statusMessages: [StatusMessage]
    /// The client's complaint, in the client's language.
    package let errorMessage: String?
    /// The client's own id of the download: `SABnzbd_nzo_…`, an info hash in upper case.
    package let downloadID: String?
    /// `usenet`, `torrent`.
    package let downloadProtocol: DownloadProtocol
    /// The name of the client, as configured in this application.
    package let downloadClient: String?
    /// The name of the indexer, as configured in this application.
    package let indexer: String?
    /// Where the client puts it, as this application sees the path.
    package let outputPath: String?
    /// The size in bytes, as the application estimates it.
    package let size: Int
    /// The bytes left, as the application estimates them.
    package let sizeLeft: Int
    /// The time left, nil if unknown.
    package let timeLeft: Duration?
    /// When the application found it, nil on old versions.
    package let added: Date?
    /// The score of its custom formats.
    package let customFormatScore: Int
    /// The quality's name.
    package let quality: String?
    /// Whether the client has a category to move it to after import.
    package let hasPostImportCategory: Bool
    /// Sonarr: whether the episode is there already.
    package let episodeHasFile: Bool?
    /// All of it.
    package let raw: JSONValue

    /// A complaint about a file.
    package struct StatusMessage: ServiceRow, Hashable {
        /// The file.
        package let title: String
        /// What is wrong with it.
        package let messages: [String]

        package init(_ row: JSONRow) throws(RowFault) {
            title = row.text("title") ?? ""
            messages = row.texts("messages")
        }
    }

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        seriesID = row.reference("seriesId")
        episodeID = row.reference("episodeId")
        seasonNumber = row.int("seasonNumber")
        movieID = row.reference("movieId")
        title = row.text("title") ?? ""
        status = row.term("status")
        trackedDownloadStatus = row.term("trackedDownloadStatus")
        trackedDownloadState = row.term("trackedDownloadState")
        statusMessages = (try? row.elements(of: "statusMessages")) ?? []
        errorMessage = row.text("errorMessage")
        downloadID = row.text("downloadId")
        downloadProtocol = row.term("protocol")
        downloadClient = row.text("downloadClient")
        indexer = row.text("indexer")
        outputPath = row.text("outputPath")
        size = row.int("size") ?? 0
        sizeLeft = row.int("sizeleft") ?? row.int("sizeLeft") ?? 0
        timeLeft = (row.text("timeleft") ?? row.text("timeLeft")).flatMap(ServiceDuration.parse)
        added = row.date("added")
        customFormatScore = row.int("customFormatScore") ?? 0
        quality = row.row("quality")?.row("quality")?.text("name")
        hasPostImportCategory = row.flag("downloadClientHasPostImportCategory") ?? false
        episodeHasFile = row.flag("episodeHasFile")
        raw = row.value
    }
}

/// What the client does with a download.
package struct QueueStatus: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let queued = QueueStatus(rawValue: "queued")
    package static let paused = QueueStatus(rawValue: "paused")
    package static let downloading = QueueStatus(rawValue: "downloading")
    package static let completed = QueueStatus(rawValue: "completed")
    package static let failed = QueueStatus(rawValue: "failed")
    package static let warning = QueueStatus(rawValue: "warning")
    /// Held back by a delay profile.
    package static let delay = QueueStatus(rawValue: "delay")
    package static let downloadClientUnavailable = QueueStatus(rawValue: "downloadClientUnavailable")
    package static let fallback = QueueStatus(rawValue: "fallback")
    package static let unknown = QueueStatus(rawValue: "unknown")
}

/// How an application judges a download.
package struct TrackedDownloadStatus: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let ok = TrackedDownloadStatus(rawValue: "ok")
    package static let warning = TrackedDownloadStatus(rawValue: "warning")
    package static let error = TrackedDownloadStatus(rawValue: "error")
}

/// Where a download is on its way into the library.
package struct TrackedDownloadState: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let downloading = TrackedDownloadState(rawValue: "downloading")
    package static let importBlocked = TrackedDownloadState(rawValue: "importBlocked")
    package static let importPending = TrackedDownloadState(rawValue: "importPending")
    package static let importing = TrackedDownloadState(rawValue: "importing")
    package static let imported = TrackedDownloadState(rawValue: "imported")
    package static let failedPending = TrackedDownloadState(rawValue: "failedPending")
    package static let failed = TrackedDownloadState(rawValue: "failed")
    package static let ignored = TrackedDownloadState(rawValue: "ignored")
}

/// How a release travels.
package struct DownloadProtocol: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let usenet = DownloadProtocol(rawValue: "usenet")
    package static let torrent = DownloadProtocol(rawValue: "torrent")
}

/// The queue in counters: cheap, so it is what is polled.
///
/// - Note: Source: `GET /api/v3/queue/status`.
package struct QueueCounts: ServiceRow, Hashable {
    /// All rows, those that cannot be placed included.
    package let total: Int
    /// Rows that belong to something in the library.
    package let known: Int
    /// Rows that do not.
    package let unknown: Int
    /// Whether any row has an error.
    package let hasErrors: Bool
    /// Whether any row has a warning.
    package let hasWarnings: Bool

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        total = try row.requiredInt("totalCount")
        known = row.int("count") ?? total
        unknown = row.int("unknownCount") ?? 0
        hasErrors = row.flag("errors") == true || row.flag("unknownErrors") == true
        hasWarnings = row.flag("warnings") == true || row.flag("unknownWarnings") == true
    }
}

/// What happens to a download that is taken out of the queue.
package struct QueueRemoval: Sendable, Hashable {
    /// What happens to the data and to the entry in the client.
    package enum Download: Sendable, Hashable {
        /// Deleted from the client, data included, torrents too.
        case deleteWithData
        /// Left in the client, as it is.
        case keep
        /// Left in the client, moved to its post-import category.
        case keepInPostImportCategory
    }

    /// What is remembered about the release.
    package enum Verdict: Sendable, Hashable {
        /// Nothing.
        case none
        /// Never taken again, and another one is looked for at once where the application is set so.
        case blocklistAndSearch
        /// Never taken again, and none is looked for.
        case blocklist
    }

    /// What happens to the download.
    package let download: Download
    /// What is remembered.
    package let verdict: Verdict

    /// A way to take a download out.
    package init(download: Download, verdict: Verdict) {
        self.download = download
        self.verdict = verdict
    }

    var query: [QueryItem] {
        [
            QueryItem("removeFromClient", download == .deleteWithData),
            QueryItem("blocklist", verdict != .none),
            QueryItem("skipRedownload", verdict == .blocklist),
            QueryItem("changeCategory", download == .keepInPostImportCategory),
        ]
    }
}

extension LibraryApplication {
    private var queueQuery: [QueryItem] {
        switch kind {
        case .radarr: [QueryItem("includeUnknownMovieItems", true), QueryItem("includeMovie", false)]
        case .lidarr: [QueryItem("includeUnknownArtistItems", true)]
        default:
            [
                QueryItem("includeUnknownSeriesItems", true), QueryItem("includeSeries", false),
                QueryItem("includeEpisode", false),
            ]
        }
    }

    /// All rows of the queue, those included that belong to nothing in the library.
    package func queue() async throws(ServiceError) -> [QueueItem] {
        try await api.pages("read the queue", "queue", query: queueQuery)
    }

    /// The queue in counters.
    package func queueCounts() async throws(ServiceError) -> QueueCounts {
        try await api.get("count the queue", "queue/status", allowance: .quick)
    }

    /// Takes a download out of the queue; one row of a season pack takes out all of it.
    package func removeFromQueue(_ id: QueueItem.ID, _ removal: QueueRemoval) async throws(ServiceError) {
        try await api.write("remove a download from the queue", .delete, "queue/\(id)", query: removal.query)
    }

    /// Takes several downloads out of the queue, all in the same way.
    package func removeFromQueue(_ ids: [QueueItem.ID], _ removal: QueueRemoval) async throws(ServiceError) {
        try await api.write(
            "remove downloads from the queue",
            .delete,
            "queue/bulk",
            query: removal.query,
            body: ["ids": .array(ids.map { .number($0.rawValue) })]
        )
    }

    /// Sends a release that a delay profile holds back to the client now.
    package func grabFromQueue(_ id: QueueItem.ID) async throws(ServiceError) {
        try await api.write("download a delayed release now", .post, "queue/grab/\(id)")
    }
}
