internal import Crypto
internal import Foundation
internal import LanguageModels

/// A model file that has been looked at: it is there, whole, and begins as a model does.
struct ModelFile {
    /// Where it is.
    let path: String
    /// Its size in bytes.
    let bytes: Int
    /// What stands at its head.
    let header: GGUFHeader

    /// Looks at a file.
    ///
    /// - Throws: ``LanguageModelError/noModel(path:)`` or ``LanguageModelError/unreadableModel(path:reason:)``.
    init(path: String) throws(LanguageModelError) {
        self.path = path
        let url = URL(filePath: path)
        var isDirectory = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .noModel(path: path)
        }
        guard !isDirectory.boolValue else {
            throw .unreadableModel(path: path, reason: "it is a directory, not a file")
        }
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw .unreadableModel(path: path, reason: "it cannot be read (check its permissions)")
        }
        bytes = data.count
        do {
            header = try GGUFHeader(data)
        } catch {
            throw .unreadableModel(path: path, reason: error.reason)
        }
        guard header.requiredBytes <= bytes else {
            throw .unreadableModel(
                path: path,
                reason: "it is cut off: \(bytes) of \(header.requiredBytes) bytes are there"
            )
        }
    }

    /// The name of the file without its ending.
    static func name(of path: String) -> String {
        URL(filePath: path).deletingPathExtension().lastPathComponent
    }

    /// The SHA-256 of the whole file, in lower-case hexadecimal.
    ///
    /// - Throws: ``LanguageModelError/unreadableModel(path:reason:)``.
    func sha256() throws(LanguageModelError) -> String {
        do {
            var hasher = SHA256()
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            while let block = try handle.read(upToCount: 4 << 20), !block.isEmpty {
                hasher.update(data: block)
            }
            return hasher.finalize().hexadecimal
        } catch {
            throw .unreadableModel(path: path, reason: "it cannot be read (check its permissions)")
        }
    }
}
