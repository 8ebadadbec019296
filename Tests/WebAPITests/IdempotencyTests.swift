import OrderedJSON
import ServiceHTTP
import Testing
import WebAPI

struct IdempotencyTests {
    private func makeKey(
        _ house: TestHouse,
        _ cookie: String,
        name: String = "a script",
        idempotencyKey: String?
    ) async throws -> HTTPResponse {
        var headers: HTTPHeaders = ["Cookie": cookie]
        if let idempotencyKey { headers.add(name: "Idempotency-Key", value: idempotencyKey) }
        return try await house.post(
            "/api/v1/keys",
            ["name": .string(name), "scopes": ["read"]],
            headers: headers
        )
    }

    private func keys(_ house: TestHouse, _ cookie: String) async throws -> Int {
        try await house.get("/api/v1/keys", headers: ["Cookie": cookie]).json["items"]?.array?.count ?? -1
    }

    @Test func `a write sent twice with the same key is done once and answered twice alike`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            let first = try await makeKey(house, cookie, idempotencyKey: "k-1")
            let again = try await makeKey(house, cookie, idempotencyKey: "k-1")
            #expect(first.status == 201)
            #expect(again.status == 201)
            #expect(again.text == first.text)
            #expect(again.headers["idempotency-replayed"] == "true")
            #expect(try await keys(house, cookie) == 1)
            #expect(try await makeKey(house, cookie, idempotencyKey: "k-2").text != first.text)
            _ = try await makeKey(house, cookie, idempotencyKey: nil)
            #expect(try await keys(house, cookie) == 3)
        }
    }

    @Test func `twenty at once are one`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            let texts = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await makeKey(house, cookie, idempotencyKey: "same").text }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(texts.count == 1)
            #expect(try await keys(house, cookie) == 1)
        }
    }

    @Test func `a key with another body is refused, and one that is no key`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            _ = try await makeKey(house, cookie, idempotencyKey: "k")
            #expect(try await makeKey(house, cookie, name: "another", idempotencyKey: "k").status == 422)
            let long = String(repeating: "k", count: 300)
            #expect(try await makeKey(house, cookie, idempotencyKey: long).status == 400)
        }
    }
}
