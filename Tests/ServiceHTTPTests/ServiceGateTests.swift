internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP
import Testing

/// The gate over a scripted transport.
struct ServiceGateTests {
    private static let key = "0123456789abcdef0123456789abcdef"
    private let clock = PatientClock()

    private func channel(
        _ transport: ScriptedTransport,
        kind: ServiceKind = .sonarr,
        url: String = "http://127.0.0.1:8989/tv/",
        credential: Credential = .key(Secret(key)),
        writes: ServiceGate.Writes = .allowed
    ) throws -> ServiceChannel {
        let endpoint = try ServiceEndpoint(id: ServiceID(kind), kind: kind, url: url, credential: credential)
        let gate = ServiceGate(
            transport: transport,
            version: "1.2",
            writes: writes,
            clock: clock,
            chance: { 1 }
        )
        return gate.channel(to: endpoint)
    }

    private func reason(_ channel: ServiceChannel, _ request: ServiceRequest) async -> ServiceError.Reason? {
        do {
            _ = try await channel.send(request)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func `sends address, URL base, key, query and User-Agent`() async throws {
        let transport = ScriptedTransport([.status(200)])
        let request = ServiceRequest(
            "look up",
            .get,
            "api/v3/series/lookup",
            query: [QueryItem("term", "a b&c=ü")]
        )
        _ = try await channel(transport).send(request)
        let sent = try #require(transport.sent.first)
        #expect(sent.url == "http://127.0.0.1:8989/tv/api/v3/series/lookup?term=a%20b%26c%3D%C3%BC")
        #expect(sent.headers["x-api-key"] == Self.key)
        #expect(sent.headers["User-Agent"] == "AutoArr/1.2")
    }

    @Test func `lets no write leave in a dry run, whatever the method`() async throws {
        let transport = ScriptedTransport([.status(200)])
        let channel = try channel(transport, writes: .dryRun)
        for purpose in [ServiceRequest.Purpose.write, .idempotentWrite] {
            let reason = await reason(channel, ServiceRequest("pause", .get, "api", purpose: purpose))
            #expect(reason == .dryRun("GET api"))
        }
        #expect(transport.sent.isEmpty)
        #expect(await reason(channel, ServiceRequest("read", .post, "rpc")) == nil)
    }

    @Test(arguments: [
        (ServiceRequest.Purpose.read, ScriptedTransport.Answer.failure(.cutOff), 3),
        (.idempotentWrite, .failure(.cutOff), 3),
        (.write, .failure(.cutOff), 1), (.login, .failure(.refused), 1), (.write, .failure(.refused), 3),
        (.write, .status(503), 3), (.write, .status(500), 1), (.read, .status(500), 3),
        (.read, .status(404), 1),
        (.read, .status(401), 1), (.read, .failure(.bodyTooLarge(limit: 1)), 1),
    ])
    func `repeats only where repeating is safe`(
        purpose: ServiceRequest.Purpose,
        answer: ScriptedTransport.Answer,
        attempts: Int
    ) async throws {
        let transport = ScriptedTransport([answer])
        let reason = await reason(try channel(transport), ServiceRequest("act", .post, "x", purpose: purpose))
        #expect(reason != nil)
        #expect(transport.sent.count == attempts)
    }

    @Test func `waits longer each time, and as long as Retry-After asks`() async throws {
        let transport = ScriptedTransport([
            .failure(.refused), .status(429, ["Retry-After": "3"]), .status(200),
        ])
        _ = try await channel(transport).send(ServiceRequest("read", .get, "x"))
        #expect(clock.pauses == [.milliseconds(400), .seconds(3)])
    }

    @Test func `gives up at once when Retry-After is longer than the call may take`() async throws {
        let transport = ScriptedTransport([.status(429, ["Retry-After": "600"])])
        let reason = await reason(try channel(transport), ServiceRequest("read", .get, "x"))
        #expect(reason == .tooManyRequests(retryAfter: .seconds(600)))
        #expect(transport.sent.count == 1)
    }

    @Test func `leaves a service alone after five failures, tries once after the pause, and recovers`()
        async throws
    {
        let failures = Array(repeating: ScriptedTransport.Answer.failure(.certificate("x")), count: 5)
        let transport = ScriptedTransport(failures + [.status(200)])
        let channel = try channel(transport)
        for _ in 1...5 { _ = await reason(channel, ServiceRequest("read", .get, "x")) }
        #expect(
            await reason(channel, ServiceRequest("read", .get, "x")) == .circuitOpen(retryAfter: .seconds(30))
        )
        #expect(transport.sent.count == 5)
        clock.advance(by: .seconds(31))
        #expect(await reason(channel, ServiceRequest("read", .get, "x")) == nil)
        #expect(await reason(channel, ServiceRequest("read", .get, "x")) == nil)
    }

    @Test func `a test of a connection passes an open circuit`() async throws {
        let failures = Array(repeating: ScriptedTransport.Answer.failure(.certificate("x")), count: 5)
        let channel = try channel(ScriptedTransport(failures + [.status(200)]))
        for _ in 1...5 { _ = await reason(channel, ServiceRequest("read", .get, "x")) }
        #expect(await reason(channel, ServiceRequest("test", .get, "x", allowance: .probe)) == nil)
        #expect(await reason(channel, ServiceRequest("read", .get, "x")) == nil)
    }

    @Test func `cancelling ends a call that hangs`() async throws {
        let transport = ScriptedTransport([.never])
        let channel = try channel(transport)
        let reason = await withTaskGroup(of: ServiceError.Reason?.self) { group in
            group.addTask { await self.reason(channel, ServiceRequest("read", .get, "x")) }
            group.cancelAll()
            return await group.next() ?? nil
        }
        #expect(reason == .cancelled)
    }

    @Test(arguments: ["a\nb", "a\r\nX-Evil: 1", "", "a\u{7F}b"])
    func `refuses a key that would break the header, before anything is sent`(key: String) async throws {
        let transport = ScriptedTransport([.status(200)])
        let channel = try channel(transport, credential: .key(Secret(key)))
        #expect(await reason(channel, ServiceRequest("read", .get, "x")) == .unusableKey)
        #expect(transport.sent.isEmpty)
    }

    @Test func `no error shows the key, though the service sends it back`() async throws {
        let body =
            #"{"message":"bad key \#(Self.key) at http://h/api?apikey=\#(Self.key)&x=1, \"password\": \"hunter22\""}"#
        let transport = ScriptedTransport([.status(400, [:], body)])
        do {
            _ = try await channel(transport, kind: .sabnzbd).send(ServiceRequest("read", .get, "api"))
            Issue.record("no error")
        } catch {
            let text = "\(error)" + String(reflecting: error)
            #expect(!text.contains(Self.key))
            #expect(!text.contains("hunter22"))
        }
    }

    @Test(arguments: [
        (401, "", ServiceError.Reason.wrongKey(status: 401)),
        (403, "API Key Incorrect", .wrongKey(status: 403)),
        (
            403, "Access denied - Hostname verification failed",
            .accessDenied("Access denied - Hostname verification failed")
        ),
        (404, #"{"message":"NotFound"}"#, .notFound("NotFound")),
        (400, #"[{"propertyName":"Path","errorMessage":"is taken"}]"#, .rejected("Path: is taken")),
        (418, "<p>short and stout</p>", .wrongStatus(418, message: "short and stout")),
    ])
    func `reads what a status means`(status: Int, body: String, expected: ServiceError.Reason) async throws {
        let channel = try channel(ScriptedTransport([.status(status, [:], body)]), kind: .sabnzbd)
        #expect(await reason(channel, ServiceRequest("read", .get, "x")) == expected)
    }

    @Test func `tells where a redirect leads, without its query`() async throws {
        let transport = ScriptedTransport([
            .status(307, ["Location": "/sonarr/login?returnUrl=/?apikey=1234"])
        ])
        #expect(
            await reason(try channel(transport), ServiceRequest("read", .get, "x"))
                == .redirected(to: "/sonarr/login")
        )
    }

    @Test func `names the page that came instead of JSON`() async throws {
        let page = "<!DOCTYPE html>\n<html><head><TITLE id=x>\n Radarr </TITLE>"
        let channel = try channel(ScriptedTransport([.status(200, ["Content-Type": "text/html"], page)]))
        let answer = try await channel.send(ServiceRequest("read", .get, "x"))
        await #expect(throws: channel.error(.notThisApplication(title: "Radarr"), operation: "read")) {
            try await answer.json()
        }
    }

    @Test func `refuses JSON that nests ten thousand deep`() async throws {
        let text = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        let answer = try await channel(ScriptedTransport([.status(200, [:], text)])).send(
            ServiceRequest("read", .get, "x")
        )
        await #expect(throws: ServiceError.self) { try await answer.json() }
    }
}
