internal import AsyncHTTPTransport
internal import ServiceHTTP

/// Requests from a simulated service to another program on this machine.
package enum LoopbackHTTP {
    /// Why there is no reply.
    private struct NoAnswer: Error {}

    /// Sends a request to a base address and waits for the whole reply.
    ///
    /// - Throws: Where nothing answers within the time.
    package static func send(_ request: SimulatedRequest, to base: String, seconds: Int64 = 15)
        async throws -> SimulatedReply
    {
        let query = request.query.isEmpty ? "" : "?" + QueryText.text(of: request.query)
        var headers = HTTPHeaders()
        for (name, value) in request.headers { headers.add(name: name, value: value) }
        let outgoing = HTTPRequest(
            method: HTTPMethod(rawValue: request.method) ?? .get,
            url: base + request.path + query,
            headers: headers,
            body: request.body
        )
        let transport = AsyncHTTPTransport()
        let result = await withTaskGroup(of: Result<HTTPResponse, any Error>.self) { group in
            group.addTask {
                do {
                    return .success(try await transport.send(outgoing, trust: .system, limit: 64 << 20))
                } catch {
                    return .failure(error)
                }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return .failure(NoAnswer())
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? .failure(NoAnswer())
        }
        try? await transport.shutdown()
        let reply = try result.get()
        return SimulatedReply(
            status: reply.status,
            contentType: reply.headers["content-type"] ?? "",
            body: reply.body
        )
    }
}
