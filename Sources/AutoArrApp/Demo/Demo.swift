package import Foundation
package import Logging
internal import ServiceLifecycle
internal import ServiceSimulators
internal import UnixSignals

/// The server beside a household: everything works, and nothing of yours is touched.
package enum Demo {
    /// Serves until told to stop.
    ///
    /// - Parameters:
    ///   - configuration: How the server is set up; its connections are replaced by the household's.
    ///   - data: Where all is kept; nil for temporary folders.
    ///   - logger: Where it logs.
    ///   - tell: Told what stands, in sentences for people.
    /// - Throws: What start or serving throws.
    package static func run(
        _ configuration: Configuration,
        data: URL?,
        logger: Logger,
        tell: @escaping @Sendable (String) -> Void
    ) async throws {
        let house = try DemoHouse(folder: data?.appending(path: "household"))
        let temporary = FileManager.default.temporaryDirectory.appending(
            path: "autoarr-demo-\(UUID().uuidString.prefix(8))"
        )
        var configuration = configuration
        configuration.dataDirectory = data?.appending(path: "data") ?? temporary
        // The model of a demo is never fetched: 2 GB are not for a try.
        defer {
            house.clear()
            if data == nil { try? FileManager.default.removeItem(at: temporary) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let stack = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [.init(service: house.household)],
                    logger: logger
                )
            )
            group.addTask { try await stack.run() }
            let members = try await house.members()
            tell(sentence(members))
            configuration.environment.merge(DemoHouse.environment(members)) { _, demo in demo }
            let served = configuration
            group.addTask {
                try await Server.run(served, signIn: .automaticOnLoopback, logger: logger) { port in
                    tell(
                        "AutoArr serves http://localhost:\(port)\(served.urlBase)/ — on this machine you are signed in by yourself; stop with Control-C"
                    )
                }
            }
            // The server ends at a signal; the stack follows it.
            try await group.next()
            await stack.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    private static func sentence(_ members: [Household.Member]) -> String {
        let names = members.map { "\($0.id) (\($0.isReal ? "real" : "simulated")) at \($0.url)" }
        let isReal = members.contains(where: \.isReal)
        return "the stack stands: " + names.joined(separator: ", ")
            + (isReal
                ? "" : "; SABnzbd is simulated, since the real one is not installed here (scripts/setup run)")
    }
}

/// The household alone, for other programs to try things with.
package enum Simulation {
    /// Runs the household until told to stop.
    ///
    /// - Parameters:
    ///   - folder: Where it keeps everything; nil for a temporary one.
    ///   - hasFaults: Whether there is something wrong in it.
    ///   - logger: Where it logs.
    ///   - tell: Told the services, as a JSON document, once all answer.
    /// - Throws: What the household throws.
    package static func run(
        folder: URL?,
        hasFaults: Bool,
        logger: Logger,
        tell: @escaping @Sendable (String) -> Void
    ) async throws {
        let house = try DemoHouse(folder: folder, hasFaults: hasFaults)
        defer { house.clear() }
        let stack = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: house.household)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await stack.run() }
            group.addTask { tell(DemoHouse.json(try await house.members())) }
            try await group.waitForAll()
        }
    }
}
