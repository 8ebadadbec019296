import OrderedJSON
import ServiceSimulators
import TestSupport
import Testing

/// Every reply is held against the official OpenAPI document; without the folder `shared` these tests are skipped.
@Suite(.enabled(if: SharedFolder.isPresent, "the folder shared with the official API documents is not here"))
struct ServarrDocumentTests {
    static let common = [
        "system/status", "system/backup", "health", "diskspace", "rootfolder", "qualityprofile",
        "qualitydefinition", "tag",
        "customformat", "delayprofile", "remotepathmapping", "downloadclient", "indexer", "notification",
        "importlist",
        "config/naming", "config/mediamanagement", "config/downloadclient", "config/indexer", "config/host",
        "config/ui",
        "config/importlist", "queue", "queue/status", "queue/details", "history", "blocklist", "command",
        "wanted/missing",
        "wanted/cutoff", "calendar", "releaseprofile", "language",
    ]

    @Test(arguments: [ServarrApplication.radarr, .sonarr])
    func `answers every list and section as documented`(application: ServarrApplication) async throws {
        let check = try ExchangeCheck()
        let simulator = try await filled(application)
        for path in Self.common {
            let reply = try await simulator.ask("GET", "/api/v3/" + path, check: check)
            #expect(reply.status == 200, "\(path)")
        }
        #expect(check.faults == [])
        #expect(check.operations.count == Self.common.count)
    }

    @Test func `answers Radarr's own paths as documented`() async throws {
        let check = try ExchangeCheck()
        let radarr = try await filled(.radarr)
        for (path, query) in [
            ("movie", []), ("movie/1", []), ("movie/lookup", [("term", "dune")]),
            ("moviefile", [("movieId", "1")]),
            ("release", [("movieId", "2")]), ("parse", [("title", "Dune.2021.1080p.BluRay.x264-GRAIN")]),
            ("queue", [("includeMovie", "true"), ("includeUnknownMovieItems", "true")]),
            ("history", [("includeMovie", "true"), ("pageSize", "100")]),
        ] as [(String, [(name: String, value: String)])] {
            let reply = try await radarr.ask("GET", "/api/v3/" + path, query, check: check)
            #expect(reply.status == 200, "\(path)")
        }
        #expect(check.faults == [])
    }

    @Test func `answers Sonarr's own paths as documented`() async throws {
        let check = try ExchangeCheck()
        let sonarr = try await filled(.sonarr)
        for (path, query) in [
            ("series", []), ("series/1", []), ("series/lookup", [("term", "office")]),
            ("episode", [("seriesId", "1")]),
            ("episode/1", []), ("episodefile", [("seriesId", "1")]), ("release", [("episodeId", "30")]),
            ("release", [("seriesId", "1"), ("seasonNumber", "2")]),
            ("parse", [("title", "Breaking.Bad.S02E03.720p.WEB-DL-ORBIT")]),
            ("wanted/missing", [("includeSeries", "true")]),
            (
                "queue",
                [
                    ("includeSeries", "true"), ("includeEpisode", "true"),
                    ("includeUnknownSeriesItems", "true"),
                ]
            ),
            ("history", [("includeSeries", "true"), ("includeEpisode", "true"), ("pageSize", "100")]),
        ] as [(String, [(name: String, value: String)])] {
            let reply = try await sonarr.ask("GET", "/api/v3/" + path, query, check: check)
            #expect(reply.status == 200, "\(path)")
        }
        #expect(check.faults == [])
    }

    @Test(arguments: [ServarrApplication.radarr, .sonarr])
    func `shows every symptom as documented, one row each`(application: ServarrApplication) async throws {
        let check = try ExchangeCheck()
        let simulator = try await filled(application)
        for symptom in RecoverySymptom.allCases {
            let staged = await simulator.stage(symptom, for: 2)
            let id = try #require(staged)
            let query = [
                ("includeUnknownMovieItems", "true"), ("includeUnknownSeriesItems", "true"),
                ("pageSize", "100"),
            ]
            let queue = try await simulator.ask("GET", "/api/v3/queue", query, check: check)
            let rows = (queue.json["records"]?.array ?? []).filter { $0["downloadId"]?.string == id }
            #expect(rows.count == 1, "\(symptom)")
            #expect(
                (rows.first?["movieId"] == nil && rows.first?["episodeId"] == nil) == (symptom == .orphan)
            )
            try await simulator.ask("GET", "/api/v3/manualimport", [("downloadId", id)], check: check)
        }
        #expect(check.faults == [])
    }

    @Test(arguments: [ServarrApplication.radarr, .sonarr])
    func `keeps to the document with every setting wrong, and each fault shows`(
        application: ServarrApplication
    ) async throws {
        let check = try ExchangeCheck()
        var silent: [String] = []
        for fault in AuditFault.allCases {
            let simulator = try await filled(application)
            let before = try await Self.settings(of: simulator, check)
            await simulator.introduce(fault)
            if try await Self.settings(of: simulator, check) == before { silent.append(fault.rawValue) }
        }
        // `listSyncLevel` of Radarr is free text in the document, of Sonarr an enum without `removeAndDelete`.
        #expect(check.faults.filter { !$0.contains("removeAndDelete") } == [])
        let expected =
            application == .radarr
            ? ["B10", "B12", "F03", "F11", "F14", "N07", "Q09", "Q11", "L05"]
            : ["B10", "B12", "F03", "Q02", "Q09", "Q11", "Q12", "L05"]
        #expect(Set(silent).subtracting(expected) == [])
    }

    private static func settings(of simulator: ServarrSimulator, _ check: ExchangeCheck) async throws
        -> [JSONValue]
    {
        var all: [JSONValue] = []
        for path in [
            "health", "rootfolder", "qualityprofile", "qualitydefinition", "delayprofile",
            "remotepathmapping",
            "downloadclient", "indexer", "notification", "config/naming", "config/mediamanagement",
            "config/downloadclient", "config/indexer", "config/host", "config/importlist",
        ] {
            all.append(try await simulator.ask("GET", "/api/v3/" + path, check: check).json)
        }
        return all
    }

    private func filled(_ application: ServarrApplication) async throws -> ServarrSimulator {
        let simulator = ServarrSimulator(ready: application, pace: .manual)
        await simulator.addTorrents()
        switch application {
        case .radarr:
            await simulator.addMovie(tmdb: 603, quality: "WEBDL-1080p")
            await simulator.addMovie(tmdb: 438631)
            await simulator.run("MoviesSearch", ids: [2])
        case .sonarr:
            await simulator.addSeries(tvdb: 81189, seasonsWithFiles: [1])
            await simulator.run("EpisodeSearch", ids: [30])
        }
        await simulator.run("Backup")
        await simulator.step()
        await simulator.step()
        return simulator
    }
}
