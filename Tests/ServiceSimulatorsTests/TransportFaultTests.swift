import OrderedJSON
import ServiceSimulators
import TestSupport
import Testing

@Suite struct TransportFaultTests {
    @Test(arguments: [
        (TransportFault.unauthorized, 401), (.tooManyRequests(retryAfter: 3), 429), (.serverError, 500),
        (.unavailable, 503),
        (.html, 200), (.slow(.milliseconds(1)), 200),
    ])
    func `spoils the status`(fault: TransportFault, status: Int) async throws {
        try await SimulatorServer.serving(ServarrSimulator(ready: .radarr)) { server, url in
            server.setFault(fault)
            let reply = try await Self.ask(server, url)
            #expect(reply.status == status)
            server.setFault(nil)
            #expect(try await Self.ask(server, url).status == 200)
        }
    }

    @Test func `cuts an answer off in the middle`() async throws {
        try await SimulatorServer.serving(ServarrSimulator(ready: .radarr)) { server, url in
            server.setFault(.cut)
            await #expect(throws: (any Error).self) { try await Self.ask(server, url) }
        }
    }

    @Test func `answers with what is not JSON, though it says so`() async throws {
        try await SimulatorServer.serving(ServarrSimulator(ready: .radarr)) { server, url in
            server.setFault(.brokenJSON)
            let reply = try await Self.ask(server, url)
            #expect(reply.contentType.hasPrefix("application/json"))
            #expect(throws: JSONError.self) { try JSONValue(parsing: reply.body) }
        }
    }

    private static func ask(_ server: SimulatorServer, _ url: String) async throws -> SimulatedReply {
        let request = SimulatedRequest(
            "GET",
            "/api/v3/system/status",
            headers: ["x-api-key": server.service.apiKey]
        )
        return try await LoopbackHTTP.send(request, to: url)
    }
}
