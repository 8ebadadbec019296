internal import Crypto
internal import Foundation

/// The files of the page, read once; together they are small.
struct AssetFolder: Sendable {
    /// A file with what its answer needs.
    struct File: Sendable {
        let bytes: [UInt8]
        let contentType: String
        /// In quotes, as the header has it.
        let entityTag: String
    }

    /// The files by their names.
    let files: [String: File]

    /// Reads the folder that the build puts beside the executable.
    ///
    /// Not through `Bundle.module`, which ends the process where the folder is missing.
    ///
    /// - Throws: ``WebServerError/assetsMissing(paths:)``.
    init() throws {
        let beside = [
            Bundle.main.bundleURL,
            URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent(),
        ]
        let candidates = beside.map { $0.appending(path: "autoarr_WebAPI.resources/Assets") }
        guard let folder = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw WebServerError.assetsMissing(paths: candidates.map(\.path))
        }
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            guard let type = Self.contentType(of: name) else { continue }
            let bytes = try Data(contentsOf: folder.appending(path: name))
            let digest = SHA256.hash(data: bytes).prefix(12).map { String($0, radix: 36) }.joined()
            files[name] = File(bytes: Array(bytes), contentType: type, entityTag: "\"\(digest)\"")
        }
        self.files = files
    }

    private static func contentType(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "webmanifest": "application/manifest+json"
        default: nil
        }
    }
}
