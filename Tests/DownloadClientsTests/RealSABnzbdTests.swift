internal import AsyncHTTPTransport
internal import DownloadClients
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP
internal import ServiceSimulators
import Testing

/// The real SABnzbd; without it these tests are skipped.
@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sabnzbdplus"),
        "sabnzbdplus is not installed"
    )
)
struct RealSABnzbdTests {
    private func serving(_ body: @escaping @Sendable (SABnzbdClient, PostOffice) async throws -> Void)
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "autoarr-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let posts = PostOffice()
        let news = NewsServer(posts: posts)
        let daemon = SABnzbdDaemon(folder: folder.path, port: try await FreePort.find(), news: news)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await news.run() }
            group.addTask { try await daemon.run() }
            let endpoint = try ServiceEndpoint(
                id: ServiceID(.sabnzbd),
                kind: .sabnzbd,
                url: try await daemon.url(),
                credential: .key(Secret(daemon.apiKey))
            )
            let gate = ServiceGate(transport: AsyncHTTPTransport())
            try await body(SABnzbdClient(gate.channel(to: endpoint)), posts)
            group.cancelAll()
        }
    }

    @Test(.timeLimit(.minutes(4))) func `does what every client for news servers must do`() async throws {
        try await serving { client, posts in try await UsenetClientTrial(client: client, posts: posts).run() }
    }

    @Test(.timeLimit(.minutes(3))) func `does what the client asks, and refuses a wrong key`() async throws {
        try await serving { client, posts in
            let version = try await client.version()
            #expect(version.first?.isNumber == true)
            #expect(try await client.authentication() == "apikey")
            #expect(try await client.queue().jobs.isEmpty)
            #expect(try await client.categories().first == "*")
            #expect(try await client.fullStatus().servers.count == 1)
            #expect(try await client.warnings().allSatisfy { !$0.text.isEmpty })

            // A setting changes, reads back, and goes back.
            let before = try #require(try await client.setting("misc", "direct_unpack")).lenientBool
            _ = try await client.setSetting("misc", "direct_unpack", to: .bool(before != true))
            #expect(try await client.setting("misc", "direct_unpack")?.lenientBool == (before != true))
            await #expect(throws: ServiceError.self) {
                try await client.setSetting("misc", "no_such_thing", to: 1)
            }
            #expect(try await client.configuration("no_such_section") == nil)

            try await client.pauseAll()
            #expect(try await client.queue().isPaused)
            let id = try await client.addFile(posts.nzb(of: "A.Film.2020.1080p"), name: "A.Film.2020.1080p")
            let job = try #require(try await client.queue().jobs.first { $0.id == id })
            #expect(job.name == "A.Film.2020.1080p")
            try await client.setPriority(.high, of: id)
            #expect(try await client.queue().jobs.first?.priority == "High")
            try await client.pauseJob(id)
            #expect(try await client.downloads().first?.state == .paused)
            #expect(try await client.deleteJob(id, files: .deleted))
            #expect(try await client.deleteJob("SABnzbd_nzo_nothing", files: .deleted) == false)
            #expect(try await client.queue().jobs.isEmpty)
            try await client.resumeAll()
            #expect(try await client.queue().isPaused == false)
            await #expect(throws: ServiceError.self) {
                try await client.addFile(Array("no nzb".utf8), name: "bad")
            }

            let history = try #require(try await client.history())
            #expect(try await client.history(unlessUnchangedSince: history.lastUpdate) == nil)

            let endpoint = client.channel.endpoint
            let stranger = ServiceEndpoint(
                id: endpoint.id,
                kind: .sabnzbd,
                address: endpoint.address,
                credential: .key(Secret("00000000000000000000000000000000"))
            )
            let wrong = SABnzbdClient(ServiceGate(transport: AsyncHTTPTransport()).channel(to: stranger))
            do {
                _ = try await wrong.queue()
                Issue.record("a wrong key was taken")
            } catch {
                #expect((error as? ServiceError)?.reason == .wrongKey(status: 403))
            }
            print("real SABnzbd \(version): all operations done")
        }
    }

    @Test(.timeLimit(.minutes(3))) func `keeps its lists, ended jobs and news servers as the client asks`()
        async throws
    {
        try await serving { client, posts in
            #expect(try await client.scripts().isEmpty)
            try await client.setEntry("categories", named: "kids", ["dir": "kids", "pp": 3])
            #expect(try await client.categories().contains("kids"))
            try await client.pauseAll()
            let id = try await client.addFile(posts.nzb(of: "A.Film.2020"), name: "A.Film.2020")
            try await client.setCategory("kids", of: id)
            try await client.pauseJob(id)
            try await client.resumeJob(id)
            let job = try #require(try await client.queue().jobs.first { $0.id == id })
            #expect(job.category == "kids" && job.status == .queued)
            #expect(try await client.deleteJob(id, files: .deleted))
            try await client.deleteEntry("categories", named: "kids")
            #expect(try await client.categories().contains("kids") == false)
            try await client.resumeAll()

            let gone = posts.nzb(of: "Gone.2021", condition: .allMissing)
            let first = try await client.addFile(gone, name: "Gone.2021")
            let failed = try await awaiting("the job has failed") {
                try await client.endedJob(first)
            } until: {
                $0?.status == .failed
            }
            #expect(failed?.failMessage.isEmpty == false)
            // A retry has another id, which is why Servarr loses sight of it.
            let retried = try await awaiting("the job can be tried again") {
                try? await client.retryJob(first)
            } until: {
                $0 != nil
            }
            let second = try #require(retried)
            #expect(second != first)
            _ = try await awaiting("the retry has failed") {
                try await client.endedJob(second)
            } until: {
                $0?.status == .failed
            }
            try await client.deleteFromHistory(second, files: .deleted)
            #expect(try await client.endedJob(second) == nil)

            let servers = try #require(try await client.configuration("servers")?.array)
            let server = try #require(servers.first)
            #expect(try await client.testServer(server) == nil)
            var wrong = server
            wrong["password"] = "not-the-password"
            #expect(try await client.testServer(wrong)?.isEmpty == false)
            try await client.unblockServer("127.0.0.1")

            try await client.shutDown()
            _ = try await awaiting("the program has ended") {
                (try? await client.version()) == nil
            } until: {
                $0
            }
        }
    }
}
