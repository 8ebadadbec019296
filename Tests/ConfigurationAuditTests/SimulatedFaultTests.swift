import Activity
import ConfigurationAudit
import MediaDomain
import OrderedJSON
import ServiceSimulators
import Testing

struct SimulatedFaultTests {
    /// Faults for which there is no rule yet, or that only a second arr, a library or another service reveals.
    private static let elsewhere: Set<AuditFault> = [
        .developmentBranch, .keepsEmptyFolders, .forgetsDeleted, .scriptImport, .folderWithoutYear,
        .anyProfileUsed, .earlyAvailability, .noSeedGoals, .sharedCategory, .noMediaServerNotified,
        .unknownCategory, .downloadsInsideLibrary, .noMinimumAge, .nestedRootFolders,
    ]

    /// Faults that matter only beside something that the plain simulated house lacks, such as a torrent client.
    ///
    /// Their rules are not proven by this test.
    private static let conditional: Set<AuditFault> = [
        .healthWarning, .clientOnLoopback, .noHardlinks, .propersFightScores, .noSeasonFolder,
        .negativeMinimumScore,
        .fewSeeders, .blocklistedHashesGrabbed, .indexerTwice, .listWithUnknownFolder,
    ]

    private func findings(
        of application: ServarrApplication,
        with fault: AuditFault?
    ) async throws -> [Finding] {
        let simulator = ServarrSimulator(ready: application)
        if let fault { await simulator.introduce(fault) }
        return try await SimulatorServer.serving(simulator) { _, url in
            var found: [Finding] = []
            let kind: ServiceKind = application == .radarr ? .radarr : .sonarr
            try await AuditHouse.over([(kind, url, simulator.apiKey)]) { house in
                found = try await house.audit.run().findings
            }
            return found
        }
    }

    @Test(arguments: AuditFault.allCases.filter { !elsewhere.contains($0) && !conditional.contains($0) })
    func `a fault of Sonarr or Radarr is found by the rule of its number`(fault: AuditFault) async throws {
        var rules: Set<String> = []
        for application in [ServarrApplication.radarr, .sonarr] {
            rules.formUnion(try await findings(of: application, with: fault).map(\.rule))
        }
        #expect(rules.contains(fault.rawValue), "found only \(rules.sorted())")
    }

    @Test(arguments: SABnzbdFault.allCases)
    func `a fault of SABnzbd is found by the rule of its number`(fault: SABnzbdFault) async throws {
        let simulator = SABnzbdSimulator(posts: PostOffice())
        try await SimulatorServer.serving(simulator) { _, url in
            try await fault.introduce(at: url, apiKey: simulator.apiKey)
            try await AuditHouse.over([(.sabnzbd, url, simulator.apiKey)]) { house in
                let rules = Set(try await house.audit.run().findings.map(\.rule))
                // A news server on loopback is a tunnel: encryption there protects nothing. A server that is switched
                // off is not yet found in the simulator.
                if ![.plainNNTP, .certificatesNotChecked, .noLogin, .serverDisabled].contains(fault) {
                    #expect(rules.contains(fault.rawValue), "found only \(rules.sorted())")
                }
            }
        }
    }

    @Test func `one service down costs the others nothing and is named`() async throws {
        let simulator = ServarrSimulator(ready: .radarr)
        await simulator.introduce(.noCompletedHandling)
        try await SimulatorServer.serving(simulator) { _, url in
            try await AuditHouse.over([
                (.radarr, url, simulator.apiKey), (.sonarr, "http://127.0.0.1:9", "x"),
            ]) {
                house in
                let run = try await house.audit.run()
                #expect(run.services.first { $0.service == ServiceID(.sonarr) }?.failure != nil)
                #expect(run.services.first { $0.service == ServiceID(.radarr) }?.failure == nil)
                #expect(run.findings.contains { $0.rule == "B01" })
            }
        }
    }

    @Test func `a finding of Radarr is applied, read back, and taken back`() async throws {
        let simulator = ServarrSimulator(ready: .radarr)
        await simulator.introduce(.noCompletedHandling)
        try await SimulatorServer.serving(simulator) { _, url in
            try await AuditHouse.over([(.radarr, url, simulator.apiKey)]) { house in
                let before = try await house.audit.run()
                let id = try #require(before.findings.first { $0.rule == "B01" }?.id)
                #expect(try await house.audit.preview(id).lines.map(\.after) == [true])
                let change = try await house.audit.apply(id)
                #expect(change.state == .verified && change.undoable, "\(change.note ?? "")")
                let after = try await house.audit.run()
                #expect(!after.findings.contains { $0.id == id })
                #expect(after.score > before.score)
                try await house.changes.undo(change.id)
                #expect(try await house.audit.run().findings.contains { $0.id == id })
            }
        }
    }

    @Test func `an accepted finding no longer counts`() async throws {
        let simulator = ServarrSimulator(ready: .sonarr)
        await simulator.introduce(.noRssSync)
        try await SimulatorServer.serving(simulator) { _, url in
            try await AuditHouse.over([(.sonarr, url, simulator.apiKey)]) { house in
                let id = try #require(try await house.audit.run().findings.first { $0.rule == "E03" }?.id)
                try await house.audit.setAccepted(true, finding: id)
                let run = try await house.audit.run()
                #expect(!run.findings.contains { $0.id == id } && run.accepted == 1)
                await #expect(throws: AuditError.unknownFinding(id: "Z99.nobody")) {
                    try await house.audit.apply("Z99.nobody")
                }
            }
        }
    }

    @Test func `no key or password is in any finding`() async throws {
        let simulator = ServarrSimulator(ready: .radarr)
        for fault in AuditFault.allCases { await simulator.introduce(fault) }
        try await SimulatorServer.serving(simulator) { _, url in
            try await AuditHouse.over([(.radarr, url, simulator.apiKey)]) { house in
                let text = try JSONValue(encoding: try await house.audit.run()).text()
                #expect(!text.contains(simulator.apiKey) && !text.contains("abc123"))
            }
        }
    }
}
