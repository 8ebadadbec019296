internal import Connections
internal import DownloadClients
internal import OrderedJSON
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The real Transmission; without it these tests are skipped.
@Suite(
    .enabled(
        if: RealDaemon.Program.transmission.isInstalled,
        Comment(rawValue: RealDaemon.Program.transmission.absence)
    )
)
struct RealTransmissionTests {
    @Test(.timeLimit(.minutes(3))) func `does what the client asks, and refuses a wrong password`()
        async throws
    {
        try await RealClient.serving(.transmission) { real in
            let client = TransmissionClient(real.channel)
            try await TorrentClientTrial(client: client, folder: real.daemon.downloads).run()
            #expect(try await client.torrents().isEmpty)
            #expect(try await client.settings()["download-dir"]?.string == real.daemon.downloads)

            let changed = try await client.setSettings(["speed-limit-down": 77, "no-such-thing": 1])
            #expect(changed["speed-limit-down"]?.lenientInt == 77 && changed["no-such-thing"] == nil)

            let stranger = TransmissionClient(try real.stranger())
            let error = await #expect(throws: ServiceError.self) { try await stranger.downloads() }
            #expect(error?.reason == .wrongKey(status: 401))
            #expect(try await real.verdict(password: "not-the-password").code == "wrong-key")
            #expect(try await real.verdict(password: real.daemon.password).code == "working")
            print("real Transmission \(try await client.version()): all operations done")
        }
    }
}
