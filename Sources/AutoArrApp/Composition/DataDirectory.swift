internal import Foundation

/// The directory that holds all state.
enum DataDirectory {
    /// Makes sure that the directory is there and that we may write in it.
    ///
    /// - Throws: ``AppError/dataDirectory(path:reason:)``.
    static func prepare(_ directory: URL) throws {
        let path = directory.path
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        } catch {
            throw AppError.dataDirectory(path: path, reason: "it is not there and cannot be made")
        }
        let media = ["media", "torrents", "usenet"].filter {
            FileManager.default.fileExists(atPath: directory.appending(path: $0).path)
        }
        let isOurs = FileManager.default.fileExists(atPath: directory.appending(path: "autoarr.sqlite").path)
        if !media.isEmpty, !isOurs {
            throw AppError.dataDirectory(
                path: path,
                reason:
                    "it looks like a media tree (it has \(media.joined(separator: ", "))), and state does not belong there"
            )
        }
        let probe = directory.appending(path: ".autoarr-\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try Data().write(to: probe)
            try FileManager.default.removeItem(at: probe)
        } catch {
            throw AppError.dataDirectory(path: path, reason: "user \(getuid()) may not write in it")
        }
    }
}
