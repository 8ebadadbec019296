internal import Accounts
internal import AutoArrApp
internal import ContentRequests
internal import Foundation
internal import Logging
internal import ServiceSimulators
internal import Testing

struct DryRunTests {
    @Test func `the switch of the dry run holds at once, for everything that writes`() async throws {
        let data = FileManager.default.temporaryDirectory.appending(path: "dry-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: data) }
        let films = ServarrSimulator(ready: .radarr)
        try await SimulatorServer.serving(films) { _, url in
            let app = try await AppServices(
                try Configuration(environment: [
                    "AUTOARR_DATA": data.path, "RADARR_URL": url, "RADARR_API_KEY": films.apiKey,
                    "AUTOARR_CACHE": data.path, "MODEL_PATH": data.path + "/none.gguf",
                ]),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            func ask() async throws -> ContentRequest {
                let asked = try await app.requests.submit("Add the movie Arrival from 2016")
                let request = try #require(asked.requests.first)
                return try await app.requests.confirm(request.id, token: request.token)
            }
            try await app.settings.setDryRun(true)
            #expect(try await ask().stage == .failed)
            try await app.settings.setDryRun(false)
            #expect(try await ask().stage == .searched)
            await app.shutDown()
        }
    }
}
