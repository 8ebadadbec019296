internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
package import ServiceHTTP

/// AsyncHTTPClient behind the protocols of ServiceHTTP; the only importer of that library.
///
/// One pool of connections for the whole program; it follows no redirects and unpacks no bodies. Call
/// ``shutdown()`` at the end of the program.
package struct AsyncHTTPTransport: HTTPTransport, StreamingTransport {
    private let client: HTTPClient
    /// For the longest single call; time-outs of calls are their caller's, who cancels the task.
    private static let longest = TimeAmount.hours(24)

    /// A transport of its own.
    package init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10))
        )
        // A refused connection is an answer: retries are the gate's business.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.idleTimeout = .seconds(30)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes all connections.
    ///
    /// - Throws: What closing throws; nothing can be done about it.
    package func shutdown() async throws { try await client.shutdown() }

    package func send(
        _ request: HTTPRequest,
        trust: CertificateTrust,
        limit: Int
    ) async throws(TransportError) -> HTTPResponse {
        let trusting = try TrustingClient(shared: client, trust: trust)
        let result = await Self.result {
            let reply = try await trusting.client.execute(Self.outgoing(request), timeout: Self.longest)
            return HTTPResponse(
                status: Int(reply.status.code),
                headers: Self.headers(reply.headers),
                body: try await Self.collect(reply.body, limit: limit)
            )
        }
        await trusting.end()
        return try result.get()
    }

    package func open(_ request: HTTPRequest) async throws(TransportError) -> HTTPDownload {
        try await Self.result {
            let reply = try await client.execute(Self.outgoing(request), timeout: Self.longest)
            return HTTPDownload(
                status: Int(reply.status.code),
                headers: Self.headers(reply.headers),
                body: Self.pieces(of: reply.body)
            )
        }.get()
    }

    private static func outgoing(_ request: HTTPRequest) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .RAW(value: request.method.rawValue)
        for field in request.headers.fields { outgoing.headers.add(name: field.name, value: field.value) }
        if !request.body.isEmpty || [.post, .put, .patch].contains(request.method) {
            outgoing.body = .bytes(ByteBuffer(bytes: request.body))
        }
        return outgoing
    }

    private static func headers(_ headers: NIOHTTP1.HTTPHeaders) -> ServiceHTTP.HTTPHeaders {
        var result = ServiceHTTP.HTTPHeaders()
        for (name, value) in headers { result.add(name: name, value: value) }
        return result
    }

    private static func collect(_ body: HTTPClientResponse.Body, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in body {
            guard bytes.count + piece.readableBytes <= limit else {
                throw TransportError.bodyTooLarge(limit: limit)
            }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return bytes
    }

    /// Pulls pieces only as fast as they are taken, so that a download never gathers in memory.
    private static func pieces(of body: HTTPClientResponse.Body) -> AsyncThrowingStream<[UInt8], any Error> {
        let puller = BodyPuller(body)
        return AsyncThrowingStream { try await puller.next() }
    }

    private static func result<Value: Sendable>(
        _ body: () async throws -> Value
    ) async -> Result<Value, TransportError> {
        do { return .success(try await body()) } catch { return .failure(TransportError(error)) }
    }
}

/// Holds the place in a body between two pulls.
// SAFETY: only the closure of one stream holds it, and a stream never asks for the next piece twice at once.
private final class BodyPuller: @unchecked Sendable {
    private var iterator: HTTPClientResponse.Body.AsyncIterator

    init(_ body: HTTPClientResponse.Body) { iterator = body.makeAsyncIterator() }

    func next() async throws -> [UInt8]? {
        do { return try await iterator.next().map { Array($0.readableBytesView) } } catch {
            throw TransportError(error)
        }
    }
}
