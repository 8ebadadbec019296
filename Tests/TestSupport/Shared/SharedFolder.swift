package import Foundation

/// The folder `shared` beside the checkout, where it is there: official API documents and recorded replies.
///
/// Tests that need it are skipped visibly without it: `.enabled(if: SharedFolder.isPresent)`.
package enum SharedFolder {
    /// The folder, found upwards from this file; nil where there is none.
    package static let url: URL? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path().count > 1 {
            folder.deleteLastPathComponent()
            let candidate = folder.appending(path: "shared")
            if FileManager.default.fileExists(atPath: candidate.appending(path: "contracts").path()) {
                return candidate
            }
        }
        return nil
    }()

    /// Whether the folder is there.
    package static var isPresent: Bool { url != nil }

    /// The bytes of a file in it.
    ///
    /// - Parameter path: From the folder: `contracts/sonarr-v3.openapi.json`.
    /// - Throws: Where the folder or the file is not there.
    package static func bytes(_ path: String) throws -> [UInt8] {
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        return Array(try Data(contentsOf: url.appending(path: path)))
    }
}
