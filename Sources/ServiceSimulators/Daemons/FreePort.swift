internal import NIOCore
internal import NIOPosix

/// Ports for programs that cannot be told to take any.
public enum FreePort {
    /// A port of 127.0.0.1 that was free a moment ago.
    ///
    /// - Throws: Where the machine has none left.
    public static func find() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        try await channel.close()
        return port
    }
}

/// Whether somebody listens on a port of this machine.
enum LoopbackPort {
    /// Connects, and closes the connection at once.
    static func isOpen(_ port: Int) async throws -> Bool {
        do {
            try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: "127.0.0.1", port: port).get().close()
            return true
        } catch {
            return false
        }
    }
}
