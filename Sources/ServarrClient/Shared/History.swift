package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// Something that happened to an episode or film.
///
/// - Note: Source: `GET /api/v3/history`.
package struct HistoryEvent: ServiceRow, Identifiable {
    package let id: ResourceID<HistoryEvent>
    /// What happened.
    package let kind: Kind
    /// When.
    package let date: Date?
    /// The release's title, or the file's path.
    package let sourceTitle: String
    /// The client's own id of the download.
    package let downloadID: String?
    /// Sonarr: the series.
    package let seriesID: Series.ID?
    /// Sonarr: the episode.
    package let episodeID: Episode.ID?
    /// Radarr: the film.
    package let movieID: Movie.ID?
    /// The quality's name.
    package let quality: String?
    /// `indexer`, `releaseSource`, `message`, `reason`, `droppedPath`, … as texts.
    package let data: [String: String]
    /// All of it.
    package let raw: JSONValue

    /// What happened.
    package struct Kind: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let grabbed = Kind(rawValue: "grabbed")
        package static let imported = Kind(rawValue: "downloadFolderImported")
        package static let failed = Kind(rawValue: "downloadFailed")
        package static let ignored = Kind(rawValue: "downloadIgnored")
        package static let episodeFileDeleted = Kind(rawValue: "episodeFileDeleted")
        package static let movieFileDeleted = Kind(rawValue: "movieFileDeleted")
        package static let episodeFileRenamed = Kind(rawValue: "episodeFileRenamed")
        package static let movieFileRenamed = Kind(rawValue: "movieFileRenamed")
        package static let seriesFolderImported = Kind(rawValue: "seriesFolderImported")
        package static let movieFolderImported = Kind(rawValue: "movieFolderImported")
    }

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        kind = row.term("eventType")
        date = row.date("date")
        sourceTitle = row.text("sourceTitle") ?? ""
        downloadID = row.text("downloadId")
        seriesID = row.reference("seriesId")
        episodeID = row.reference("episodeId")
        movieID = row.reference("movieId")
        quality = row.row("quality")?.row("quality")?.text("name")
        var data: [String: String] = [:]
        for (key, value) in row.row("data")?.value.object ?? [:] { data[key] = value.lenientText }
        self.data = data
        raw = row.value
    }
}

extension LibraryApplication {
    /// What happened to one download, newest first.
    package func history(ofDownload id: String) async throws(ServiceError) -> [HistoryEvent] {
        try await api.pages(
            "read the history of a download",
            "history",
            query: newestFirst + [QueryItem("downloadId", id)]
        )
    }

    /// What happened last, newest first.
    package func history(last count: Int) async throws(ServiceError) -> [HistoryEvent] {
        let page: Page<HistoryEvent> = try await api.page(
            "read the history",
            "history",
            query: newestFirst,
            number: 1,
            size: count
        )
        return page.records
    }

    /// What happened since a moment, oldest first.
    package func history(since date: Date) async throws(ServiceError) -> [HistoryEvent] {
        let moment = date.formatted(.iso8601)
        return try await api.list("read the history", "history/since", query: [QueryItem("date", moment)])
    }

    /// Marks a grab as failed, after the fact: blocklists its release and, where the application is set so, searches.
    package func markAsFailed(_ id: HistoryEvent.ID) async throws(ServiceError) {
        try await api.write("mark a download as failed", .post, "history/failed/\(id)")
    }

    private var newestFirst: [QueryItem] {
        [QueryItem("sortKey", "date"), QueryItem("sortDirection", "descending")]
    }
}
