internal import AsyncHTTPTransport
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP
internal import ServiceSimulators
internal import TestSupport
import Testing

/// What the clients write and read beside requests for titles, each exchange held against the official document where it
/// is at hand.
struct ServarrOperationsTests {
    private func serving(
        _ application: ServiceSimulators.ServarrApplication,
        _ body: @escaping @Sendable (ServarrSimulator, ServiceChannel) async throws -> Void
    ) async throws {
        let simulator = ServarrSimulator(ready: application)
        await simulator.addTorrents()
        let check = SharedFolder.isPresent ? try ExchangeCheck() : nil
        let transport = AsyncHTTPTransport()
        let kind: ServiceKind = application == .radarr ? .radarr : .sonarr
        try await SimulatorServer.serving(simulator, observer: check?.observer) { _, url in
            let endpoint = try ServiceEndpoint(
                id: ServiceID(kind),
                kind: kind,
                url: url,
                credential: .key(Secret(simulator.apiKey))
            )
            try await body(simulator, ServiceGate(transport: transport).channel(to: endpoint))
        }
        try await transport.shutdown()
        #expect(check?.faults ?? [] == [])
    }

    @Test(arguments: [ServiceSimulators.ServarrApplication.sonarr, .radarr])
    func `settings and lists are read, changed and read back`(
        application: ServiceSimulators.ServarrApplication
    ) async throws {
        try await serving(application) { _, channel in
            if application == .sonarr {
                try await Self.lists(SonarrClient(channel))
            } else {
                try await Self.lists(RadarrClient(channel))
            }
        }
    }

    private static func lists(_ client: some LibraryApplication) async throws {
        let tag = try await client.addTag("kids")
        #expect(try await client.tags().contains(tag))
        try await client.deleteTag(tag.id)
        #expect(try await client.tags().isEmpty)

        let folder = try await client.addRootFolder("/data/media/more")
        #expect(try await client.rootFolders().contains { $0.path == folder.path })
        try await client.deleteRootFolder(folder.id)
        #expect(try await client.rootFolders().contains { $0.path == folder.path } == false)

        let mapping = try await client.addRemotePathMapping(host: "nas", remotePath: "/a/", localPath: "/b/")
        var moved = mapping.raw
        moved["localPath"] = "/c/"
        #expect(try await client.updateRemotePathMapping(mapping.id, to: moved).localPath == "/c/")
        #expect(try await client.remotePathMappings().map(\.localPath) == ["/c/"])
        try await client.deleteRemotePathMapping(mapping.id)
        #expect(try await client.remotePathMappings().isEmpty)

        let indexer = try await client.provider(.indexer, 2)
        #expect(indexer.field("minimumSeeders")?.lenientInt == 5 && indexer.isSecret("apiKey"))
        #expect(
            indexer.settingField("apiKey", to: "x") == nil && indexer.settingField("no such", to: 1) == nil
        )
        let changed = try #require(indexer.settingField("minimumSeeders", to: 7))
        try await client.testProvider(.indexer, changed)
        let updated = try await client.updateProvider(.indexer, indexer.id, to: changed)
        #expect(updated.field("minimumSeeders")?.lenientInt == 7)
        var second = updated.raw
        second["name"] = "Second"
        let added = try await client.addProvider(.indexer, second)
        #expect(try await client.providers(.indexer).map(\.name).contains("Second"))
        try await client.deleteProvider(.indexer, added.id)
        #expect(try await client.providers(.indexer).map(\.name).contains("Second") == false)

        let profile = try #require(try await client.qualityProfiles().first)
        var stricter = profile.raw
        stricter["minFormatScore"] = 10
        #expect(try await client.updateQualityProfile(profile.id, to: stricter).minFormatScore == 10)

        var section = try await client.configuration(.downloadClient)
        section["autoRedownloadFailed"] = false
        let written = try await client.updateConfiguration(.downloadClient, to: section)
        #expect(written["autoRedownloadFailed"] == false)
        #expect(try await client.health().allSatisfy { !$0.source.isEmpty })
        #expect(try await client.diskSpace().allSatisfy { $0.totalSpace > 0 })
        let command = try await client.start(.checkHealth)
        #expect(try await client.command(command.id).name == "CheckHealth")
        #expect(try await client.commands().map(\.id).contains(command.id))
    }

    @Test(.timeLimit(.minutes(1))) func `a film is grabbed, removed, blocked and freed again`() async throws {
        try await serving(.radarr) { simulator, channel in
            let radarr = RadarrClient(channel)
            let number = try #require(await simulator.addMovie(tmdb: 438631))
            let film = try await radarr.movie(Movie.ID(number))
            var changed = film.raw
            changed["monitored"] = false
            #expect(try await radarr.updateMovie(Movie.ID(number), to: changed).isMonitored == false)
            changed["monitored"] = true
            _ = try await radarr.updateMovie(Movie.ID(number), to: changed)

            let release = try #require(
                try await radarr.releases(for: Movie.ID(number)).first { $0.isApproved }
            )
            try await radarr.grab(guid: release.guid, indexer: release.indexerID)
            let row = try #require(try await radarr.queue().first)
            let download = try #require(row.downloadID)
            #expect(
                try await radarr.manualImportCandidates(ofDownload: download).allSatisfy { !$0.path.isEmpty }
            )
            let grabbed = try #require(
                try await radarr.history(ofDownload: download).first { $0.kind == .grabbed }
            )
            try await radarr.removeFromQueue(
                row.id,
                QueueRemoval(download: .deleteWithData, verdict: .blocklist)
            )
            #expect(try await radarr.queue().contains { $0.id == row.id } == false)
            let entry = try #require(try await radarr.blocklist().first)
            try await radarr.deleteFromBlocklist(entry.id)
            #expect(try await radarr.blocklist().isEmpty)
            try await radarr.markAsFailed(grabbed.id)
            #expect(try await radarr.history(last: 50).contains { $0.kind == .failed })

            let soon = Date().addingTimeInterval(86_400)
            #expect(try await radarr.calendar(from: Date(), to: soon).isEmpty)
            #expect(try await radarr.cutoffUnmet().isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a series is read, monitored in part, searched and deleted`()
        async throws
    {
        try await serving(.sonarr) { simulator, channel in
            let sonarr = SonarrClient(channel)
            let number = Series.ID(
                try #require(await simulator.addSeries(tvdb: 81189, seasonsWithFiles: [1]))
            )
            #expect(try await sonarr.series().map(\.id) == [number])
            let episodes = try await sonarr.episodes(of: number)
            let last = try #require(episodes.last)
            try await sonarr.monitor([last.id], false)
            #expect(try await sonarr.episode(last.id).isMonitored == false)
            #expect(try await sonarr.releases(for: last.id).isEmpty == false)
            #expect(try await sonarr.releases(for: number, season: 2).contains { $0.isFullSeason })
            let soon = Date().addingTimeInterval(86_400)
            #expect(try await sonarr.calendar(from: Date(), to: soon).isEmpty)
            #expect(try await sonarr.cutoffUnmet().allSatisfy { $0.seriesID == number })

            var changed = try await sonarr.series(number).raw
            changed["monitored"] = false
            #expect(try await sonarr.updateSeries(number, to: changed).isMonitored == false)
            try await sonarr.deleteSeries(number, files: .kept)
            #expect(try await sonarr.series().isEmpty)
        }
    }
}
