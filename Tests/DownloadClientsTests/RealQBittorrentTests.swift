internal import Connections
internal import DownloadClients
internal import OrderedJSON
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The real qBittorrent; without it these tests are skipped.
@Suite(
    .enabled(
        if: RealDaemon.Program.qBittorrent.isInstalled,
        Comment(rawValue: RealDaemon.Program.qBittorrent.absence)
    )
)
struct RealQBittorrentTests {
    @Test(.timeLimit(.minutes(3))) func `does what the client asks`() async throws {
        try await RealClient.serving(.qBittorrent) { real in
            let client = QBittorrentClient(real.channel)
            try await TorrentClientTrial(client: client, folder: real.daemon.downloads).run()

            let torrent = TorrentFile(name: "Traced.mkv", size: 20_000)
            try await client.add(torrent: torrent.bytes, category: nil)
            let trackers = try await awaiting("the trackers are known") {
                (try? await client.trackers(of: torrent.infoHash)) ?? []
            } until: {
                $0.contains { !$0.isPseudo }
            }
            #expect(trackers.count { $0.isPseudo } == 3)
            #expect(try await client.torrents().map(\.id) == [torrent.infoHash])

            // Settings change, read back, and go back; one that there is none is passed over without a word.
            let before = try #require(try await client.preferences()["max_ratio_act"]?.lenientInt)
            let changed = try await client.setPreferences(["max_ratio_act": 1, "no_such_thing": 1])
            #expect(
                before != 1 && changed["max_ratio_act"]?.lenientInt == 1 && changed["no_such_thing"] == nil
            )
            let restored = try await client.setPreferences(["max_ratio_act": .number(before)])
            #expect(restored["max_ratio_act"]?.lenientInt == before)
            print("real qBittorrent \(try await client.version()): all operations done")
        }
    }

    @Test(.timeLimit(.minutes(2))) func `a wrong password is tried once, and does not get us banned`()
        async throws
    {
        try await RealClient.serving(.qBittorrent) { real in
            let stranger = try real.stranger()
            for _ in 0..<12 {
                // A client anew for each look, as the house does it.
                let error = await #expect(throws: ServiceError.self) {
                    try await QBittorrentClient(stranger).downloads()
                }
                #expect(error?.code == "wrong-key", "\(String(describing: error))")
            }
            #expect(try await QBittorrentClient(real.channel).downloads().isEmpty)
            #expect(try await real.verdict(password: "not-the-password").code == "wrong-key")
            #expect(try await real.verdict(password: real.daemon.password).code == "working")
        }
    }

    @Test(.timeLimit(.minutes(2))) func `many clients share one login`() async throws {
        try await RealClient.serving(.qBittorrent) { real in
            for _ in 0..<5 { _ = try await QBittorrentClient(real.channel).downloads() }
            let first = await real.channel.session.value(.token)
            _ = try await QBittorrentClient(real.channel).version()
            #expect(await real.channel.session.value(.token) == first && first != nil)
        }
    }
}
