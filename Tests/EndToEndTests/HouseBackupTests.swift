internal import AutoArrApp
internal import Foundation
internal import Logging
internal import Testing

struct HouseBackupTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)")

    /// Runs the program's own services once, so that a data directory is there; the owner's code of the house.
    private func furnish(_ directory: URL) async throws {
        var configuration = try Configuration(environment: ["AUTOARR_DATA": directory.path])
        configuration.dataDirectory = directory
        let app = try await AppServices(configuration, logger: Logger(label: "test"))
        await app.shutDown()
    }

    @Test func `what was kept comes back, and what was there is kept beside it`() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let (data, other) = (root.appending(path: "data"), root.appending(path: "other"))
        try await furnish(data)
        let file = root.appending(path: "house.tar")
        try HouseBackup(dataDirectory: data).write(to: file, now: Date(timeIntervalSince1970: 1_790_000_000))
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)

        #expect(try HouseBackup(dataDirectory: other).restore(from: file, now: .now) == nil)
        let key = "connections.key"
        #expect(
            try Data(contentsOf: other.appending(path: key)) == Data(contentsOf: data.appending(path: key))
        )
        let kept = try #require(try HouseBackup(dataDirectory: other).restore(from: file, now: .now))
        #expect(FileManager.default.fileExists(atPath: kept.appending(path: "autoarr.sqlite").path))
    }

    @Test(arguments: ["cut off", "one byte turned", "not an archive", "another database"])
    func `a damaged backup changes nothing`(damage: String) async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let data = root.appending(path: "data")
        try await furnish(data)
        let file = root.appending(path: "house.tar")
        try HouseBackup(dataDirectory: data).write(to: file, now: .now)
        var bytes = try Data(contentsOf: file)
        switch damage {
        case "cut off": bytes = bytes.prefix(bytes.count / 2)
        case "one byte turned": bytes[130] ^= 3
        case "another database": bytes.replaceSubrange(512..<600, with: Data(repeating: 65, count: 88))
        default: bytes = Data("<html>".utf8)
        }
        try bytes.write(to: file)
        let before = try Data(contentsOf: data.appending(path: "connections.key"))
        #expect(throws: BackupError.self) {
            try HouseBackup(dataDirectory: data).restore(from: file, now: .now)
        }
        #expect(try Data(contentsOf: data.appending(path: "connections.key")) == before)
        #expect(FileManager.default.fileExists(atPath: data.appending(path: "autoarr.sqlite").path))
    }

    @Test func `a backup is never written over another, nor made of nothing`() async throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let data = root.appending(path: "data")
        try await furnish(data)
        let file = root.appending(path: "house.tar")
        try HouseBackup(dataDirectory: data).write(to: file, now: .now)
        #expect(throws: BackupError.exists(path: file.path)) {
            try HouseBackup(dataDirectory: data).write(to: file, now: .now)
        }
        let empty = root.appending(path: "empty")
        #expect(throws: BackupError.nothingThere(path: empty.path)) {
            try HouseBackup(dataDirectory: empty).write(to: root.appending(path: "x.tar"), now: .now)
        }
    }
}
