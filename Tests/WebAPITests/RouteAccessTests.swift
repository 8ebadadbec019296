import Accounts
import MediaDomain
import OrderedJSON
import ServiceHTTP
import Testing
import WebAPI

struct RouteAccessTests {
    /// The whole truth about what is open once the house has an owner.
    private let open: Set<String> = [
        "GET /health", "GET /health/ready", "GET /login", "POST /api/v1/session", "GET /assets/entry.js",
        "GET /assets/style.css", "GET /assets/icon.svg",
    ]

    @Test func `without a login every route is closed but for the exact set`() async throws {
        try await TestHouse.running { house in
            _ = try await house.claim()
            #expect(house.routes.count > 20)
            for route in house.routes {
                let path = route.route.replacing(#/\{[^}]+\}/#, with: "1")
                let method = try #require(HTTPMethod(rawValue: route.method))
                let reply = try await house.send(method, path)
                let name = "\(route.method) \(route.route)"
                if open.contains(name) {
                    // Empty credentials are bad input, not a missing login.
                    #expect(reply.status == (method == .post ? 400 : 200), "\(name) is open")
                } else {
                    #expect(reply.status == 401, "\(name) is closed")
                    #expect(
                        reply.headers["content-type"] == "application/problem+json",
                        "\(name) explains itself"
                    )
                }
            }
        }
    }

    @Test(arguments: [
        "/nothing", "/api/v1/nothing", "//api/v1/settings", "/health/../api/v1/settings", "/login/../metrics",
        "/api/v1/settings?x=/health", "/api/v1/settings/health", "/%61pi/v1/settings", "/assets/app.js",
        "/assets/../x",
        "/api/v1/claim", "/claim/x", "/setup", "/api/v1/settings;/login",
    ]) func `no spelling of a path gets past the login`(path: String) async throws {
        try await TestHouse.running { house in
            _ = try await house.claim()
            #expect(try await house.get(path).status == 401)
        }
    }

    @Test func `a browser is led to the claim while nobody owns the house, to the log-in afterwards`()
        async throws
    {
        try await TestHouse.running { house in
            let browser: HTTPHeaders = ["Accept": "text/html"]
            let first = try await house.get("/", headers: browser)
            #expect(first.status == 303)
            #expect(first.headers["location"] == "./claim")
            #expect(try await house.get("/login").headers["location"] == "claim")
            #expect(try await house.get("/claim").status == 200)
            _ = try await house.claim()
            let second = try await house.get("/activity/deep", headers: browser)
            #expect(second.status == 303)
            #expect(second.headers["location"] == "../login")
            #expect(try await house.get("/claim").status == 401)
            #expect(try await house.get("/login").status == 200)
        }
    }

    @Test func `a key that may look cannot act, and no key makes keys`() async throws {
        try await TestHouse.running { house in
            _ = try await house.claim()
            let reader = try await house.accounts.makeAPIKey(name: "reader", scopes: [.read]).secret.text
            let actor = try await house.accounts.makeAPIKey(name: "actor", scopes: [.read, .act]).secret.text
            #expect(try await house.get("/api/v1/settings", headers: ["X-Api-Key": reader]).status == 200)
            #expect(
                try await house.get("/api/v1/settings", headers: ["Authorization": "Bearer \(reader)"]).status
                    == 200
            )
            #expect(try await house.get("/api/v1/settings", headers: ["X-Api-Key": "aa_wrong"]).status == 401)
            let body = Array(#"{"mode":"act-all"}"#.utf8)
            let refused = try await house.send(
                .put,
                "/api/v1/policy",
                headers: ["X-Api-Key": reader],
                body: body
            )
            #expect(refused.status == 403)
            #expect(try refused.json["scope"]?.string == "act")
            #expect(await house.settings.operatingMode() == .observe)
            let taken = try await house.send(
                .put,
                "/api/v1/policy",
                headers: ["X-Api-Key": actor],
                body: body
            )
            #expect(taken.status == 200)
            #expect(await house.settings.operatingMode() == .actAll)
            for (method, path) in [(HTTPMethod.get, "/api/v1/keys"), (.post, "/api/v1/keys")] {
                let reply = try await house.send(
                    method,
                    path,
                    headers: ["X-Api-Key": actor],
                    body: Array(#"{"name":"x"}"#.utf8)
                )
                #expect(reply.status == 403)
            }
        }
    }
}
