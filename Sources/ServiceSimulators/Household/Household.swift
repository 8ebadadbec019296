internal import Foundation
public import ServiceLifecycle

/// A whole house to try things with: Sonarr, Radarr and Prowlarr simulated, SABnzbd real where it is installed, a news server,
/// a library, things to find, to request and to put right.
public final class Household: Service {
    /// One service of the house.
    public struct Member: Sendable, Hashable {
        /// The name of the instance: `radarr`.
        public let id: String
        /// What it is.
        public let kind: SimulatedServiceKind
        /// Its address.
        public let url: String
        /// The key of its API.
        public let key: String
        /// Whether it is the real program.
        public let isReal: Bool
    }

    /// How a house is set up.
    public struct Configuration: Sendable {
        /// An existing folder for everything.
        public var folder: String
        /// Whether SABnzbd is the real one.
        public var usesRealSABnzbd: Bool
        /// Ports by kind; others are free ones.
        public var ports: [SimulatedServiceKind: Int]
        /// The time between two turns of the clock.
        public var turn: Duration
        /// Whether there is something wrong in it.
        public var hasFaults: Bool

        /// A house in a folder, with the real SABnzbd where it is installed.
        public init(
            folder: String,
            usesRealSABnzbd: Bool = SABnzbdDaemon.isInstalled,
            ports: [SimulatedServiceKind: Int] = [:],
            turn: Duration = .seconds(1),
            hasFaults: Bool = true
        ) {
            self.folder = folder
            self.usesRealSABnzbd = usesRealSABnzbd
            self.ports = ports
            self.turn = turn
            self.hasFaults = hasFaults
        }
    }

    /// How it is set up.
    public let configuration: Configuration
    /// Radarr.
    public let radarr: ServarrSimulator
    /// Sonarr.
    public let sonarr: ServarrSimulator
    /// Prowlarr.
    public let prowlarr: ProwlarrSimulator
    /// The news server.
    public let news: NewsServer
    private let posts: PostOffice
    private let announced = Announcement<[Member]>()
    private let observer: (@Sendable (Exchange) -> Void)?

    /// A house that stands once ``run()`` is called.
    ///
    /// - Parameters:
    ///   - configuration: How it is set up.
    ///   - observer: Sees every request to a simulated service with its reply.
    public init(_ configuration: Configuration, observer: (@Sendable (Exchange) -> Void)? = nil) {
        self.configuration = configuration
        self.observer = observer
        posts = PostOffice()
        news = NewsServer(posts: posts)
        radarr = ServarrSimulator(
            .radarr,
            apiKey: "aaaa1111bbbb2222cccc3333dddd4444",
            downloads: .configured,
            posts: posts
        )
        sonarr = ServarrSimulator(
            .sonarr,
            apiKey: "eeee5555ffff6666aaaa7777bbbb8888",
            downloads: .configured,
            posts: posts
        )
        prowlarr = ProwlarrSimulator(apiKey: "cccc9999dddd0000eeee1111ffff2222")
    }

    /// The services; waits until all answer and the house is furnished.
    ///
    /// - Throws: Why the house does not stand.
    public func members() async throws -> [Member] { try await announced.value() }

    /// Lets the house stand until cancelled or shut down gracefully.
    ///
    /// - Throws: Where a part cannot start, or ends by itself.
    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await self.live() }
        } catch is CancellationError {
            return
        } catch {
            announced.set(.failure(error))
            throw error
        }
    }

    private func live() async throws {
        let servers = ([radarr, sonarr, prowlarr] as [any SimulatedService]).map { service in
            SimulatorServer(service, port: configuration.ports[service.kind] ?? 0, observer: observer)
        }
        for folder in ["media/movies", "media/tv", "sabnzbd"] {
            try FileManager.default.createDirectory(
                atPath: "\(configuration.folder)/\(folder)",
                withIntermediateDirectories: true
            )
        }
        let port = try await sabnzbdPort()
        let real = SABnzbdDaemon(
            folder: configuration.folder + "/sabnzbd",
            port: port,
            news: news,
            ini: placed
        )
        let simulated = SABnzbdSimulator(
            posts: posts,
            completeFolder: configuration.folder + "/media/movies/downloads"
        )
        let simulatedServer = SimulatorServer(simulated, port: port, observer: observer)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [news] in try await news.run() }
            for server in servers { group.addTask { try await server.run() } }
            let isReal = configuration.usesRealSABnzbd
            group.addTask { if isReal { try await real.run() } else { try await simulatedServer.run() } }
            group.addTask { [self] in
                var members: [Member] = []
                for server in servers {
                    members.append(
                        Member(
                            id: server.service.kind.rawValue,
                            kind: server.service.kind,
                            url: try await server.url(),
                            key: server.service.apiKey,
                            isReal: false
                        )
                    )
                }
                members.append(
                    Member(
                        id: "sabnzbd",
                        kind: .sabnzbd,
                        url: isReal ? try await real.url() : try await simulatedServer.url(),
                        key: isReal ? real.apiKey : simulated.apiKey,
                        isReal: isReal
                    )
                )
                try await furnish(members, port: port)
                announced.set(.success(members))
                while true {
                    try await Task.sleep(for: configuration.turn)
                    if !isReal { await simulated.step() }
                    await radarr.step()
                    await sonarr.step()
                    await prowlarr.step()
                }
            }
            try await group.waitForAll()
        }
    }

    private func sabnzbdPort() async throws -> Int {
        if let port = configuration.ports[.sabnzbd] { return port }
        return try await FreePort.find()
    }

    /// The real SABnzbd puts finished jobs into a folder inside Radarr's root folder, where there are faults to find.
    private var placed: @Sendable (inout String) -> Void {
        let configuration = configuration
        return { text in
            guard configuration.hasFaults else { return }
            let folder = configuration.folder
            text = text.replacing(
                "complete_dir = \(folder)/sabnzbd/complete",
                with: "complete_dir = \(folder)/media/movies/downloads"
            )
        }
    }
}
