internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// Requests from a simulated service to another program on this machine.
package enum LoopbackHTTP {
    /// Sends a request to a base address and waits for the whole reply.
    ///
    /// - Throws: Where nothing answers within the time.
    package static func send(_ request: SimulatedRequest, to base: String, seconds: Int64 = 15)
        async throws -> SimulatedReply
    {
        let query = request.query.isEmpty ? "" : "?" + QueryText.text(of: request.query)
        var outgoing = HTTPClientRequest(url: base + request.path + query)
        outgoing.method = .init(rawValue: request.method)
        for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
        if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
        let response = try await HTTPClient.shared.execute(outgoing, timeout: .seconds(seconds))
        let body = try await response.body.collect(upTo: 64 << 20)
        return SimulatedReply(
            status: Int(response.status.code),
            contentType: response.headers.first(name: "content-type") ?? "",
            body: Array(body.readableBytesView)
        )
    }
}
