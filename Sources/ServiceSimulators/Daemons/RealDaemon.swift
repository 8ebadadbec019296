internal import Foundation
public import ServiceLifecycle

/// A real download client of this machine, headless, with everything of its own in one folder.
///
/// It ends with the task that runs it, and is gone when that task is over.
public final class RealDaemon: Service {
    /// The programs that can be run so.
    public enum Program: String, Sendable, Hashable, CaseIterable {
        case qBittorrent, nzbget, transmission, deluge

        /// The executables that it needs.
        var executables: [String] {
            switch self {
            case .qBittorrent: ["qbittorrent-nox"]
            case .nzbget: ["nzbget"]
            case .transmission: ["transmission-daemon"]
            case .deluge: ["deluged", "deluge-web"]
            }
        }

        /// Whether it is installed here.
        public var isInstalled: Bool { executables.allSatisfy { Self.place(of: $0) != nil } }

        /// What a test that needs it says when it is skipped.
        public var absence: String { "\(executables.joined(separator: " and ")) is not installed" }

        static func place(of executable: String) -> String? {
            ["/usr/bin/", "/usr/local/bin/"].map { $0 + executable }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
        }
    }

    /// How a program is started: its settings are written, and these processes run.
    struct Plan: Sendable {
        let url: String
        let prepare: @Sendable () async throws -> Void
        let processes: [DaemonProcess]
    }

    /// Which program it is.
    public let program: Program
    /// The folder of its settings and logs.
    public let folder: String
    /// The folder to which it downloads.
    public let downloads: String
    /// The user that it knows; empty where it knows only a password.
    public let username: String
    /// The password.
    public let password: String
    private let plan: Plan
    private let announced = Announcement<String>()

    init(
        _ program: Program,
        folder: String,
        downloads: String,
        username: String,
        password: String,
        plan: Plan
    ) {
        self.program = program
        self.folder = folder
        self.downloads = downloads
        self.username = username
        self.password = password
        self.plan = plan
    }

    /// The address; waits until the API answers.
    ///
    /// - Throws: ``DaemonError`` where it did not start.
    public func url() async throws -> String { try await announced.value() }

    /// Runs the program until cancelled or shut down gracefully.
    ///
    /// - Throws: ``DaemonError`` where it is not installed, or ends by itself.
    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await self.live() }
        } catch is CancellationError {
            announced.set(.failure(CancellationError()))
        } catch  where Task.isCancelled {
            announced.set(.failure(error))
        } catch {
            announced.set(.failure(error))
            throw error
        }
    }

    private func live() async throws {
        guard program.isInstalled else { throw DaemonError(description: program.absence) }
        try FileManager.default.createDirectory(atPath: downloads, withIntermediateDirectories: true)
        try await plan.prepare()
        let ready = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for process in plan.processes {
                group.addTask {
                    defer { ready.continuation.finish() }
                    try await process.run { ready.continuation.yield() }
                }
            }
            var answering = 0
            for await _ in ready.stream {
                answering += 1
                guard answering == plan.processes.count else { continue }
                announced.set(.success(plan.url))
                break
            }
            try await group.waitForAll()
        }
    }
}

extension RealDaemon {
    /// Writes a file of settings, for its owner only.
    static func write(_ text: String, to path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// A user and a password as HTTP Basic has them.
    static func basic(_ username: String, _ password: String) -> [String: String] {
        ["Authorization": "Basic " + Data("\(username):\(password)".utf8).base64EncodedString()]
    }
}
