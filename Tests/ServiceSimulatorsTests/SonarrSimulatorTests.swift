import OrderedJSON
import ServiceSimulators
import TestSupport
import Testing

@Suite struct SonarrSimulatorTests {
    @Test func `downloads a season as one pack with a row for each episode`() async throws {
        let sonarr = ServarrSimulator(ready: .sonarr)
        let found = try await sonarr.ask("GET", "/api/v3/series/lookup", [("term", "tvdb:360893")])
        var show = try #require(found.json[0])
        show["qualityProfileId"] = 4
        show["rootFolderPath"] = "/data/media/tv"
        show["seasonFolder"] = true
        show["addOptions"] = ["monitor": "all", "searchForMissingEpisodes": true]
        let added = try await sonarr.ask("POST", "/api/v3/series", body: show)
        #expect(added.status == 201)
        let id = try #require(added.json["id"]?.int)
        let rows = try await sonarr.ask("GET", "/api/v3/queue").json["records"]?.array ?? []
        #expect(rows.count == 5)
        #expect(Set(rows.compactMap { $0["downloadId"]?.string }).count == 1)
        #expect(Set(rows.compactMap { $0["id"]?.int }).count == 5)
        var count = 0
        for _ in 0..<20 where count < 5 {
            try await sonarr.ask("GET", "/api/v3/queue")
            count =
                try await sonarr.ask("GET", "/api/v3/series/\(id)").json["statistics"]?["episodeFileCount"]?
                .int ?? 0
        }
        #expect(count == 5)
    }

    @Test func `monitors episodes, and counts what is wanted`() async throws {
        let sonarr = ServarrSimulator(ready: .sonarr)
        await sonarr.addSeries(tvdb: 78107, seasonsWithFiles: [1])
        #expect(try await sonarr.ask("GET", "/api/v3/wanted/missing").json["totalRecords"] == 6)
        let off = try await sonarr.ask(
            "PUT",
            "/api/v3/episode/monitor",
            body: ["episodeIds": [7, 8], "monitored": false]
        )
        #expect(off.status == 202)
        #expect(try await sonarr.ask("GET", "/api/v3/wanted/missing").json["totalRecords"] == 4)
    }

    @Test func `holds a blocked import until somebody maps it by hand`() async throws {
        let sonarr = ServarrSimulator(ready: .sonarr)
        let series = try #require(await sonarr.addSeries(tvdb: 280619))
        let episode = try #require(await sonarr.episode(series: series, season: 1, number: 1))
        await sonarr.obstruct(importOf: "The.Expanse.S01E01", with: .matchedByID)
        await sonarr.run("EpisodeSearch", ids: [episode])
        var row: JSONValue?
        for _ in 0..<20 where row?["trackedDownloadState"] != "importBlocked" {
            row = try await sonarr.ask("GET", "/api/v3/queue").json["records"]?[0]
        }
        #expect(row?["trackedDownloadState"] == "importBlocked")
        let id = try #require(row?["downloadId"])
        try await sonarr.ask(
            "POST",
            "/api/v3/command",
            body: [
                "name": "ManualImport", "importMode": "auto",
                "files": [["downloadId": id, "episodeIds": [.number(episode)]]],
            ]
        )
        await sonarr.step()
        #expect(try await sonarr.ask("GET", "/api/v3/episode/\(episode)").json["hasFile"] == true)
    }
}
