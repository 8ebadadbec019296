import Activity
import Foundation
import MediaDomain
import OrderedJSON
import QueueRecovery
import ServiceSimulators
import Testing
import Understanding

/// Needs the real SABnzbd; where it is not installed the suite is skipped and says so.
@Suite(.enabled(if: SABnzbdDaemon.isInstalled, "SABnzbd is not installed: apt-get install sabnzbdplus"))
struct RealFailureTests {
    /// Radarr simulated, SABnzbd real, a news server from which the best post of one film is gone.
    private func withHouse(
        _ body: @escaping @Sendable (RecoverySources, ServarrSimulator) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "autoarr-recovery-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let posts = PostOffice()
        let news = NewsServer(posts: posts)
        let port = try await FreePort.find()
        let daemon = SABnzbdDaemon(folder: folder.path, port: port, news: news)
        let radarr = ServarrSimulator(.radarr, downloads: .configured, posts: posts, pace: .everyRead)
        let server = SimulatorServer(radarr)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await news.run() }
            group.addTask { try await daemon.run() }
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            let url = try await daemon.url()
            await radarr.furnish(
                rootFolder: folder.path + "/movies",
                host: "127.0.0.1",
                port: port,
                key: daemon.apiKey,
                category: "movies"
            )
            await radarr.post(.missingArticles, under: "Get.Out.2017.1080p.BluRay")
            let film = try #require(await radarr.addMovie(tmdb: 419430))
            await radarr.run("MoviesSearch", ids: [film])
            try await RecoveryHouse.over([
                (.radarr, try await server.url(), radarr.apiKey), (.sabnzbd, url, daemon.apiKey),
            ]) { try await body($0, radarr) }
        }
    }

    /// Looks again until an incident is as wanted; the real daemon takes its own time.
    private func incident(
        in house: RecoveryHouse,
        turning seconds: TimeInterval = 1,
        until isAsWanted: (Incident) -> Bool
    ) async throws -> Incident {
        for _ in 0..<120 {
            try await house.recovery.look()
            if let found = try await house.recovery.incidents(includingClosed: true).first(where: isAsWanted)
            {
                return found
            }
            house.clock.advance(seconds)
            try await Task.sleep(for: .milliseconds(250))
        }
        let seen = try await house.recovery.incidents(includingClosed: true)
        throw NotSeen(
            description: "no such incident; seen: \(seen.map { "\($0.title) \($0.symptom) \($0.state)" })"
        )
    }

    private struct NotSeen: Error, CustomStringConvertible { let description: String }

    @Test(.timeLimit(.minutes(3)))
    func `a job that fails in SABnzbd is journalled from failure to outcome under one id`() async throws {
        try await withHouse { sources, _ in
            let policy = RecoveryPolicy(mode: .actSafe, spaceFloor: 0)
            let house = try await RecoveryHouse(sources, policy: policy)
            let ended = try await incident(in: house) { $0.isClosed && $0.symptom == .missingArticles }

            #expect(ended.messageClass == .releaseIncomplete)
            #expect(ended.state == .resolved, "\(ended.outcome ?? "")")
            let events = try await house.course(ended.correlation)
            #expect(
                events.map(\.kind) == [
                    "incident.detected", "incident.classified", "incident.decided", "incident.acted",
                    "incident.outcome",
                ]
            )
            #expect(events.first?.details["message"]?.string?.contains("cannot be completed") == true)

            // Radarr looks for another release by itself, so nothing is written and nothing searched twice.
            let records = try await house.recovery.decisions(
                matching: DecisionQuery(incident: ended.id, executedOnly: true)
            )
            #expect(records.map(\.decision.action) == [.leaveToArr])
            #expect(records.first?.succeeded == true)
            #expect(try await house.changes.changes().isEmpty)
        }
    }
}
