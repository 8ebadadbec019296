internal import Crypto
internal import Foundation

/// The part of a file that has come so far, beside its final place, with what is needed to go on later.
final class PartialFile {
    /// What the part belongs to.
    struct Origin: Codable, Hashable {
        let url: String
        /// The server's name for this version of the file (`ETag`, or `Last-Modified` where there is none).
        let validator: String?
    }

    /// How many bytes are there.
    private(set) var count: Int

    private let path: String
    private let handle: FileHandle
    private var hasher = SHA256()

    private var partPath: String { Self.partPath(path) }

    /// Opens the part of a file, or begins one.
    ///
    /// - Throws: ``ModelStoreError/notWritable(path:reason:)``.
    init(path: String) throws(ModelStoreError) {
        self.path = path
        let part = Self.partPath(path)
        do {
            let directory = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            if !FileManager.default.fileExists(atPath: part) { try Data().write(to: URL(filePath: part)) }
            handle = try FileHandle(forUpdating: URL(filePath: part))
            count = Int(try handle.seekToEnd())
        } catch {
            throw .notWritable(path: part, reason: "check the permissions of its directory")
        }
    }

    deinit { try? handle.close() }

    /// What the part belongs to; nil where that is not known, and the part is then of no use.
    var origin: Origin? {
        guard let data = try? Data(contentsOf: URL(filePath: Self.originPath(path))) else { return nil }
        return try? JSONDecoder().decode(Origin.self, from: data)
    }

    /// Keeps what the part belongs to.
    func setOrigin(_ origin: Origin) throws(ModelStoreError) {
        do {
            try JSONEncoder().encode(origin).write(to: URL(filePath: Self.originPath(path)), options: .atomic)
        } catch {
            throw .notWritable(path: Self.originPath(path), reason: "check the permissions of its directory")
        }
    }

    /// Drops what is there and begins anew.
    func restart() throws(ModelStoreError) {
        hasher = SHA256()
        do {
            try handle.truncate(atOffset: 0)
            count = 0
        } catch {
            throw .notWritable(path: partPath, reason: "it cannot be cut")
        }
    }

    /// Reads what is there into the hash, so that the rest can follow.
    func rehash() throws(ModelStoreError) {
        hasher = SHA256()
        do {
            try handle.seek(toOffset: 0)
            while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty {
                hasher.update(data: block)
            }
            try handle.seekToEnd()
        } catch {
            throw .notWritable(path: partPath, reason: "it cannot be read back")
        }
    }

    /// Adds bytes.
    func append(_ bytes: [UInt8]) throws(ModelStoreError) {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw .notWritable(path: partPath, reason: "the disk is full or broken")
        }
        hasher.update(data: bytes)
        count += bytes.count
    }

    /// The SHA-256 of what is there, in lower-case hexadecimal.
    var sha256: String { hasher.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// Whether it begins as a model does.
    func beginsAsModel() -> Bool {
        guard (try? handle.seek(toOffset: 0)) != nil, let head = try? handle.read(upToCount: 4) else {
            return false
        }
        return head == Data("GGUF".utf8)
    }

    /// Puts the file in its place, on disk for certain before it is seen there.
    func finish() throws(ModelStoreError) {
        do {
            try handle.synchronize()
            guard rename(partPath, path) == 0 else {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        } catch {
            throw .notWritable(path: path, reason: "it cannot be put in its place")
        }
        try? FileManager.default.removeItem(atPath: Self.originPath(path))
        let directory = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY)
        if directory >= 0 {
            _ = fsync(directory)
            _ = close(directory)
        }
    }

    /// Removes it.
    func discard() {
        try? FileManager.default.removeItem(atPath: partPath)
        try? FileManager.default.removeItem(atPath: Self.originPath(path))
    }

    private static func partPath(_ path: String) -> String { path + ".part" }
    private static func originPath(_ path: String) -> String { path + ".part.json" }
}
