import OrderedJSON
import ServiceSimulators
import TestSupport
import Testing

/// Every reply of the simulated Prowlarr is held against the official OpenAPI document.
@Suite(.enabled(if: SharedFolder.isPresent, "the folder shared with the official API documents is not here"))
struct ProwlarrDocumentTests {
    static let paths = [
        "system/status", "health", "indexer", "indexer/1", "indexerstatus", "indexerstats", "applications",
        "appprofile", "appprofile/1", "tag", "notification", "downloadclient", "indexerproxy", "history",
        "command",
        "config/host", "config/ui", "config/downloadclient",
    ]

    @Test func `answers as documented, with every setting wrong too`() async throws {
        let check = try ExchangeCheck()
        let prowlarr = ProwlarrSimulator()
        await prowlarr.serve(.sonarr, at: "http://sonarr:8989", from: "http://prowlarr:9696")
        await prowlarr.serve(.radarr, at: "http://radarr:7878", from: "http://prowlarr:9696")
        try await prowlarr.ask(
            "POST",
            "/api/v1/command",
            body: ["name": "ApplicationIndexerSync"],
            check: check
        )
        await prowlarr.step()
        try await askAll(prowlarr, check)
        var before = try await askAll(prowlarr, check)
        for fault in ProwlarrFault.allCases {
            await prowlarr.introduce(fault)
            let after = try await askAll(prowlarr, check)
            #expect(after != before, "\(fault) shows nowhere")
            before = after
        }
        #expect(check.faults == [])
        #expect(check.operations.count == Self.paths.count + 1)
    }

    @Test func `takes changes as documented, and a wrong key not at all`() async throws {
        let check = try ExchangeCheck()
        let prowlarr = ProwlarrSimulator()
        await prowlarr.serve(.sonarr, at: "http://sonarr:8989", from: "http://prowlarr:9696")
        var application = try await prowlarr.ask("GET", "/api/v1/applications", check: check).json[0] ?? [:]
        application["syncLevel"] = "addOnly"
        let id = application["id"]?.int ?? 0
        let changed = try await prowlarr.ask(
            "PUT",
            "/api/v1/applications/\(id)",
            body: application,
            check: check
        )
        #expect(changed.status == 202 && changed.json["syncLevel"] == "addOnly")
        var indexer = try await prowlarr.ask("GET", "/api/v1/indexer/2", check: check).json
        indexer["priority"] = 10
        #expect(
            try await prowlarr.ask("PUT", "/api/v1/indexer/2", body: indexer, check: check).json["priority"]
                == 10
        )
        let stranger = await prowlarr.respond(to: SimulatedRequest("GET", "/api/v1/indexer"))
        #expect(stranger.status == 401)
        #expect(check.faults == [])
    }

    @discardableResult
    private func askAll(_ prowlarr: ProwlarrSimulator, _ check: ExchangeCheck) async throws -> [JSONValue] {
        var all: [JSONValue] = []
        for path in Self.paths {
            let reply = try await prowlarr.ask("GET", "/api/v1/" + path, check: check)
            #expect(reply.status == 200, "\(path)")
            all.append(reply.json)
        }
        return all
    }
}
