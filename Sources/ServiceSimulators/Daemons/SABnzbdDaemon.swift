internal import Foundation
internal import OrderedJSON
public import ServiceLifecycle
internal import Subprocess

/// The real SABnzbd of this machine, headless, with everything of its own in one folder.
///
/// It ends with the task that runs it. Should this process die without a word, the pipe that it holds closes, and the
/// shell between the two ends SABnzbd as well: nothing is left over.
public final class SABnzbdDaemon: Service {
    /// Where the program can be.
    private static let places = ["/usr/bin/sabnzbdplus", "/usr/local/bin/sabnzbdplus"]

    /// Whether the program is installed here.
    public static var isInstalled: Bool {
        places.contains { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Why the program could not be started.
    public struct StartError: Error, CustomStringConvertible {
        /// What happened, and where to look.
        public let description: String
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
    /// - Throws: ``StartError`` where it did not start.
    public func url() async throws -> String { try await announced.value() }

    /// Runs the program until cancelled or shut down gracefully.
    ///
    /// - Throws: ``StartError`` where it is not installed, or ends by itself.
    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await self.live() }
        } catch is CancellationError {
            await gone()
        } catch  where Task.isCancelled {
            await gone()
        } catch {
            announced.set(.failure(error))
            throw error
        }
    }

    private func live() async throws {
        guard let program = Self.places.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else {
            throw StartError(description: "SABnzbd is not installed: apt-get install sabnzbdplus")
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
        let result = try await Subprocess.run(
            .name("sh"),
            arguments: [
                "-c", Self.guardian, "sh", program, "-f", settings, "-s", "127.0.0.1:\(port)", "-b", "0",
                "-l", "1",
                "--disable-file-log", "--console",
            ],
            environment: .inherit.updating(["HOME": folder, "LOG": folder + "/console.log"]),
            input: .inputWriter,
            output: .discarded,
            error: .discarded
        ) { execution in
            let base = "http://127.0.0.1:\(port)"
            do {
                try await waitUntilItAnswers(base)
                announced.set(.success(base + "/sabnzbd"))
                var silences = 0
                while silences < 3 {
                    silences = try await answers(base) ? 0 : silences + 1
                    try await Task.sleep(for: .seconds(2))
                }
            } catch {
                try? await execution.standardInputWriter.finish()
                throw error
            }
            try? await execution.standardInputWriter.finish()
        }
        throw StartError(
            description:
                "SABnzbd in \(folder) ended by itself (\(result.terminationStatus)); see console.log there"
        )
    }

    /// Runs its arguments, and ends them when standard input closes.
    private static let guardian = """
        exec 3<&0
        "$@" </dev/null >"$LOG" 2>&1 3<&- & pid=$!
        ( cat <&3 >/dev/null; kill -TERM $pid; n=0; while kill -0 $pid 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done; kill -KILL $pid ) 2>/dev/null &
        exec 3<&-
        wait $pid
        """

    /// Waits until the program has ended, for at most eight seconds.
    private func gone() async {
        let base = "http://127.0.0.1:\(port)"
        // A task of its own: the one that ends here is cancelled already, and could neither ask nor wait.
        await Task {
            for _ in 0..<80 {
                guard let answers = try? await answers(base), answers else { return }
                try? await Task.sleep(for: .milliseconds(100))
            }
        }.value
    }

    private func waitUntilItAnswers(_ base: String) async throws {
        for _ in 0..<300 {
            if try await answers(base) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw StartError(
            description:
                "SABnzbd in \(folder) did not answer on port \(port) within 30 s; see console.log there"
        )
    }

    private func answers(_ base: String) async throws -> Bool {
        try Task.checkCancellation()
        let request = SimulatedRequest("GET", "/api", query: [("mode", "version"), ("output", "json")])
        return (try? await LoopbackHTTP.send(request, to: base, seconds: 5))?.status == 200
    }
}
