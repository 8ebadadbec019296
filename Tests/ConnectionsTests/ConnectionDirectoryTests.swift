internal import AsyncHTTPTransport
internal import Connections
internal import Foundation
internal import MediaDomain
internal import SQLiteStore
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// Connections kept and tried out.
struct ConnectionDirectoryTests {
    private static let key = "0123456789abcdef0123456789abcdef"

    private func directory(
        _ store: any ConnectionStore = MemoryConnectionStore(),
        seal: KeySeal = KeySeal(),
        environment: [Connection] = []
    ) -> ConnectionDirectory {
        ConnectionDirectory(
            gate: ServiceGate(transport: AsyncHTTPTransport()),
            store: store,
            seal: seal,
            environment: environment
        )
    }

    @Test func `keeps a key sealed in the database and gives it back after a restart`() async throws {
        let store = try AppDatabase()
        let seal = KeySeal()
        _ = try await directory(store, seal: seal).add(
            ConnectionDraft(kind: .sonarr, address: "nas:8989/sonarr/", key: Self.key)
        )
        let row = try #require(try await store.connections().first)
        #expect(!String(decoding: row.sealedCredential, as: UTF8.self).contains(Self.key))
        let connection = try #require(try await directory(store, seal: seal).connections().first)
        #expect(connection.address == "http://nas:8989/sonarr")
        #expect(connection.credential == .key(Secret(Self.key)))
        // Another key file opens nothing.
        let stranger = directory(store, seal: KeySeal())
        #expect(await stranger.house().isEmpty)
    }

    @Test func `a masked key stays, but does not go to another machine`() async throws {
        let directory = directory()
        let id = try await directory.add(
            ConnectionDraft(kind: .radarr, address: "http://nas:7878", key: Self.key)
        ).id
        let same = ConnectionDraft(kind: .radarr, address: "http://nas:7878/radarr", key: Secret.mask)
        #expect(try await directory.update(id, to: same).credential == .key(Secret(Self.key)))
        let elsewhere = ConnectionDraft(kind: .radarr, address: "http://evil:7878", key: Secret.mask)
        await #expect(throws: ConnectionError.unusableKey) { try await directory.update(id, to: elsewhere) }
        try await directory.remove(id)
        #expect(try await directory.connections().isEmpty)
    }

    @Test func `a second instance gets a name of its own, a taken name is refused`() async throws {
        let directory = directory()
        let draft = ConnectionDraft(kind: .sonarr, address: "a:1", key: Self.key)
        #expect(try await directory.add(draft).id.rawValue == "sonarr")
        #expect(try await directory.add(draft).id.rawValue == "sonarr-2")
        let named = ConnectionDraft(kind: .sonarr, id: ServiceID(.sonarr), address: "a:1", key: Self.key)
        await #expect(throws: ConnectionError.nameTaken(ServiceID(.sonarr))) {
            try await directory.add(named)
        }
    }

    @Test func `reads connections of the environment, and says what cannot be used`() throws {
        let read = EnvironmentConnections(environment: [
            "SONARR_URL": "http://sonarr:8989", "SONARR_API_KEY": Self.key,
            "SONARR_4K_URL": "http://s4k:8989/tv",
            "QBITTORRENT_URL": "http://q:8080", "QBITTORRENT_USERNAME": "admin", "QBITTORRENT_PASSWORD": "pw",
            "DELUGE_URL": "http://d:8112", "DELUGE_PASSWORD": "pw", "PROWLARR_URL": "http://p:9696",
            "PROWLARR_API_KEY": Self.key, "RADARR_URL": "ftp://x", "PLEX_URL": "http://169.254.169.254/",
            "LIDARR_API_KEY": "k",
            "MODEL_URL": "http://m",
        ])
        #expect(
            read.connections.map(\.id.rawValue) == [
                "deluge", "prowlarr", "qbittorrent", "sonarr", "sonarr-4k",
            ]
        )
        let credentials = Dictionary(
            uniqueKeysWithValues: read.connections.map { ($0.id.rawValue, $0.credential) }
        )
        #expect(credentials["deluge"] == .login(username: "", password: Secret("pw")))
        #expect(credentials["prowlarr"] == .key(Secret(Self.key)))
        #expect(credentials["qbittorrent"] == .login(username: "admin", password: Secret("pw")))
        #expect(read.problems.count == 3)
    }

    @Test func `the key file is for its owner only, and is never overwritten`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "connections.key")
        let sealed = try KeySeal(keyFile: file).seal(.key(Secret(Self.key)), for: ServiceID(.sonarr))
        let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        let reopened = try KeySeal(keyFile: file)
        let opened = try reopened.unseal(sealed, for: ServiceID(.sonarr))
        #expect(opened == .key(Secret(Self.key)))
        #expect(throws: (any Error).self) {
            try KeySeal(keyFile: file).unseal(sealed, for: ServiceID(.radarr))
        }
        try Data("short".utf8).write(to: file)
        #expect(throws: KeyFileError.notAKey(path: file.path)) { try KeySeal(keyFile: file) }
    }

    @Test func `a test tells what is wrong, and the fix`() async throws {
        let directory = directory()
        let simulator = ServarrSimulator(ready: .sonarr)
        let key = simulator.apiKey
        try await SimulatorServer.serving(simulator) { _, url in
            let cases: [(kind: ServiceKind, url: String, key: String, verdict: String)] = [
                (.sonarr, url, key, "working"), (.sonarr, url, String(key.reversed()), "wrong-key"),
                (.radarr, url, key, "not-this-application"),
                (.sonarr, url.replacing("http://", with: "https://"), key, "certificate"),
                (.sonarr, "http://127.0.0.1:1", key, "refused"),
                (.sonarr, "http://no-such-host.invalid:8989", key, "unreachable"),
            ]
            for one in cases {
                let draft = ConnectionDraft(kind: one.kind, address: one.url, key: one.key)
                let report = try await directory.test(draft)
                #expect(report.verdict.code == one.verdict, "\(report.message)")
                #expect(!report.message.contains(key))
            }
        }
    }
}
