internal import AsyncHTTPTransport
internal import Connections
internal import Foundation
internal import MediaDomain
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// Services that are found: in mounted files, in what other services name, and where something answers.
struct DiscoveryTests {
    private static let key = "0123456789abcdef0123456789abcdef"

    @Test func `a mounted file gives key, port and URL base`() {
        let files = [
            "/mnt/sonarr/config.xml": """
            <Config>
              <BindAddress>*</BindAddress><Port>8990</Port><SslPort>9898</SslPort><EnableSsl>False</EnableSsl>
              <ApiKey>\(Self.key)</ApiKey><UrlBase>/sonarr</UrlBase>
            </Config>
            """,
            "/mnt/sab/sabnzbd.ini": """
            __version__ = 19
            [misc]
            port = 8085
            api_key = \(Self.key)
            nzb_key = fedcba9876543210fedcba9876543210
            [servers]
            [[news]]
            api_key = not-this-one
            """,
            "/mnt/plex/Preferences.xml":
                #"<?xml version="1.0"?><Preferences MachineIdentifier="x" PlexOnlineToken="t0ken" PlexOnlineUsername="a"/>"#,
            "/mnt/radarr/config.xml": "<Config><Port>7878</Port></Config>",
        ]
        let read = EnvironmentConnections(
            environment: [
                "SONARR_CONFIG": "/mnt/sonarr/config.xml", "SABNZBD_CONFIG": "/mnt/sab/sabnzbd.ini",
                "SABNZBD_URL": "http://nas:8085", "PLEX_CONFIG": "/mnt/plex/Preferences.xml",
                "RADARR_CONFIG": "/mnt/radarr/config.xml", "PROWLARR_CONFIG": "/mnt/nothing.xml",
            ],
            file: { files[$0] }
        )
        let found = Dictionary(uniqueKeysWithValues: read.connections.map { ($0.id.rawValue, $0) })
        #expect(found.keys.sorted() == ["plex", "sabnzbd", "sonarr"])
        #expect(found["sonarr"]?.address == "http://sonarr:8990/sonarr")
        #expect(found["sabnzbd"]?.address == "http://nas:8085")
        #expect(found["plex"]?.credential == .key(Secret("t0ken")))
        #expect(found["sonarr"]?.credential == .key(Secret(Self.key)))
        #expect(found["sabnzbd"]?.credential == .key(Secret(Self.key)))
        #expect(read.problems.count == 2 && read.problems.allSatisfy { !$0.contains(Self.key) })
    }

    @Test func `what a connected Sonarr names is proposed, and what answers comes first`() async throws {
        let transport = AsyncHTTPTransport()
        let client = PretendedApplication(.sabnzbd)
        let sonarr = ServarrSimulator(.sonarr, downloads: .configured, posts: PostOffice())
        try await SimulatorServer.serving(client) { _, clientURL in
            let port = try ServiceAddress(clientURL).port
            await sonarr.furnish(rootFolder: "/tv", host: "localhost", port: port, key: "k", category: "tv")
            await sonarr.addTorrents()
            try await SimulatorServer.serving(sonarr) { _, url in
                let directory = ConnectionDirectory(
                    gate: ServiceGate(transport: transport),
                    store: MemoryConnectionStore(),
                    seal: KeySeal()
                )
                _ = try await directory.add(
                    ConnectionDraft(kind: .sonarr, address: url, key: sonarr.apiKey)
                )
                // 8.8.8.8 is not in the house: it is never asked.
                let found = await directory.proposals(hosts: ["8.8.8.8"])
                #expect(found.first?.kind == .sabnzbd && found.first?.answers == true)
                #expect(found.first?.address == "http://127.0.0.1:\(port)")
                #expect(found.first?.source == "Sonarr's \"SABnzbd\"")
                let torrents = found.first { $0.kind == .qbittorrent }
                #expect(torrents?.answers == false && torrents?.address == "http://qbittorrent:8080")
                #expect(!found.contains { $0.kind == .sonarr })
            }
        }
        try await transport.shutdown()
    }

    @Test(arguments: [
        ("10.0.0.1", true), ("192.168.1.2", true), ("172.16.0.9", true), ("172.32.0.1", false),
        ("127.0.0.1", true),
        ("100.64.1.1", true), ("100.128.0.1", false), ("8.8.8.8", false), ("169.254.169.254", false),
        ("::1", true),
        ("fd12:3456::1", true), ("2001:db8::1", false), ("sonarr", true), ("nas.local", true),
        ("example.org", false),
        ("metadata.google.internal", false), ("", false), ("0x08080808", false),
    ])
    func `knows what is in the house`(host: String, isPrivate: Bool) {
        #expect(HostRule.isPrivate(host) == isPrivate)
    }
}
