import Activity
import ConfigurationAudit
import MediaDomain
import OrderedJSON
import ServiceSimulators
import Testing

/// The rules that need Prowlarr, on the simulators.
struct ProwlarrRulesTests {
    private func over(
        _ fault: ProwlarrFault?,
        sonarr fault2: AuditFault? = nil,
        _ body: @Sendable (AuditHouse) async throws -> Void
    ) async throws {
        let prowlarr = ProwlarrSimulator()
        let sonarr = ServarrSimulator(ready: .sonarr)
        await sonarr.addTorrents()
        await sonarr.rename(indexer: 2, to: "Kellerkino (Prowlarr)")
        if let fault2 { await sonarr.introduce(fault2) }
        try await SimulatorServer.serving(prowlarr) { _, prowlarrURL in
            try await SimulatorServer.serving(sonarr) { _, sonarrURL in
                await prowlarr.serve(.sonarr, at: sonarrURL, from: prowlarrURL)
                if let fault { await prowlarr.introduce(fault) }
                try await AuditHouse.over([
                    (.prowlarr, prowlarrURL, prowlarr.apiKey), (.sonarr, sonarrURL, sonarr.apiKey),
                ]) { try await body($0) }
            }
        }
    }

    @Test func `a Prowlarr that is set up well has no finding`() async throws {
        try await over(nil) { house in
            let run = try await house.audit.run()
            #expect(run.services.allSatisfy { $0.failure == nil })
            #expect(run.findings.filter { $0.service == ServiceID(.prowlarr) }.map(\.id) == [])
            #expect(!run.findings.contains { $0.rule == "E06" })
        }
    }

    @Test(arguments: ProwlarrFault.allCases)
    func `a fault is found by the rule of its number, alone`(fault: ProwlarrFault) async throws {
        try await over(fault) { house in
            let found = try await house.audit.run().findings.filter { $0.service == ServiceID(.prowlarr) }
            // An indexer that fails shows in Prowlarr's own health too, which the rule on health leaves to G02.
            #expect(Set(found.map(\.rule)) == [fault.rawValue])
        }
    }

    @Test func `a private tracker without seed goals is found by what Prowlarr knows of it`() async throws {
        try await over(nil, sonarr: .noSeedGoals) { house in
            let finding = try #require(try await house.audit.run().findings.first { $0.rule == "E06" })
            #expect(finding.service == ServiceID(.sonarr) && finding.title.contains("Kellerkino"))
        }
    }

    @Test(arguments: [ProwlarrFault.applicationOnlyAdded, .blockedHashesNotSynced, .fewSeeders])
    func `a finding of Prowlarr is applied, read back, and taken back`(fault: ProwlarrFault) async throws {
        try await over(fault) { house in
            let id = try #require(
                try await house.audit.run().findings.first { $0.rule == fault.rawValue }?.id
            )
            let change = try await house.audit.apply(id)
            #expect(change.state == .verified && change.undoable, "\(change.note ?? "")")
            #expect(!(try await house.audit.run().findings.contains { $0.id == id }))
            try await house.changes.undo(change.id)
            #expect(try await house.audit.run().findings.contains { $0.id == id })
        }
    }

    @Test func `a Sonarr that Prowlarr does not serve is named`() async throws {
        let prowlarr = ProwlarrSimulator()
        let sonarr = ServarrSimulator(ready: .sonarr)
        try await SimulatorServer.serving(prowlarr) { _, prowlarrURL in
            try await SimulatorServer.serving(sonarr) { _, sonarrURL in
                try await AuditHouse.over([
                    (.prowlarr, prowlarrURL, prowlarr.apiKey), (.sonarr, sonarrURL, sonarr.apiKey),
                ]) { house in
                    let finding = try #require(
                        try await house.audit.run().findings.first { $0.rule == "G01" }
                    )
                    #expect(finding.title == "Prowlarr does not serve Sonarr" && finding.fix == .guidance)
                }
            }
        }
    }
}
