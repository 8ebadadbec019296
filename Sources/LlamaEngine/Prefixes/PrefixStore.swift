internal import Foundation

/// The states of shared prompt parts on disk: read once, brought back in milliseconds after idle or a restart.
///
/// A file holds a head (format, length, checksum) and the state as llama.cpp wrote it. It is written beside its place
/// and renamed; one that is cut off or damaged is thrown away and made anew. When there is more than the cap, those
/// that were used longest ago go first.
package struct PrefixStore: Sendable {
    private static let magic: UInt64 = 0x3156_4B52_4152_5541
    private static let headBytes = 24
    private static let ending = "prefix"

    private let directory: URL
    private let capacity: Int

    /// A store in a directory, made when it is not there.
    ///
    /// - Parameters:
    ///   - path: The directory.
    ///   - capacity: How many bytes all files together may take.
    /// - Returns: nil when the directory can be neither made nor written: the engine then works without.
    package init?(path: String, capacity: Int = 256 << 20) {
        directory = URL(filePath: path, directoryHint: .isDirectory)
        self.capacity = capacity
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        } catch {
            return nil
        }
        guard FileManager.default.isWritableFile(atPath: directory.path) else { return nil }
        removeLeftovers()
    }

    /// Gives a stored state to those who can use it.
    ///
    /// - Parameters:
    ///   - name: The key's name.
    ///   - body: Takes the state; returns whether it could be used. It is thrown away otherwise.
    /// - Returns: Whether there was one and it could be used.
    package func restore(_ name: String, _ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        let file = url(of: name)
        guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else { return false }
        let isUsable = data.withUnsafeBytes { bytes in
            guard bytes.count > Self.headBytes,
                bytes.loadUnaligned(as: UInt64.self) == Self.magic,
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                    == UInt64(bytes.count - Self.headBytes)
            else { return false }
            let state = UnsafeRawBufferPointer(rebasing: bytes[Self.headBytes...])
            guard bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == StateChecksum.of(state) else {
                return false
            }
            return body(state)
        }
        if isUsable {
            try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
        } else {
            try? FileManager.default.removeItem(at: file)
        }
        return isUsable
    }

    /// Keeps a state; where the disk refuses, nothing is kept and nothing is lost.
    ///
    /// - Parameters:
    ///   - name: The key's name.
    ///   - count: The size of the state in bytes.
    ///   - body: Writes the state; returns whether it could.
    package func save(_ name: String, count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Bool) {
        guard count > 0, count + Self.headBytes <= capacity else { return }
        var data = Data(count: count + Self.headBytes)
        let isWhole = data.withUnsafeMutableBytes { bytes in
            let state = UnsafeMutableRawBufferPointer(rebasing: bytes[Self.headBytes...])
            guard body(state) else { return false }
            bytes.storeBytes(of: Self.magic, as: UInt64.self)
            bytes.storeBytes(of: UInt64(count), toByteOffset: 8, as: UInt64.self)
            bytes.storeBytes(
                of: StateChecksum.of(UnsafeRawBufferPointer(state)),
                toByteOffset: 16,
                as: UInt64.self
            )
            return true
        }
        guard isWhole else { return }
        makeRoom(for: data.count)
        let draft = directory.appending(path: "\(name).\(ProcessInfo.processInfo.processIdentifier).new")
        do {
            try data.write(to: draft)
            guard rename(draft.path, url(of: name).path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(at: draft)
        }
    }

    private func url(of name: String) -> URL { directory.appending(path: "\(name).\(Self.ending)") }

    private func makeRoom(for bytes: Int) {
        var files = contents().filter { $0.url.pathExtension == Self.ending }
        files.sort { $0.used < $1.used }
        var total = files.reduce(bytes) { $0 + $1.bytes }
        for file in files where total > capacity {
            try? FileManager.default.removeItem(at: file.url)
            total -= file.bytes
        }
    }

    /// Removes drafts whose writer was ended before it could finish them.
    private func removeLeftovers() {
        let longAgo = Date(timeIntervalSinceNow: -600)
        for file in contents() where file.url.pathExtension == "new" && file.used < longAgo {
            try? FileManager.default.removeItem(at: file.url)
        }
    }

    private func contents() -> [(url: URL, bytes: Int, used: Date)] {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
        let urls = try? FileManager.default.contentsOfDirectory(
            at: directory,
            includingPropertiesForKeys: Array(keys)
        )
        return (urls ?? []).compactMap { url in
            guard let values = try? url.resourceValues(forKeys: keys) else { return nil }
            return (url, values.fileSize ?? 0, values.contentModificationDate ?? .distantPast)
        }
    }
}
