internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
public import ServiceLifecycle
internal import Synchronization

/// A simulated service behind a port of the loopback interface.
public final class SimulatorServer: Service {
    /// The service that answers.
    public let service: any SimulatedService
    private let port: Int
    private let base: String
    private let observer: (@Sendable (Exchange) -> Void)?
    private let address = Announcement<String>()
    private let fault = Mutex<(fault: TransportFault, path: String)?>(nil)

    /// A server that listens once ``run()`` is called.
    ///
    /// - Parameters:
    ///   - service: Who answers.
    ///   - port: The port on 127.0.0.1, 0 for one that is free.
    ///   - urlBase: A prefix of every path, as behind a proxy: `/radarr`.
    ///   - observer: Sees every request with its reply, before it is sent.
    public init(
        _ service: any SimulatedService,
        port: Int = 0,
        urlBase: String = "",
        observer: (@Sendable (Exchange) -> Void)? = nil
    ) {
        self.service = service
        self.port = port
        self.base = urlBase
        self.observer = observer
    }

    /// Spoils the answers to paths that contain `path`, until set to nil.
    public func setFault(_ fault: TransportFault?, path: String = "") {
        self.fault.withLock { $0 = fault.map { ($0, path) } }
    }

    /// The address with its URL base; waits until the server listens.
    ///
    /// - Throws: Why the server could not start.
    public func url() async throws -> String { try await address.value() }

    /// Serves until cancelled or shut down gracefully.
    ///
    /// - Throws: Where the port cannot be had.
    public func run() async throws {
        var logger = Logger(label: "simulator.\(service.kind.rawValue)")
        logger.logLevel = .error
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { [self] request, _ in
                try await respond(to: request)
            },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { [self] channel in
                address.set(.success("http://127.0.0.1:\(channel.localAddress?.port ?? port)\(base)"))
            },
            logger: logger
        )
        do {
            try await application.run()
        } catch is CancellationError {
            return
        } catch  where Task.isCancelled {
            return
        } catch {
            address.set(.failure(error))
            throw error
        }
    }

    private func respond(to request: Request) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: 64 << 20)
        var path = request.uri.path.removingPercentEncoding ?? request.uri.path
        guard path.hasPrefix(base) else {
            return response(
                to: SimulatedReply(status: 307, contentType: "", headers: ["Location": base + "/"], body: [])
            )
        }
        path.removeFirst(base.count)
        let simulated = SimulatedRequest(
            request.method.rawValue,
            path,
            query: QueryText.pairs(of: request.uri.query ?? ""),
            headers: Dictionary(
                request.headers.map { ($0.name.canonicalName, $0.value) },
                uniquingKeysWith: { first, _ in first }
            ),
            body: Array(body.readableBytesView)
        )
        let reply = await service.respond(to: simulated)
        observer?(Exchange(kind: service.kind, request: simulated, reply: reply))
        let fault = fault.withLock {
            $0.flatMap { $0.path.isEmpty || path.contains($0.path) ? $0.fault : nil }
        }
        switch fault {
        case .slow(let time): try await cancelWhenGracefulShutdown { try await Task.sleep(for: time) }
        case .hang: try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3600)) }
        case .cut: return cut(reply)
        case let other?: return response(to: other.spoiled(reply) ?? reply)
        case nil: break
        }
        return response(to: reply)
    }

    private func response(to reply: SimulatedReply) -> Response {
        Response(
            status: .init(code: reply.status),
            headers: headers(of: reply),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
        )
    }

    /// Announces the whole length, sends half of it and closes the connection.
    private func cut(_ reply: SimulatedReply) -> Response {
        let bytes = reply.body
        return Response(
            status: .init(code: reply.status),
            headers: headers(of: reply),
            body: ResponseBody(contentLength: max(bytes.count, 2)) { writer in
                try await writer.write(ByteBuffer(bytes: bytes.prefix(bytes.count / 2)))
                throw CancellationError()
            }
        )
    }

    private func headers(of reply: SimulatedReply) -> HTTPFields {
        var fields = HTTPFields()
        if !reply.contentType.isEmpty { fields[.contentType] = reply.contentType }
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }
}

extension SimulatorServer {
    /// Serves `service` on a free port while `body` runs, and stops before it returns.
    ///
    /// - Parameters:
    ///   - service: Who answers.
    ///   - observer: Sees every request with its reply.
    ///   - body: Gets the server, whose ``url()`` is known by then.
    /// - Throws: What `body` throws, or why the server could not start.
    public static func serving<Result: Sendable>(
        _ service: any SimulatedService,
        observer: (@Sendable (Exchange) -> Void)? = nil,
        _ body: @Sendable (SimulatorServer, _ url: String) async throws -> Result
    ) async throws -> Result {
        let server = SimulatorServer(service, observer: observer)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            return try await body(server, try await server.url())
        }
    }
}
