internal import Connections
internal import DownloadClients
internal import OrderedJSON
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The real NZBGet; without it these tests are skipped.
@Suite(
    .enabled(
        if: RealDaemon.Program.nzbget.isInstalled,
        Comment(rawValue: RealDaemon.Program.nzbget.absence)
    )
)
struct RealNZBGetTests {
    @Test(.timeLimit(.minutes(4))) func `does what the client asks, and refuses a wrong password`()
        async throws
    {
        try await RealClient.serving(.nzbget) { real in
            let client = NZBGetClient(real.channel)
            try await UsenetClientTrial(client: client, posts: real.posts).run()
            #expect(try await client.jobs().isEmpty)
            #expect(try await client.endedJobs().allSatisfy { $0.state != .unknown })

            let settings = try await client.settings()
            #expect(settings["DestDir"] == real.daemon.downloads)
            #expect(!settings.values.contains(real.daemon.password), "a password is among the settings")

            let stranger = NZBGetClient(try real.stranger())
            let error = await #expect(throws: ServiceError.self) { try await stranger.downloads() }
            #expect(error?.reason == .wrongKey(status: 401))
            #expect(try await real.verdict(password: "not-the-password").code == "wrong-key")
            #expect(try await real.verdict(password: real.daemon.password).code == "working")
            print("real NZBGet \(try await client.version()): all operations done")
        }
    }
}
