import Activity
import MediaDomain
import QueueRecovery
import ServiceSimulators
import Testing

struct StagedSymptomTests {
    /// What a symptom must lead to under act-all, when Radarr shows it in its queue.
    static let expected: [(RecoverySymptom, Symptom, Set<RecoveryAction>)] = [
        (.missingArticles, .missingArticles, [.leaveToArr, .replace, .wait, .search]),
        (.damaged, .damaged, [.leaveToArr, .replace, .wait, .search]),
        (.encrypted, .encrypted, [.leaveToArr, .replace, .wait, .search]),
        (.dangerousFile, .unwantedFile, [.replace]),
        (.noFreeSpace, .diskFull, [.notice]),
        (.pathNotAccessible, .pathOrPermission, [.notice]),
        (.matchedByID, .titleMismatch, [.ask]),
        (.unparseable, .unparseable, [.ask]),
        (.noFilesEligible, .nothingToImport, [.ask]),
        (.sample, .sample, [.ask]),
        (.notAnUpgrade, .notAnUpgrade, [.drop]),
        (.notInGrabbedRelease, .mislabelled, [.ask]),
        (.titleToBeAnnounced, .metadataLag, [.wait]),
        (.noAudioTracks, .noAudio, [.ask]),
        (.fileLocked, .stillBusy, [.wait]),
        (.clientUnavailable, .clientUnavailable, [.notice]),
    ]

    private func withIncident(
        of symptom: RecoverySymptom,
        policy: RecoveryPolicy,
        looks: Int = 1,
        _ body: @escaping @Sendable (RecoveryHouse, [Incident], ServarrSimulator) async throws -> Void
    ) async throws {
        let radarr = ServarrSimulator(ready: .radarr, pace: .manual)
        let film = try #require(await radarr.addMovie(tmdb: 419430))
        await radarr.stage(symptom, for: film)
        try await SimulatorServer.serving(radarr) { _, url in
            try await RecoveryHouse.over([(.radarr, url, radarr.apiKey)]) { sources in
                let house = try await RecoveryHouse(sources, policy: policy)
                for _ in 0..<looks { try await house.recovery.look() }
                try await body(house, try await house.recovery.incidents(includingClosed: true), radarr)
            }
        }
    }

    @Test(arguments: expected)
    func `a symptom in Radarr's queue is named and decided by its ladder`(
        staged: RecoverySymptom,
        symptom: Symptom,
        actions: Set<RecoveryAction>
    ) async throws {
        try await withIncident(of: staged, policy: RecoveryPolicy(mode: .actAll, reaction: 0)) {
            _,
            incidents,
            _ in
            let incident = try #require(incidents.first)
            #expect(incident.symptom == symptom, "\(incident.message)")
            let action = try #require(incident.decision?.action)
            #expect(actions.contains(action), "\(action): \(incident.decision?.reason ?? "")")
        }
    }

    @Test(arguments: [RecoverySymptom.queued, .pausedByHand, .delayed, .importPending])
    func `what only waits is never a problem`(staged: RecoverySymptom) async throws {
        try await withIncident(of: staged, policy: RecoveryPolicy(mode: .actAll, reaction: 0)) {
            _,
            incidents,
            _ in
            #expect(incidents.isEmpty)
        }
    }

    @Test(arguments: [RecoverySymptom.noFreeSpace, .pathNotAccessible])
    func `a fault of the house never blocks a release, whoever asks`(staged: RecoverySymptom) async throws {
        try await withIncident(of: staged, policy: RecoveryPolicy(mode: .actAll, reaction: 0), looks: 3) {
            house,
            incidents,
            _ in
            let incident = try #require(incidents.first)
            #expect(incident.decision?.alternatives.contains(.replace) == false)
            await #expect(throws: RecoveryError.self) {
                try await house.recovery.act(incident.id, action: .replace)
            }
            #expect(try await house.changes.changes().isEmpty)
        }
    }

    @Test func `looking again and again acts once and tells once`() async throws {
        try await withIncident(
            of: .dangerousFile,
            policy: RecoveryPolicy(mode: .actAll, reaction: 0),
            looks: 4
        ) {
            house,
            incidents,
            _ in
            #expect(incidents.count == 1)
            let correlation = try #require(incidents.first?.correlation)
            let kinds = try await house.course(correlation).map(\.kind)
            #expect(kinds.filter { $0 == "incident.detected" }.count == 1)
            #expect(kinds.filter { $0 == "change.planned" }.count == 1)
        }
    }

    @Test(arguments: [OperatingMode.observe, .suggest])
    func `without leave nothing is written`(mode: OperatingMode) async throws {
        try await withIncident(of: .dangerousFile, policy: RecoveryPolicy(mode: mode, reaction: 0), looks: 2)
        {
            house,
            incidents,
            _ in
            #expect(incidents.first?.decision?.action == .replace)
            #expect(incidents.first?.decision?.isAutomatic == false)
            #expect(try await house.changes.changes().isEmpty)
            let id = try #require(incidents.first?.id)
            let record = try await house.recovery.act(id)
            #expect(record.wasExecuted)
            #expect(try await house.changes.changes().map(\.state) == [.verified])
        }
    }
}
