import Activity
import Foundation
import MediaDomain
import OrderedJSON
import QueueRecovery
import Synchronization
import Testing

/// The rules of waiting, budgets and outages, over sources of values and a clock that is turned by hand.
struct PlannerTests {
    private final class Radarr: Sendable {
        private let state: Mutex<(downloads: [ArrDownload], calls: [ArrSource.Action])>
        init(_ downloads: [ArrDownload]) { state = Mutex((downloads, [])) }
        var calls: [ArrSource.Action] { state.withLock { $0.calls } }
        func show(_ downloads: [ArrDownload]) { state.withLock { $0.downloads = downloads } }

        var source: ArrSource {
            ArrSource(
                id: ServiceID(.radarr),
                kind: .radarr,
                read: { ArrState(arr: ServiceID(.radarr), downloads: self.state.withLock { $0.downloads }) },
                history: { id in
                    let found = self.state.withLock { $0.downloads.first { $0.downloadID == id } }
                    return ArrHistory(wasGrabbed: true, itemID: found?.itemID, title: found?.title ?? "")
                },
                blocked: { _, _ in self.calls.isEmpty ? nil : 1 },
                perform: { action in self.state.withLock { $0.calls.append(action) } }
            )
        }
    }

    private func failed(_ number: Int, tags: [String] = []) -> (ClientJob, ArrDownload) {
        let job = ClientJob(
            id: "job\(number)",
            client: ServiceID(.sabnzbd),
            name: "Film.\(number).2020.1080p",
            stage: .failed,
            message: "Aborted, cannot be completed"
        )
        let row = ArrDownload(
            arr: ServiceID(.radarr),
            rows: [number],
            downloadID: job.id,
            title: job.name,
            itemID: number,
            tags: tags
        )
        return (job, row)
    }

    private func house(
        _ jobs: [(ClientJob, ArrDownload)],
        policy: RecoveryPolicy,
        client: ClientState? = nil
    ) async throws -> (RecoveryHouse, Radarr) {
        let radarr = Radarr(jobs.map(\.1))
        let state =
            client ?? ClientState(client: ServiceID(.sabnzbd), history: jobs.map(\.0), usableServers: 1)
        let sabnzbd = DownloadSource(
            id: ServiceID(.sabnzbd),
            kind: .sabnzbd,
            read: { state },
            perform: { _ in }
        )
        let sources = RecoverySources(clients: [sabnzbd], arrs: [radarr.source])
        let clock = HandClock(Date(timeIntervalSince1970: 1_800_000_000))
        return (try await RecoveryHouse(sources, policy: policy, clock: clock), radarr)
    }

    private let policy = RecoveryPolicy(mode: .actSafe, reaction: 0)

    @Test func `the wait between attempts doubles up to an hour`() {
        #expect(
            (1...8).map { RecoveryPolicy.backOff(after: $0) } == [60, 120, 240, 480, 960, 1920, 3600, 3600]
        )
    }

    @Test func `a protected title is never touched`() async throws {
        let (house, radarr) = try await house([failed(1, tags: ["autoarr-keep"])], policy: policy)
        try await house.recovery.look()
        #expect(radarr.calls.isEmpty)
        let incident = try #require(try await house.recovery.incidents().first)
        #expect(incident.decision?.action == .notice)
        #expect(incident.decision?.gates.first { $0.id == "g4" }?.isOpen == false)
        await #expect(throws: RecoveryError.self) {
            try await house.recovery.act(incident.id, action: .replace)
        }
    }

    @Test func `many failures at once are an outage, and nothing is blocked`() async throws {
        let (house, radarr) = try await house((1...8).map { failed($0) }, policy: policy)
        try await house.recovery.look()
        #expect(radarr.calls.isEmpty)
        let decisions = try await house.recovery.incidents().compactMap(\.decision)
        #expect(decisions.count == 8 && decisions.allSatisfy { $0.action == .notice })
    }

    @Test func `the application gets its time to react before it is told`() async throws {
        let (house, radarr) = try await house(
            [failed(1)],
            policy: RecoveryPolicy(mode: .actSafe, reaction: 120)
        )
        try await house.recovery.look()
        #expect(radarr.calls.isEmpty)
        house.clock.advance(121)
        try await house.recovery.look()
        #expect(radarr.calls == [.remove(rows: [1], fromClient: true, blocklist: true, searchAgain: true)])
    }

    @Test func `after three tries without effect a person is asked, and the count survives a restart`()
        async throws
    {
        let (house, radarr) = try await house([failed(1)], policy: policy)
        var searches = 0
        for _ in 0..<400 {
            try await house.recovery.look()
            house.clock.advance(60)
            searches = radarr.calls.count
            if try await house.recovery.incidents().first?.state == .asking { break }
        }
        let incident = try #require(try await house.recovery.incidents().first)
        #expect(incident.state == .asking)
        #expect(searches <= 3)
        let again = try await RecoveryHouse(
            RecoverySources(clients: [], arrs: [radarr.source]),
            policy: policy,
            database: house.database,
            clock: house.clock
        )
        #expect(try await again.recovery.incidents().first?.id == incident.id)
        #expect(
            try await again.recovery.decisions(matching: DecisionQuery(executedOnly: true)).count == searches
        )
    }

    @Test func `an application that marks a failure and stops there is told to block it`() async throws {
        let (job, row) = failed(1)
        let stuck = ArrDownload(
            arr: row.arr,
            rows: row.rows,
            downloadID: row.downloadID,
            title: row.title,
            state: "failedPending",
            itemID: row.itemID
        )
        let (house, radarr) = try await house([(job, stuck)], policy: policy)
        try await house.recovery.look()
        #expect(radarr.calls.isEmpty)
        house.clock.advance(16 * 60)
        // Each try after the first waits a little longer.
        for _ in 0..<5 where radarr.calls.isEmpty {
            try await house.recovery.look()
            house.clock.advance(60)
        }
        guard case .remove = try #require(radarr.calls.first) else {
            Issue.record("not removed: \(radarr.calls)")
            return
        }
    }

    @Test func `a client without a news server that answers blames no release`() async throws {
        let (job, row) = failed(1)
        let state = ClientState(
            client: ServiceID(.sabnzbd),
            history: [job],
            complaints: ["Failed login for server news.example.org [481 Authentication failed]"],
            usableServers: 0
        )
        let (house, radarr) = try await house([(job, row)], policy: policy, client: state)
        try await house.recovery.look()
        #expect(radarr.calls.isEmpty)
        let symptoms = try await house.recovery.incidents().map(\.symptom)
        #expect(Set(symptoms) == [.missingArticles, .newsServer])
    }

    @Test func `a season pack is one download`() {
        let rows = ArrDownload(
            arr: ServiceID(.sonarr),
            rows: [1, 2, 3],
            downloadID: "job1",
            title: "Show.S01",
            itemID: 7,
            episodes: [11, 12, 13]
        )
        let job = ClientJob(
            id: "job1",
            client: ServiceID(.sabnzbd),
            name: "Show.S01",
            stage: .downloading,
            bytes: 100,
            bytesLeft: 25
        )
        let joined = Download.joined(
            clients: [ClientState(client: ServiceID(.sabnzbd), queue: [job])],
            arrs: [ArrState(arr: ServiceID(.sonarr), downloads: [rows])]
        )
        #expect(joined.count == 1)
        #expect(joined.first?.progress == 0.75)
    }
}
