package import OrderedJSON
package import ServiceHTTP

/// A file that an application found in a download, and what it takes it for.
///
/// - Note: Source: `GET /api/v3/manualimport`.
package struct ManualImportCandidate: ServiceRow {
    /// The path, as the application sees it.
    package let path: String
    /// The size in bytes.
    package let size: Int
    /// Sonarr: the series.
    package let seriesID: Series.ID?
    /// Sonarr: the episodes.
    package let episodeIDs: [Episode.ID]
    /// Radarr: the film.
    package let movieID: Movie.ID?
    /// The quality's name, nil if unknown.
    package let quality: String?
    /// Why it would not be imported by itself, in fixed English.
    package let rejections: [String]
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        path = try row.requiredText("path")
        size = row.int("size") ?? 0
        seriesID = row.row("series")?.reference("id")
        episodeIDs = row.rows("episodes").compactMap { $0.reference("id") }
        movieID = row.row("movie")?.reference("id")
        quality = row.row("quality")?.row("quality")?.text("name")
        rejections = row.rows("rejections").compactMap { $0.text("reason") }
        raw = row.value
    }
}

extension LibraryApplication {
    /// The files of a download, and what the application takes them for.
    package func manualImportCandidates(ofDownload id: String) async throws(ServiceError)
        -> [ManualImportCandidate]
    {
        try await api.list(
            "look at the files of a download",
            "manualimport",
            query: [QueryItem("downloadId", id), QueryItem("filterExistingFiles", true)],
            allowance: .library
        )
    }
}

extension ServarrCommand {
    /// Imports files of a download by hand; copies or hard-links what still seeds.
    ///
    /// The files are objects with `path`, `folderName`, the ids, `quality`, `languages`, `downloadId`.
    package static func manualImport(_ files: [JSONValue]) -> ServarrCommand {
        ServarrCommand(name: "ManualImport", parameters: ["files": .array(files), "importMode": "auto"])
    }
}
