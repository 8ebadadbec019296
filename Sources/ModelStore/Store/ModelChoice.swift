package import Foundation

/// Which model the owner chose to use, kept over restarts.
package struct ModelChoice: Sendable {
    private struct Document: Codable {
        let path: String
    }

    private let file: URL

    /// The choice that is kept in a data directory.
    package init(dataDirectory: URL) { file = dataDirectory.appending(path: "model.json") }

    /// The file of the chosen model; nil where none was chosen, or its file is gone.
    package var path: String? {
        guard let data = try? Data(contentsOf: file),
            let document = try? JSONDecoder().decode(Document.self, from: data),
            FileManager.default.isReadableFile(atPath: document.path)
        else { return nil }
        return document.path
    }

    /// Keeps a choice.
    ///
    /// - Throws: ``ModelStoreError/notWritable(path:reason:)``.
    package func keep(path: String) throws(ModelStoreError) {
        do {
            try JSONEncoder().encode(Document(path: path)).write(to: file, options: .atomic)
        } catch {
            throw .notWritable(path: file.path, reason: "check the permissions of the data directory")
        }
    }
}
