internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
internal import Synchronization

/// A news server on loopback: NNTP without TLS, with a login, and with switches for its faults.
public final class NewsServer: Service {
    /// Who may read.
    public struct Account: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The password.
        public let password: String

        /// An account.
        public init(name: String = "user", password: String = "secret") {
            self.name = name
            self.password = password
        }
    }

    /// What it has.
    public let posts: PostOffice
    /// Who may read.
    public let account: Account
    private let requestedPort: Int
    private let announced = Announcement<Int>()
    private let current = Mutex(NewsServerSwitches())
    private let connections = Atomic<Int>(0)

    /// A server that listens once ``run()`` is called.
    ///
    /// - Parameters:
    ///   - posts: What it has.
    ///   - port: The port on 127.0.0.1, 0 for one that is free.
    ///   - account: Who may read.
    public init(posts: PostOffice, port: Int = 0, account: Account = Account()) {
        self.posts = posts
        self.account = account
        requestedPort = port
    }

    /// What it does wrong; connections follow at their next command.
    public var switches: NewsServerSwitches {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// The port; waits until the server listens.
    ///
    /// - Throws: Why the server could not start.
    public func port() async throws -> Int { try await announced.value() }

    /// Serves until cancelled or shut down gracefully.
    ///
    /// - Throws: Where the port cannot be had.
    public func run() async throws {
        let listener: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>
        do {
            listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
                .bind(host: "127.0.0.1", port: requestedPort) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            announced.set(.failure(error))
            throw error
        }
        announced.set(.success(listener.channel.localAddress?.port ?? requestedPort))
        await cancelWhenGracefulShutdown {
            try? await listener.executeThenClose { inbound in
                try await withThrowingDiscardingTaskGroup { group in
                    for try await connection in inbound {
                        group.addTask { try? await self.serve(connection) }
                    }
                }
            }
        }
    }

    private func serve(_ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
        let number = connections.add(1, ordering: .relaxed).newValue
        defer { connections.subtract(1, ordering: .relaxed) }
        try await connection.executeThenClose { inbound, outbound in
            let switches = switches
            switch switches.greeting {
            case .close: return
            case .silent: try await Task.sleep(for: .seconds(3600))
            case .unavailable: return try await outbound.say("400 Service temporarily unavailable")
            case .denied: return try await outbound.say("502 Access denied")
            case .ready: break
            }
            if let most = switches.maximumConnections, number > most {
                return try await outbound.say("502 Too many connections")
            }
            try await outbound.say("200 news server ready (posting prohibited)")
            var talk = NewsTalk(server: self, outbound: outbound)
            var buffer = ByteBuffer()
            for try await bytes in inbound {
                buffer.writeImmutableBuffer(bytes)
                while let line = buffer.readLine() {
                    guard try await talk.answer(line) else { return }
                }
            }
        }
    }
}

extension NIOAsyncChannelOutboundWriter<ByteBuffer> {
    /// Sends a line.
    func say(_ line: String) async throws { try await write(ByteBuffer(string: line + "\r\n")) }
}

extension ByteBuffer {
    /// Takes the next whole line out, without its end.
    fileprivate mutating func readLine() -> String? {
        guard let end = readableBytesView.firstIndex(of: 10) else { return nil }
        let line = readString(length: end - readerIndex + 1)
        return line.map { String($0.filter { $0 != "\r\n" && $0 != "\r" && $0 != "\n" }) }
    }
}
