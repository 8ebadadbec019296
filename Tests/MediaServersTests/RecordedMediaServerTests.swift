import AsyncHTTPTransport
import Foundation
import MediaDomain
import MediaServers
import OrderedJSON
import ServiceHTTP
import ServiceSimulators
import TestSupport
import Testing

/// The clients of media servers against recorded replies, over HTTP; without the recordings these tests are skipped.
@Suite(.enabled(if: SharedFolder.isPresent, "the recorded replies are not there"))
struct RecordedMediaServerTests {
    private static func recorded(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: try SharedFolder.bytes("fixtures/" + path))
    }

    private func over(
        _ service: ReplayingService,
        _ kind: ServiceKind,
        key: String? = nil,
        _ body: @Sendable (ServiceChannel) async throws -> Void
    ) async throws {
        let transport = AsyncHTTPTransport()
        try await SimulatorServer.serving(service) { _, url in
            let endpoint = try ServiceEndpoint(
                id: ServiceID(kind),
                kind: kind,
                url: url,
                credential: .key(Secret(key ?? service.apiKey))
            )
            try await body(ServiceGate(transport: transport).channel(to: endpoint))
        }
        try await transport.shutdown()
    }

    @Test func `Plex's libraries are read, and a folder is refreshed in the library that holds it`()
        async throws
    {
        let data = try Self.recorded("plex-jellyfin-webhook/watchstate/plex_data.json")
        let sections = try #require(data["sections_get_200"]?["response"]?["body"])
        var service = ReplayingService(
            replies: [
                "GET /identity": [
                    "MediaContainer": [
                        "size": 0, "claimed": true, "machineIdentifier": "0123",
                        "version": "1.41.3.9314-a0bfb8370",
                    ]
                ],
                "GET /library/sections": sections, "GET /library/sections/1/refresh": nil,
                "GET /library/sections/2/refresh": nil,
                "GET /status/sessions": ["MediaContainer": ["size": 0]],
                "GET /activities": [
                    "MediaContainer": [
                        "size": 1,
                        "Activity": [
                            [
                                "uuid": "1", "type": "library.update.section", "title": "Scanning",
                                "subtitle": "Movies",
                            ]
                        ],
                    ]
                ],
            ],
            open: ["/identity"],
            header: "x-plex-token"
        )
        service.refusal = .text(
            data["sections_get_401"]?["response"]?["body"]?.string ?? "",
            status: 401,
            type: "text/html"
        )
        let plexService = service
        try await over(plexService, .plex) { channel in
            let plex = PlexClient(channel)
            let identity = try await plex.identity()
            #expect(identity.version == "1.41.3.9314" && identity.isClaimed == true)
            let libraries = try await plex.libraries()
            #expect(libraries.first?.folders == ["/storage/media/movies"] && libraries.first?.kind == "movie")
            #expect(try await plex.sessions().isEmpty)
            #expect(try await plex.activities() == ["Scanning Movies"])
            try await plex.refresh(path: "/storage/media/movies/Dune (2021)")
            let last = await plexService.seen.requests.last
            #expect(last?.value("path") == "/storage/media/movies/Dune (2021)")
            let id = try #require(libraries.first?.id)
            #expect(last?.path == "/library/sections/\(id)/refresh")
            let error = await #expect(throws: ServiceError.self) {
                try await plex.refresh(path: "/storage/media/mov")
            }
            #expect(error?.code == "not-found")
        }
        try await over(plexService, .plex, key: "wrong") { channel in
            let error = await #expect(throws: ServiceError.self) { try await PlexClient(channel).libraries() }
            #expect(error?.code == "wrong-key")
        }
    }

    @Test(arguments: [ServiceKind.jellyfin, .emby])
    func `the family of Jellyfin and Emby is read, and told apart`(kind: ServiceKind) async throws {
        let data = try Self.recorded("plex-jellyfin-webhook/watchstate/mediabrowser_data.json")
        var info = try #require(data["info"])
        if kind == .jellyfin { info["ProductName"] = "Jellyfin Server" }
        let root = kind == .emby ? "/emby" : ""
        let folders: JSONValue = [
            [
                "Name": "Movies", "Locations": ["/data/media/movies"], "CollectionType": "movies",
                "ItemId": "lib-1",
            ]
        ]
        let service = ReplayingService(
            replies: [
                "GET \(root)/System/Info/Public": info, "GET \(root)/System/Info": info,
                "GET \(root)/Library/VirtualFolders": folders, "GET \(root)/Sessions": data["sessions"] ?? [],
                "POST \(root)/Library/Media/Updated": nil,
            ],
            open: ["\(root)/System/Info/Public"],
            header: kind == .emby ? "x-emby-token" : "authorization",
            prefix: kind == .emby ? "" : "MediaBrowser Token=\"",
            suffix: kind == .emby ? "" : "\""
        )
        try await over(service, kind) { channel in
            let server = JellyfinClient(channel)
            #expect(try await server.identity().id == "server-1")
            #expect(try await server.version() == "10.9.0")
            #expect(try await server.libraries().map(\.folders) == [["/data/media/movies"]])
            let sessions = try await server.sessions()
            #expect(sessions.map(\.title) == ["Test Movie"] && sessions.first?.user == "Test User")
            try await server.refresh(path: "/data/media/movies/Dune (2021)")
            let body = try await service.seen.requests.last?.json()
            #expect(body?["Updates"]?[0]?["Path"] == "/data/media/movies/Dune (2021)")
        }
        let other: ServiceKind = kind == .emby ? .jellyfin : .emby
        var same = service
        same.replies["GET /System/Info/Public"] = info
        same.replies["GET /emby/System/Info/Public"] = info
        same.open = ["/System/Info/Public", "/emby/System/Info/Public"]
        try await over(same, other) { channel in
            let error = await #expect(throws: ServiceError.self) {
                try await JellyfinClient(channel).identity()
            }
            #expect(error?.code == "not-this-application")
        }
    }

    @Test(arguments: ["seerr", "overseerr"])
    func `requests of Seerr and Overseerr are read`(folder: String) async throws {
        let root = "\(folder)/python-overseerr/"
        var service = ReplayingService(
            replies: [
                "GET /api/v1/status": try Self.recorded(root + "status.json"),
                "GET /api/v1/request": try Self.recorded(root + "request.json"),
                "GET /api/v1/request/count": try Self.recorded(root + "request_count.json"),
            ],
            open: ["/api/v1/status"]
        )
        service.refusal = .json(try Self.recorded(root + "no_access.json"), status: 403)
        let rows = try #require(service.replies["GET /api/v1/request"]?["results"]?.array)
        let first = try #require(rows.first?["id"]?.int)
        for decision in SeerrDecision.allCases {
            service.replies["POST /api/v1/request/\(first)/\(decision.rawValue)"] = rows.first
        }
        let seerrService = service
        try await over(seerrService, .seerr) { channel in
            let seerr = SeerrClient(channel)
            #expect(try await seerr.version() == "develop-local")
            #expect(try await seerr.requestCounts().total > 0)
            let requests = try await seerr.requests()
            #expect(requests.map(\.raw) == rows)
            for decision in SeerrDecision.allCases {
                #expect(try await seerr.decide(ResourceID(first), decision).id.rawValue == first)
            }
            #expect(requests.allSatisfy { $0.tmdbID != nil && $0.created != nil && $0.requestedBy != nil })
            #expect(requests.allSatisfy { $0.mediaKind != .unknown && $0.status > 0 })
        }
        try await over(seerrService, .seerr, key: "wrong") { channel in
            let error = await #expect(throws: ServiceError.self) {
                try await SeerrClient(channel).requestCounts()
            }
            #expect(error?.reason == .wrongKey(status: 403))
        }
    }
}
