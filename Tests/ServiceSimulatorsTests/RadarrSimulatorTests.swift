import OrderedJSON
import ServiceSimulators
import TestSupport
import Testing

@Suite struct RadarrSimulatorTests {
    @Test func `brings a film from look-up to import`() async throws {
        let radarr = ServarrSimulator(ready: .radarr)
        let found = try await radarr.ask("GET", "/api/v3/movie/lookup", [("term", "tmdb:438631")])
        var film = try #require(found.json[0])
        film["qualityProfileId"] = 4
        film["rootFolderPath"] = "/data/media/movies"
        film["monitored"] = true
        film["addOptions"] = ["searchForMovie": true, "monitor": "movieOnly"]
        let added = try await radarr.ask("POST", "/api/v3/movie", body: film)
        #expect(added.status == 201)
        let id = try #require(added.json["id"]?.int)
        let downloads = try await states(of: radarr, until: id)
        #expect(downloads.first == "downloading" || downloads.first == "queued")
        let movie = try await radarr.ask("GET", "/api/v3/movie/\(id)")
        #expect(movie.json["hasFile"] == true)
        #expect(movie.json["movieFile"]?["quality"]?["quality"]?["name"] == "Bluray-1080p")
        let history = try await radarr.ask("GET", "/api/v3/history", [("movieIds", String(id))])
        let types = (history.json["records"]?.array ?? []).compactMap { $0["eventType"]?.string }
        #expect(types == ["downloadFolderImported", "grabbed"])
        let again = try await radarr.ask("POST", "/api/v3/movie", body: film)
        #expect(again.status == 400)
        #expect(again.json[0]?["errorMessage"] == "This movie has already been added")
    }

    /// The statuses of the queue's row, turn by turn, until the film has a file.
    private func states(of radarr: ServarrSimulator, until id: Int) async throws -> [String] {
        var states: [String] = []
        for _ in 0..<40 {
            let queue = try await radarr.ask("GET", "/api/v3/queue")
            states += (queue.json["records"]?.array ?? []).compactMap { $0["status"]?.string }
            if try await radarr.ask("GET", "/api/v3/movie/\(id)").json["hasFile"] == true { break }
        }
        return states
    }

    @Test(arguments: [
        ("rootFolderPath", "/nowhere" as JSONValue, "Root folder '/nowhere' does not exist"),
        ("rootFolderPath", "", "'Root Folder Path' must not be empty."),
        ("qualityProfileId", 77, "Quality Profile does not exist"),
    ])
    func `refuses an addition that does not fit`(key: String, value: JSONValue, message: String) async throws
    {
        let radarr = ServarrSimulator(ready: .radarr)
        var film: JSONValue = [
            "tmdbId": 603, "qualityProfileId": 4, "rootFolderPath": "/data/media/movies", "monitored": true,
        ]
        film[key] = value
        let reply = try await radarr.ask("POST", "/api/v3/movie", body: film)
        #expect(reply.status == 400)
        #expect(reply.json[0]?["errorMessage"]?.string == message)
    }

    @Test func `blocks a failed release and takes another by itself`() async throws {
        let posts = PostOffice()
        let client = SABnzbdSimulator(posts: posts)
        let radarr = ServarrSimulator(.radarr, downloads: .simulated(client), posts: posts)
        await radarr.furnish(
            rootFolder: "/data/media/movies",
            host: "x",
            port: 1,
            key: client.apiKey,
            category: "movies"
        )
        await radarr.post(.missingArticles, under: "BluRay")
        let added = await radarr.addMovie(tmdb: 419430)
        let id = try #require(added)
        await radarr.run("MoviesSearch", ids: [id])
        for _ in 0..<30 {
            await radarr.step()
            await client.step()
        }
        let blocklist = try await radarr.ask("GET", "/api/v3/blocklist").json["records"]?.array
        #expect(blocklist?.count == 1)
        #expect(
            blocklist?.first?["message"] == "Aborted, cannot be completed - https://sabnzbd.org/not-complete"
        )
        let movie = try await radarr.ask("GET", "/api/v3/movie/\(id)")
        #expect(movie.json["movieFile"]?["quality"]?["quality"]?["name"] == "WEBDL-1080p")
    }

    @Test func `removes a row with the flags that are asked for`() async throws {
        let radarr = ServarrSimulator(ready: .radarr, pace: .manual)
        let id = try #require(await radarr.addMovie(tmdb: 438631))
        await radarr.stage(.matchedByID, for: id)
        let row = try await radarr.ask("GET", "/api/v3/queue").json["records"]?[0]?["id"]?.int ?? 0
        let flags = [("removeFromClient", "true"), ("blocklist", "true"), ("skipRedownload", "true")]
        let gone = try await radarr.ask("DELETE", "/api/v3/queue/\(row)", flags)
        #expect(gone.status == 200)
        #expect(try await radarr.ask("GET", "/api/v3/queue").json["totalRecords"] == 0)
        #expect(try await radarr.ask("GET", "/api/v3/blocklist").json["totalRecords"] == 1)
        #expect(try await radarr.ask("GET", "/api/v3/command").json.array?.isEmpty == true)
    }

    @Test func `asks for its key, and hides the keys of others`() async throws {
        let radarr = ServarrSimulator(ready: .radarr)
        let refused = await radarr.respond(
            to: SimulatedRequest("GET", "/api/v3/movie", headers: ["x-api-key": "wrong"])
        )
        #expect(refused.status == 401)
        let byQuery = await radarr.respond(
            to: SimulatedRequest("GET", "/api/v3/movie", query: [("apikey", radarr.apiKey)])
        )
        #expect(byQuery.status == 200)
        var client = try #require(try await radarr.ask("GET", "/api/v3/downloadclient").json[0])
        #expect(client["fields"]?.array?.first { $0["name"] == "apiKey" }?["value"] == "********")
        client["priority"] = 7
        let put = try await radarr.ask("PUT", "/api/v3/downloadclient/1", body: client)
        #expect(put.status == 202)
        #expect(put.json["priority"] == 7)
    }

    @Test func `reads and writes a section of the configuration whole`() async throws {
        let radarr = ServarrSimulator(ready: .radarr)
        var naming = try await radarr.ask("GET", "/api/v3/config/naming").json
        naming["renameMovies"] = false
        #expect(try await radarr.ask("PUT", "/api/v3/config/naming/1", body: naming).status == 202)
        #expect(try await radarr.ask("GET", "/api/v3/config/naming").json == naming)
    }
}
