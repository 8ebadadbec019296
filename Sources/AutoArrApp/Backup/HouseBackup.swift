package import Foundation
internal import SQLiteStore

/// Why a backup could not be made or taken back.
package enum BackupError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is already a file.
    case exists(path: String)
    /// The file cannot be read or written.
    case unusable(path: String, reason: String)
    /// It is no backup of ours, or is damaged.
    case notABackup(path: String, reason: String)
    /// There is nothing to keep.
    case nothingThere(path: String)
    /// A server uses the data directory.
    case serverRuns

    package var description: String {
        switch self {
        case .exists(let path): "\(path) is there already; name a new file"
        case .unusable(let path, let reason): "\(path) cannot be used: \(reason)"
        case .notABackup(let path, let reason):
            "\(path) is no backup of AutoArr: \(reason); nothing was changed"
        case .nothingThere(let path): "there is nothing in \(path) to keep yet; is AUTOARR_DATA right?"
        case .serverRuns: "a server answers on this port; stop it before its data are replaced"
        }
    }
}

/// All state of the house in one file: the database, the key that its secrets are sealed with, the choice of model.
///
/// The file opens everything that the house can reach, so only its owner may read it. Model files and prefix states
/// are left out: they can be had again.
package struct HouseBackup: Sendable {
    private static let database = "autoarr.sqlite"
    private static let optional = ["connections.key", "model.json"]

    private let directory: URL

    /// The backup of a data directory.
    package init(dataDirectory: URL) { directory = dataDirectory }

    /// Writes a backup; a server may go on running.
    ///
    /// - Parameters:
    ///   - file: Where it goes; nothing may be there.
    ///   - now: The time that is noted in it.
    /// - Throws: ``BackupError``, or what the database throws.
    package func write(to file: URL, now: Date) throws {
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw BackupError.exists(path: file.path)
        }
        let source = directory.appending(path: Self.database)
        guard FileManager.default.fileExists(atPath: source.path) else {
            throw BackupError.nothingThere(path: directory.path)
        }
        let copy = directory.appending(path: ".backup-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: copy) }
        try AppDatabase(at: source).copy(to: copy)
        var files = [(name: Self.database, data: try read(copy))]
        for name in Self.optional {
            let url = directory.appending(path: name)
            if FileManager.default.fileExists(atPath: url.path) { files.append((name, try read(url))) }
        }
        guard
            FileManager.default.createFile(
                atPath: file.path,
                contents: TarArchive.write(files, modified: now),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw BackupError.unusable(path: file.path, reason: "it cannot be written") }
    }

    /// Puts a backup in place of what is there; what was there is kept beside it.
    ///
    /// The backup is looked at first: a file that is damaged, or whose database does not open, changes nothing.
    /// - Parameters:
    ///   - file: The backup.
    ///   - now: The time, for the name of the directory in which the old state is kept.
    /// - Returns: Where the old state is; nil where there was none.
    /// - Throws: ``BackupError``, or what the database throws.
    package func restore(from file: URL, now: Date) throws -> URL? {
        guard let files = TarArchive.read(try read(file)) else {
            throw BackupError.notABackup(path: file.path, reason: "it is damaged or of another kind")
        }
        let names = files.map(\.name)
        guard names.contains(Self.database), Set(names).count == names.count,
            names.allSatisfy({ $0 == Self.database || Self.optional.contains($0) })
        else { throw BackupError.notABackup(path: file.path, reason: "it holds other files than ours") }
        try DataDirectory.prepare(directory)
        let draft = directory.appending(path: ".restore-\(UUID().uuidString)", directoryHint: .isDirectory)
        defer { try? FileManager.default.removeItem(at: draft) }
        try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
        for entry in files {
            let url = draft.appending(path: entry.name)
            guard
                FileManager.default.createFile(
                    atPath: url.path,
                    contents: entry.data,
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw BackupError.unusable(path: url.path, reason: "it cannot be written") }
        }
        // Opening it brings an older database up to date, and refuses what is none.
        do { _ = try AppDatabase(at: draft.appending(path: Self.database)) } catch {
            throw BackupError.notABackup(path: file.path, reason: "its database does not open")
        }
        let kept = try setAside(now: now)
        for name in try FileManager.default.contentsOfDirectory(atPath: draft.path) {
            try FileManager.default.moveItem(
                at: draft.appending(path: name),
                to: directory.appending(path: name)
            )
        }
        return kept
    }

    private func setAside(now: Date) throws -> URL? {
        let known = [Self.database, Self.database + "-wal", Self.database + "-shm"] + Self.optional
        let present = known.filter {
            FileManager.default.fileExists(atPath: directory.appending(path: $0).path)
        }
        guard !present.isEmpty else { return nil }
        let kept = directory.appending(
            path: "before-restore-\(Int(now.timeIntervalSince1970))",
            directoryHint: .isDirectory
        )
        try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
        for name in present {
            try FileManager.default.moveItem(
                at: directory.appending(path: name),
                to: kept.appending(path: name)
            )
        }
        return kept
    }

    private func read(_ url: URL) throws -> Data {
        do { return try Data(contentsOf: url) } catch {
            throw BackupError.unusable(path: url.path, reason: "it cannot be read")
        }
    }
}
