internal import Connections
internal import DownloadClients
internal import OrderedJSON
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The real Deluge with its page; without it these tests are skipped.
@Suite(
    .enabled(
        if: RealDaemon.Program.deluge.isInstalled,
        Comment(rawValue: RealDaemon.Program.deluge.absence)
    )
)
struct RealDelugeTests {
    @Test(.timeLimit(.minutes(3))) func `does what the client asks, and refuses a wrong password`()
        async throws
    {
        try await RealClient.serving(.deluge) { real in
            let client = DelugeClient(real.channel)
            try await TorrentClientTrial(client: client, folder: real.daemon.downloads).run()
            #expect(try await client.torrents().isEmpty)
            #expect(try await client.settings()["download_location"]?.string == real.daemon.downloads)

            let changed = try await client.setSettings(["max_active_downloading": 7])
            #expect(changed["max_active_downloading"]?.lenientInt == 7)

            let stranger = DelugeClient(try real.stranger())
            let error = await #expect(throws: ServiceError.self) { try await stranger.downloads() }
            #expect(error?.code == "wrong-key")
            #expect(try await real.verdict(password: "not-the-password").code == "wrong-key")
            #expect(try await real.verdict(password: real.daemon.password).code == "working")
            print("real Deluge \(try await client.version()): all operations done")
        }
    }
}
