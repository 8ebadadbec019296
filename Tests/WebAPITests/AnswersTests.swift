import Accounts
import OrderedJSON
import ServiceHTTP
import Testing
import WebAPI

struct AnswersTests {
    @Test func `whatever is wrong, the answer is a problem document`() async throws {
        try await TestHouse.running { house in
            let cookie: HTTPHeaders = ["Cookie": try await house.claim()]
            let missing = try await house.get("/api/v1/nothing", headers: cookie)
            let method = try await house.send(.delete, "/api/v1/activity", headers: cookie)
            let syntax = try await house.send(.put, "/api/v1/policy", headers: cookie, body: Array("{".utf8))
            let value = try await house.send(
                .put,
                "/api/v1/policy",
                headers: cookie,
                body: Array(#"{"mode":"x"}"#.utf8)
            )
            let large = [UInt8](repeating: 0x20, count: (1 << 20) + 1)
            let size = try await house.send(.put, "/api/v1/policy", headers: cookie, body: large)
            let cursor = try await house.get("/api/v1/activity?cursor=x", headers: cookie)
            let limit = try await house.get("/api/v1/activity?limit=100000", headers: cookie)
            let expected = [
                (missing, 404), (method, 405), (syntax, 400), (value, 400), (size, 413), (cursor, 400),
                (limit, 400),
            ]
            for (reply, status) in expected {
                #expect(reply.status == status)
                #expect(reply.headers["content-type"] == "application/problem+json")
                #expect(try reply.json["status"]?.int == status)
                #expect(try reply.json["detail"]?.string?.isEmpty == false)
            }
            #expect(method.headers["allow"] == "GET")
        }
    }

    @Test func `every answer tells browsers to trust nothing but us`() async throws {
        try await TestHouse.running { house in
            for path in ["/health", "/login", "/api/v1/settings", "/nothing"] {
                let headers = try await house.get(path).headers
                let policy = try #require(headers["content-security-policy"])
                #expect(policy.contains("default-src 'none'"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(headers["x-content-type-options"] == "nosniff")
                #expect(headers["referrer-policy"] == "same-origin")
            }
        }
    }

    @Test func `a server that is alive but not ready says so`() async throws {
        try await TestHouse.running(readiness: Readiness(isReady: false, waitingFor: ["the database"])) {
            house in
            #expect(try await house.get("/health").status == 200)
            let ready = try await house.get("/health/ready")
            #expect(ready.status == 503)
            #expect(try ready.json["waitingFor"]?[0]?.string == "the database")
        }
    }

    @Test func `the page is told once and then only asked for again`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            let page = try await house.get("/", headers: ["Cookie": cookie])
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            // Neither inline scripts nor styles, and nothing from elsewhere.
            #expect(!page.text.contains("<style"))
            #expect(!page.text.contains("style=\""))
            #expect(!page.text.contains("://"))
            let tag = try #require(page.headers["etag"])
            let again = try await house.get("/", headers: ["Cookie": cookie, "If-None-Match": tag])
            #expect(again.status == 304)
            #expect(again.body.isEmpty)
        }
    }

    @Test(arguments: ["/arr", "arr/", "/tools/arr/"])
    func `under a URL base everything is found, with it and without`(base: String) async throws {
        try await TestHouse.running(urlBase: base) { house in
            let prefix = base.hasPrefix("/tools") ? "/tools/arr" : "/arr"
            #expect(try await house.get(prefix + "/health").status == 200)
            #expect(try await house.get("/health").status == 200)
            #expect(try await house.get(prefix).headers["location"] == prefix + "/")
            let page = try await house.get(prefix + "/", headers: ["Accept": "text/html"])
            #expect(page.headers["location"] == "./claim")
            let code = try #require(try await house.accounts.claimCode())
            let claimed = try await house.post(
                prefix + "/api/v1/claim",
                ["code": .string(code.text), "name": "ada", "password": "correct horse"]
            )
            #expect(claimed.headers["set-cookie"]?.contains("Path=\(prefix)/") == true)
        }
    }

    @Test func `the description of the API has exactly the router's routes, each explained`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            let document = try await house.get("/openapi.json", headers: ["Cookie": cookie]).json
            #expect(document["openapi"]?.string == "3.1.0")
            var described: Set<String> = []
            for (path, operations) in try #require(document["paths"]?.object) {
                for (method, operation) in try #require(operations.object) {
                    described.insert("\(method.uppercased()) \(path)")
                    #expect(operation["summary"]?.string?.isEmpty == false, "\(method) \(path) is explained")
                }
            }
            let pages: Set<String> = ["GET /", "GET /login", "GET /claim"]
            let routes = Set(house.routes.map { "\($0.method) \($0.route)" })
                .filter { !$0.contains("/assets/") }.subtracting(pages)
            #expect(described == routes)
        }
    }

    @Test func `figures are told as Prometheus reads them`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            let reply = try await house.get("/metrics", headers: ["Cookie": cookie])
            #expect(reply.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
            let lines = reply.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            #expect(lines.contains(#"autoarr_http_responses_total{method="POST",status="2xx"} 1"#))
            #expect(lines.allSatisfy { $0.wholeMatch(of: #/[a-z_]+(\{[^}]*\})? [0-9.eE+-]+/#) != nil })
        }
    }
}
