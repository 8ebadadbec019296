internal import AsyncHTTPTransport
internal import Connections
internal import Foundation
internal import MediaDomain
internal import ServiceHTTP
internal import ServiceSimulators
internal import TestSupport
import Testing

/// A real program with our way to it.
struct RealClient: Sendable {
    let daemon: RealDaemon
    let channel: ServiceChannel
    let posts: PostOffice

    private static let kinds: [RealDaemon.Program: ServiceKind] = [
        .qBittorrent: .qbittorrent, .nzbget: .nzbget, .transmission: .transmission, .deluge: .deluge,
    ]

    /// Starts a program in a folder of its own, lets `body` use it, and ends it.
    static func serving(
        _ program: RealDaemon.Program,
        _ body: @escaping @Sendable (RealClient) async throws -> Void
    ) async throws {
        let kind = try #require(kinds[program])
        try await TemporaryFolder.with { folder in
            let posts = PostOffice()
            let news = NewsServer(posts: posts)
            let port = try await FreePort.find()
            let peers = try await FreePort.find()
            let daemon: RealDaemon =
                switch program {
                case .qBittorrent: .qBittorrent(folder: folder, port: port, peerPort: peers)
                case .transmission: .transmission(folder: folder, port: port, peerPort: peers)
                case .nzbget: .nzbget(folder: folder, port: port, news: news)
                case .deluge:
                    .deluge(
                        folder: folder,
                        port: port,
                        daemonPort: try await FreePort.find(),
                        peerPort: peers
                    )
                }
            let transport = AsyncHTTPTransport()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await news.run() }
                group.addTask { try await daemon.run() }
                let endpoint = try ServiceEndpoint(
                    id: ServiceID(kind),
                    kind: kind,
                    url: try await daemon.url(),
                    credential: .login(username: daemon.username, password: Secret(daemon.password))
                )
                let channel = ServiceGate(transport: transport).channel(to: endpoint)
                try await body(RealClient(daemon: daemon, channel: channel, posts: posts))
                group.cancelAll()
            }
            try await transport.shutdown()
        }
    }

    /// The way of somebody with another password, through the same gate for all calls.
    func stranger() throws -> ServiceChannel {
        let endpoint = channel.endpoint
        let other = ServiceEndpoint(
            id: endpoint.id,
            kind: endpoint.kind,
            address: endpoint.address,
            credential: .login(username: daemon.username, password: Secret("not-the-password"))
        )
        return ServiceGate(transport: AsyncHTTPTransport()).channel(to: other)
    }

    /// What the test of a connection with this password finds.
    func verdict(password: String) async throws -> ConnectionReport.Verdict {
        let directory = ConnectionDirectory(
            gate: ServiceGate(transport: AsyncHTTPTransport()),
            store: MemoryConnectionStore(),
            seal: KeySeal()
        )
        let draft = ConnectionDraft(
            kind: channel.endpoint.kind,
            address: channel.endpoint.address.description,
            username: daemon.username,
            password: password
        )
        return try await directory.test(draft).verdict
    }
}

/// Waits until something is so, and asks again every tenth of a second.
///
/// - Returns: The value for which it is so.
/// - Throws: ``Overdue`` when it is not so within the time.
func awaiting<Value>(
    _ what: String,
    within time: Duration = .seconds(30),
    _ read: () async throws -> Value,
    until isSo: (Value) -> Bool
) async throws -> Value {
    let end = ContinuousClock.now + time
    while true {
        let value = try await read()
        if isSo(value) { return value }
        guard ContinuousClock.now < end else { throw Overdue(what: what, last: "\(value)") }
        try await Task.sleep(for: .milliseconds(100))
    }
}

/// Something did not come about in time.
struct Overdue: Error, CustomStringConvertible {
    let what: String
    let last: String
    var description: String { "\(what) did not come about in time; last seen: \(last.prefix(600))" }
}
