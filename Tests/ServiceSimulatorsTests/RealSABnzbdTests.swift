import Foundation
import OrderedJSON
import ServiceSimulators
import TestSupport
import Testing

/// The real SABnzbd against the news server; without the program these tests are skipped.
@Suite(
    .enabled(if: SABnzbdDaemon.isInstalled, "SABnzbd is not installed here"),
    .serialized,
    .timeLimit(.minutes(3))
)
struct RealSABnzbdTests {
    @Test func `fails a job whose articles are missing, completes a whole one, and leaves no process`()
        async throws
    {
        try await TemporaryFolder.with { folder in
            let posts = PostOffice(videoBytes: 1_500_000)
            let news = NewsServer(posts: posts)
            let daemon = SABnzbdDaemon(folder: folder, port: try await FreePort.find(), news: news)
            let url = try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await news.run() }
                group.addTask { try await daemon.run() }
                defer { group.cancelAll() }
                let url = try await daemon.url()
                let client = SABnzbdLink(base: url, apiKey: daemon.apiKey)
                let gone = try await client.add(
                    posts.nzb(of: "Gone.2024.1080p-X", condition: .missingArticles),
                    name: "Gone.2024.1080p-X",
                    category: "movies"
                )
                let whole = try await client.add(
                    posts.nzb(of: "Whole.2024.1080p-X"),
                    name: "Whole.2024.1080p-X",
                    category: "movies"
                )
                let slots = try await Self.history(client, of: 2)
                let failed = slots.first { $0["nzo_id"]?.string == gone }
                #expect(failed?["status"] == "Failed")
                #expect(failed?["fail_message"]?.string?.contains("Aborted, cannot be completed") == true)
                let completed = slots.first { $0["nzo_id"]?.string == whole }
                #expect(completed?["status"] == "Completed")
                let video = try #require(completed?["storage"]?.string)
                #expect(try Data(contentsOf: URL(filePath: video)).count == 1_500_000)
                return url
            }
            await #expect(throws: (any Error).self) {
                _ = try await LoopbackHTTP.send(
                    SimulatedRequest("GET", "/api", query: [("mode", "version")]),
                    to: url
                )
            }
        }
    }

    @Test func `a film goes from look-up through the real client into the library`() async throws {
        try await TemporaryFolder.with { folder in
            let house = Household(
                Household.Configuration(folder: folder, turn: .milliseconds(100), hasFaults: false)
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await house.run() }
                defer { group.cancelAll() }
                let members = try await house.members()
                #expect(members.contains { $0.kind == .sabnzbd && $0.isReal })
                var film = try #require(
                    try await house.radarr.ask("GET", "/api/v3/movie/lookup", [("term", "Sicario")]).json[0]
                )
                film["qualityProfileId"] = 4
                film["rootFolderPath"] = .string(folder + "/media/movies")
                film["monitored"] = true
                film["addOptions"] = ["searchForMovie": true]
                let id = try #require(
                    try await house.radarr.ask("POST", "/api/v3/movie", body: film).json["id"]?.int
                )
                var movie: JSONValue = nil
                while movie["hasFile"] != true {
                    movie = try await house.radarr.ask("GET", "/api/v3/movie/\(id)").json
                    try await Task.sleep(for: .milliseconds(50))
                }
                let path = try #require(movie["movieFile"]?["path"]?.string)
                #expect(try Data(contentsOf: URL(filePath: path)).count == 3_000_000)
            }
        }
    }

    private static func history(_ client: SABnzbdLink, of count: Int) async throws -> [JSONValue] {
        while true {
            let slots = try await client.call("history")["history"]?["slots"]?.array ?? []
            let ended = slots.filter { slot in
                slot["status"] == "Failed"
                    || (slot["status"] == "Completed" && slot["storage"]?.string?.isEmpty == false)
            }
            // For a moment SABnzbd lists a job twice.
            if Set(ended.compactMap { $0["nzo_id"]?.string }).count >= count { return ended }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
