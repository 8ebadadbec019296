internal import Foundation
public import ServiceLifecycle

/// The real SABnzbd of this machine, headless, with everything of its own in one folder.
///
/// It ends with the task that runs it, and is gone when that task is over.
public final class SABnzbdDaemon: Service {
    /// Where the program can be.
    private static let places = ["/usr/bin/sabnzbdplus", "/usr/local/bin/sabnzbdplus"]

    /// Whether the program is installed here.
    public static var isInstalled: Bool {
        places.contains { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The folder of its settings, logs and downloads.
    public let folder: String
    /// The key of its whole API.
    public let apiKey: String
    /// The key that may only add jobs.
    public let nzbKey: String
    private let port: Int
    private let newsPort: @Sendable () async throws -> Int
    private let account: NewsServer.Account
    private let changes: @Sendable (inout String) -> Void
    private let announced = Announcement<String>()

    /// The program in a folder, not yet started.
    ///
    /// - Parameters:
    ///   - folder: An existing folder, best an empty one.
    ///   - port: The port on 127.0.0.1.
    ///   - news: The news server that it reads from.
    ///   - ini: Changes the text of `sabnzbd.ini` before the first start.
    public init(
        folder: String,
        port: Int,
        news: NewsServer,
        apiKey: String = "0123456789abcdef0123456789abcdef",
        ini changes: @escaping @Sendable (inout String) -> Void = { _ in }
    ) {
        self.folder = folder
        self.port = port
        self.apiKey = apiKey
        nzbKey = "fedcba9876543210fedcba9876543210"
        newsPort = { try await news.port() }
        account = news.account
        self.changes = changes
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
            return
        } catch  where Task.isCancelled {
            return
        } catch {
            announced.set(.failure(error))
            throw error
        }
    }

    private func live() async throws {
        guard let program = Self.places.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            throw DaemonError(description: "SABnzbd is not installed: apt-get install sabnzbdplus")
        }
        for name in ["incomplete", "complete"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)",
                withIntermediateDirectories: true
            )
        }
        let settings = folder + "/sabnzbd.ini"
        if !FileManager.default.fileExists(atPath: settings) {
            var text = SABnzbdIni.text(
                folder: folder,
                port: port,
                newsPort: try await newsPort(),
                account: account,
                keys: (apiKey, nzbKey)
            )
            changes(&text)
            try text.write(toFile: settings, atomically: true, encoding: .utf8)
        }
        let base = "http://127.0.0.1:\(port)"
        let process = DaemonProcess(
            name: "SABnzbd",
            program: program,
            arguments: [
                "-f", settings, "-s", "127.0.0.1:\(port)", "-b", "0", "-l", "1", "--disable-file-log",
                "--console",
            ],
            folder: folder,
            answers: { try await self.answers(base) }
        )
        try await process.run { self.announced.set(.success(base + "/sabnzbd")) }
    }

    private func answers(_ base: String) async throws -> Bool {
        try Task.checkCancellation()
        let request = SimulatedRequest("GET", "/api", query: [("mode", "version"), ("output", "json")])
        return (try? await LoopbackHTTP.send(request, to: base, seconds: 5))?.status == 200
    }
}
