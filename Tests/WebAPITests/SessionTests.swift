import Accounts
import Activity
import MediaDomain
import OrderedJSON
import ServiceHTTP
import Testing
import WebAPI

struct SessionTests {
    @Test func `claiming the house begins a session whose cookie no script can read`() async throws {
        try await TestHouse.running { house in
            let code = try #require(try await house.accounts.claimCode())
            let body: JSONValue = ["code": .string(code.text), "name": "ada", "password": "correct horse"]
            let reply = try await house.post("/api/v1/claim", body)
            #expect(reply.status == 201)
            let cookie = try #require(reply.headers["set-cookie"])
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            #expect(!cookie.contains("Secure"))
            #expect(!reply.text.contains("correct horse"))
            #expect(try await house.post("/api/v1/claim", body).status == 401)
        }
    }

    @Test func `over HTTPS the cookie is for HTTPS only`() async throws {
        try await TestHouse.running { house in
            _ = try await house.claim()
            let reply = try await house.post(
                "/api/v1/session",
                ["name": "ada", "password": .string(TestHouse.ownerPassword)],
                headers: ["X-Forwarded-Proto": "https"]
            )
            #expect(reply.status == 200)
            #expect(reply.headers["set-cookie"]?.contains("Secure") == true)
        }
    }

    @Test func `a wrong password is refused, written down without it, and slowed`() async throws {
        try await TestHouse.running { house in
            _ = try await house.claim()
            let wrong: JSONValue = ["name": "hunter2", "password": "hunter2 hunter2"]
            for _ in 1...5 { #expect(try await house.post("/api/v1/session", wrong).status == 401) }
            let slowed = try await house.post("/api/v1/session", wrong)
            #expect(slowed.status == 429)
            #expect(slowed.headers["retry-after"] == "1")
            let events = try await house.activity.events(matching: .init(kind: "session.refused"))
            #expect(events.count == 5)
            #expect(!"\(events)".contains("hunter2"))
        }
    }

    @Test func `after logging out the cookie opens nothing`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            #expect(
                try await house.get("/api/v1/session", headers: ["Cookie": cookie]).json["name"]?.string
                    == "ada"
            )
            #expect(
                try await house.send(.delete, "/api/v1/session", headers: ["Cookie": cookie]).status == 204
            )
            #expect(try await house.get("/api/v1/session", headers: ["Cookie": cookie]).status == 401)
        }
    }

    /// The header that a browser sends, its value (`HOST` stands for ours), and whether the write is let through.
    @Test(arguments: [
        ("Sec-Fetch-Site", "same-origin", true), ("Sec-Fetch-Site", "cross-site", false),
        ("Sec-Fetch-Site", "same-site", false), ("Origin", "http://HOST", true),
        ("Origin", "http://evil.example", false),
        ("Origin", "null", false), ("X-Nothing", "x", true),
    ]) func `another site's page cannot write with our cookie`(name: String, value: String, isAllowed: Bool)
        async throws
    {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            var headers: HTTPHeaders = ["Cookie": cookie]
            headers[name] = value.replacing("HOST", with: "127.0.0.1:\(house.port)")
            let reply = try await house.send(
                .put,
                "/api/v1/policy",
                headers: headers,
                body: Array(#"{"mode":"suggest"}"#.utf8)
            )
            #expect(reply.status == (isAllowed ? 200 : 403))
            #expect(await house.settings.operatingMode() == (isAllowed ? .suggest : .observe))
        }
    }

    @Test func `the demo lets this machine in, but no proxy and no foreign name`() async throws {
        try await TestHouse.running(signIn: .automaticOnLoopback) { house in
            #expect(try await house.get("/api/v1/session").json["name"]?.string == "demo")
            #expect(try await house.get("/api/v1/session", headers: ["Host": "evil.example"]).status == 401)
            #expect(
                try await house.get("/api/v1/session", headers: ["X-Forwarded-For": "192.0.2.1"]).status
                    == 401
            )
            let foreign = try await house.send(
                .put,
                "/api/v1/policy",
                headers: ["Origin": "http://evil.example"],
                body: Array(#"{"mode":"act-all"}"#.utf8)
            )
            #expect(foreign.status == 403)
        }
    }
}
