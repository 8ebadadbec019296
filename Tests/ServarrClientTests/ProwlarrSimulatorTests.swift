import AsyncHTTPTransport
import MediaDomain
import OrderedJSON
import ServarrClient
import ServiceHTTP
import ServiceSimulators
import Testing

/// The client against the simulated Prowlarr, over HTTP.
struct ProwlarrSimulatorTests {
    private func serving(
        _ simulator: ProwlarrSimulator,
        _ body: @Sendable (ProwlarrClient) async throws -> Void
    ) async throws {
        let transport = AsyncHTTPTransport()
        try await SimulatorServer.serving(simulator) { _, url in
            let endpoint = try ServiceEndpoint(
                id: ServiceID(.prowlarr),
                kind: .prowlarr,
                url: url,
                credential: .key(Secret(simulator.apiKey))
            )
            try await body(ProwlarrClient(ServiceGate(transport: transport).channel(to: endpoint)))
        }
        try await transport.shutdown()
    }

    @Test func `reads indexers, what they were asked, and the applications`() async throws {
        let simulator = ProwlarrSimulator()
        await simulator.serve(.sonarr, at: "http://sonarr:8989", from: "http://prowlarr:9696")
        await simulator.introduce(.indexerLeftAlone)
        try await serving(simulator) { client in
            #expect(try await client.systemStatus().appName == "Prowlarr")
            let indexers = try await client.indexers()
            #expect(indexers.map(\.privacy) == [.closed, .open, .closed])
            #expect(indexers.map(\.downloadProtocol.rawValue) == ["usenet", "torrent", "torrent"])
            let status = try #require(try await client.indexerStatuses().first)
            #expect(status.indexer == 2 && status.disabledTill != nil && status.initialFailure != nil)
            #expect(try await client.statistics().map(\.indexer) == indexers.map(\.id))
            #expect(try await client.applicationProfiles().first?.minimumSeeders == 5)
            #expect(try await client.applications().first?.implementation == "Sonarr")
            let directory = IndexerDirectory(try await client.knownIndexers())
            #expect(directory.indexer(named: "Kellerkino (Prowlarr)")?.privacy == .closed)
            #expect(try await client.health().first?.source == "IndexerStatusCheck")
            try await client.testIndexer(try #require(indexers.first))
            let command = try await client.start(.applicationIndexerSync)
            #expect(command.name == "ApplicationIndexerSync")
        }
    }

    @Test func `changes an application and reads it back`() async throws {
        let simulator = ProwlarrSimulator()
        await simulator.serve(.radarr, at: "http://radarr:7878", from: "http://prowlarr:9696")
        try await serving(simulator) { client in
            let application = try #require(try await client.applications().first)
            var changed = application.raw
            changed["syncLevel"] = "addOnly"
            _ = try await client.updateProvider(.application, application.id, to: changed)
            let after = try #require(try await client.applications().first)
            #expect(after.raw["syncLevel"] == "addOnly")
            #expect(after.field("apiKey")?.string == Secret.mask)
        }
    }
}

/// Which indexer of Prowlarr stands behind an entry of Sonarr or Radarr.
struct IndexerDirectoryTests {
    private let directory = IndexerDirectory([
        KnownIndexer(service: ServiceID(.prowlarr), id: 1, name: "Nordlicht", privacy: .closed),
        KnownIndexer(service: ServiceID(.prowlarr), id: 2, name: "Open Media", privacy: .open),
        KnownIndexer(service: ServiceID(.prowlarr), id: 3, name: "Twin", privacy: .open),
        KnownIndexer(service: ServiceID(.prowlarr), id: 4, name: "Twin", privacy: .closed),
    ])

    @Test(
        arguments: [
            ("Nordlicht", nil, 1), ("Nordlicht (Prowlarr)", nil, 1), ("openmedia", nil, 2),
            ("Renamed", "http://prowlarr:9696/2/", 2), ("Renamed", "http://nas/prowlarr/2/", 2),
            ("Twin (Prowlarr)", "http://prowlarr:9696/4/", 4), ("Twin", nil, nil), ("Renamed", nil, nil),
            ("Elsewhere", "https://elsewhere.invalid/api", nil),
            ("Elsewhere", "http://prowlarr:9696/9/", nil),
        ] as [(String, String?, Int?)]
    )
    func `is found by name, else by number`(name: String, address: String?, id: Int?) {
        #expect(directory.indexer(named: name, address: address)?.id == id)
    }
}
