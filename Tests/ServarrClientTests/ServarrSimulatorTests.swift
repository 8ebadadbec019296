internal import AsyncHTTPTransport
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The clients against simulated installations.
struct ServarrSimulatorTests {
    private func channel(_ kind: ServiceKind, _ url: String, _ key: String) throws -> ServiceChannel {
        let endpoint = try ServiceEndpoint(
            id: ServiceID(kind),
            kind: kind,
            url: url,
            credential: .key(Secret(key))
        )
        return ServiceGate(transport: AsyncHTTPTransport()).channel(to: endpoint)
    }

    @Test(.timeLimit(.minutes(1))) func `adds a film of the look-up and finds it in the library`()
        async throws
    {
        let simulator = ServarrSimulator(ready: .radarr)
        try await SimulatorServer.serving(simulator) { _, url in
            let radarr = RadarrClient(try channel(.radarr, url, simulator.apiKey))
            #expect(try await radarr.systemStatus().appName == "Radarr")
            let found = try #require(try await radarr.lookup("dune").first)
            #expect(found.id == nil)
            let profile = try #require(try await radarr.qualityProfiles().first)
            let root = try #require(try await radarr.rootFolders().first)
            let addition = MovieAddition(
                qualityProfile: profile.id,
                rootFolderPath: root.path,
                search: .nothing
            )
            let added = try await radarr.add(found, addition)
            #expect(try await radarr.movie(tmdbID: found.tmdbID)?.id == added.id)
            #expect(try await radarr.movies().count == 1)
            try await radarr.deleteMovie(try #require(added.id), files: .kept)
            #expect(try await radarr.movies().isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `reads what Sonarr has to say, and changes a setting and nothing else`() async throws {
        let simulator = ServarrSimulator(ready: .sonarr)
        try await SimulatorServer.serving(simulator) { _, url in
            let sonarr = SonarrClient(try channel(.sonarr, url, simulator.apiKey))
            #expect(try await sonarr.queue().isEmpty)
            #expect(try await sonarr.queueCounts().total == 0)
            #expect(try await sonarr.history(last: 10).isEmpty)
            #expect(try await sonarr.blocklist().isEmpty)
            #expect(try await sonarr.missing().isEmpty)
            #expect(try await sonarr.providers(.downloadClient).first?.implementation == "Sabnzbd")
            let (before, after) = try await sonarr.changeConfiguration(.mediaManagement) {
                $0["recycleBinCleanupDays"] = 9
            }
            var expected = before
            expected["recycleBinCleanupDays"] = 9
            #expect(after == expected)
            let state = try await sonarr.start(.refreshMonitoredDownloads)
            #expect(
                try await sonarr.finish(state.id, within: .seconds(20), every: .milliseconds(50)).status
                    == .completed
            )
        }
    }
}
