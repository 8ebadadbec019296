import AutoArrApp
import Foundation
import Logging
import ServiceLifecycle
import ServiceSimulators
import Synchronization

/// The whole program beside a stack to try it with, on a folder of its own.
struct FurnishedHouse: Sendable {
    /// The address of the page.
    let url: String
    /// The services beside it.
    let members: [Household.Member]
    /// Everything that the program logged.
    let log: CollectedLog

    /// Runs a body while everything runs.
    static func running(
        signIn: Server.SignIn = .required,
        _ body: @Sendable (FurnishedHouse) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "autoarr-house-\(UUID().uuidString)"
        )
        for part in ["stack", "data"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: part),
                withIntermediateDirectories: true
            )
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let log = CollectedLog()
        let logger = Logger(label: "test") { _ in CollectedLog.Handler(log: log) }
        let household = Household(Household.Configuration(folder: folder.appending(path: "stack").path))
        let (ports, listening) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                try await ServiceGroup(services: [household], logger: logger).run()
            }
            let members = try await household.members()
            let configuration = try Configuration(
                environment: environment(of: members, data: folder.appending(path: "data").path)
            )
            tasks.addTask {
                defer { listening.finish() }
                try await Server.run(configuration, signIn: signIn, logger: logger) { listening.yield($0) }
            }
            for await port in ports {
                try await body(FurnishedHouse(url: "http://127.0.0.1:\(port)/", members: members, log: log))
                break
            }
            tasks.cancelAll()
            while let result = await tasks.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    private static func environment(of members: [Household.Member], data: String) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter { ["HOME", "PATH"].contains($0.key) }
        environment["AUTOARR_DATA"] = data
        environment["AUTOARR_BIND"] = "127.0.0.1"
        environment["AUTOARR_PORT"] = "0"
        environment["AUTOARR_MODE"] = "suggest"
        // No model: everything has to work on rules.
        environment["MODEL_PATH"] = data + "/none.gguf"
        for member in members {
            environment[member.id.uppercased() + "_URL"] = member.url
            environment[member.id.uppercased() + "_API_KEY"] = member.key
        }
        return environment
    }
}

/// Keeps every line that is logged.
final class CollectedLog: Sendable {
    private let lines = Mutex<[String]>([])

    /// The lines so far.
    var all: [String] { lines.withLock { $0 } }

    /// The code with which the house can be claimed.
    var claimCode: String? {
        all.lazy.compactMap { $0.firstMatch(of: #/enter the code ([0-9A-Z]{4}-[0-9A-Z]{4})/#)?.1 }.first.map(
            String.init
        )
    }

    /// Writes to a ``CollectedLog``.
    struct Handler: LogHandler {
        let log: CollectedLog
        var logLevel = Logger.Level.debug
        var metadata = Logger.Metadata()

        init(log: CollectedLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let line = "\(event.level) \(event.message) \(event.metadata ?? [:])"
            log.lines.withLock { $0.append(line) }
        }
    }
}
