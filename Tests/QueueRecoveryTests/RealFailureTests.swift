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
        ignoringFailures: Bool,
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
            if ignoringFailures { await radarr.set(.failuresIgnored, on: true) }
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
        try await withHouse(ignoringFailures: true) { sources, _ in
            let policy = RecoveryPolicy(mode: .actSafe, reaction: 2, spaceFloor: 0)
            let house = try await RecoveryHouse(sources, policy: policy)
            let ended = try await incident(in: house) { $0.isClosed && $0.symptom == .missingArticles }

            #expect(ended.messageClass == .releaseIncomplete)
            #expect(ended.state == .resolved, "\(ended.outcome ?? "")")
            let events = try await house.course(ended.correlation)
            let kinds = events.map(\.kind)
            let wanted = [
                "incident.detected", "incident.classified", "incident.decided", "change.planned",
                "change.verified", "incident.acted", "incident.outcome",
            ]
            let order = wanted.map { kind in kinds.lastIndex(of: kind) }
            #expect(!order.contains(nil), "the course has only \(kinds)")
            #expect(order.compactMap(\.self) == order.compactMap(\.self).sorted())
            #expect(events.first?.details["message"]?.string?.contains("cannot be completed") == true)

            let records = try await house.recovery.decisions(
                matching: DecisionQuery(incident: ended.id, executedOnly: true)
            )
            let record = try #require(records.first { $0.decision.action == .replace })
            #expect(record.succeeded == true)
            #expect(record.decision.gates.allSatisfy { $0.isOpen })
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func `the block of a replaced release is lifted again on demand`() async throws {
        try await withHouse(ignoringFailures: true) { sources, _ in
            let policy = RecoveryPolicy(mode: .actSafe, reaction: 0, spaceFloor: 0)
            let house = try await RecoveryHouse(sources, policy: policy)
            let acted = try await incident(in: house) { $0.decision?.action == .replace && $0.state != .open }
            let changes = try await house.changes.changes(
                matching: ChangeQuery(correlation: acted.correlation)
            )
            let change = try #require(changes.first { $0.operation == "recovery.replace" })
            #expect(change.state == .verified && change.undoable, "\(change.note ?? "")")
            #expect(try await house.changes.undo(change.id).state == .undone)
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func `under observe nothing is done, and the decision says what would be`() async throws {
        try await withHouse(ignoringFailures: true) { sources, _ in
            let policy = RecoveryPolicy(mode: .observe, reaction: 0, spaceFloor: 0)
            let house = try await RecoveryHouse(sources, policy: policy)
            let found = try await incident(in: house) { $0.decision?.action == .replace }
            #expect(found.decision?.isAutomatic == false)
            #expect(try await house.changes.changes().isEmpty)
            let dry = try await house.recovery.act(found.id, dryRun: true)
            #expect(!dry.wasExecuted)
            #expect(try await house.changes.changes().map(\.state) == [.would])
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func `where the application looks for another release itself, it is left to it`() async throws {
        try await withHouse(ignoringFailures: false) { sources, _ in
            let policy = RecoveryPolicy(mode: .actSafe, spaceFloor: 0)
            let house = try await RecoveryHouse(sources, policy: policy)
            let ended = try await incident(in: house) { $0.isClosed && $0.symptom == .missingArticles }
            #expect(ended.state == .resolved)
            #expect(try await house.changes.changes().isEmpty)
        }
    }
}
