package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// A release that is never taken again.
///
/// - Note: Source: `GET /api/v3/blocklist`.
package struct BlocklistEntry: ServiceRow, Identifiable {
    package let id: ResourceID<BlocklistEntry>
    /// The release's title.
    package let sourceTitle: String
    /// When it was put there.
    package let date: Date?
    /// How it travels.
    package let downloadProtocol: DownloadProtocol
    /// The name of the indexer.
    package let indexer: String?
    /// Why.
    package let message: String?
    /// Sonarr: the series.
    package let seriesID: Series.ID?
    /// Radarr: the film.
    package let movieID: Movie.ID?
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        sourceTitle = row.text("sourceTitle") ?? ""
        date = row.date("date")
        downloadProtocol = row.term("protocol")
        indexer = row.text("indexer")
        message = row.text("message")
        seriesID = row.reference("seriesId")
        movieID = row.reference("movieId")
        raw = row.value
    }
}

extension LibraryApplication {
    /// The releases that are never taken again, newest first.
    package func blocklist(most: Int = 1_000) async throws(ServiceError) -> [BlocklistEntry] {
        try await api.pages(
            "read the blocklist",
            "blocklist",
            query: [QueryItem("sortKey", "date"), QueryItem("sortDirection", "descending")],
            most: most
        )
    }

    /// Lets a release be taken again.
    package func deleteFromBlocklist(_ id: BlocklistEntry.ID) async throws(ServiceError) {
        try await api.write("delete an entry of the blocklist", .delete, "blocklist/\(id)")
    }
}
