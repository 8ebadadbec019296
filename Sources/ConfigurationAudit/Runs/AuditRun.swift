package import Foundation
package import MediaDomain

/// One analysis of the house.
package struct AuditRun: Sendable, Hashable, Codable, Identifiable {
    /// How one service took part.
    package struct Participant: Sendable, Hashable, Codable {
        /// The instance.
        package let service: ServiceID
        /// The application.
        package let kind: ServiceKind
        /// Why it could not be looked at; nil when it was.
        package let failure: String?
    }

    /// The place among the runs, rising; 0 until stored.
    package var id: Int64
    /// When.
    package let time: Date
    /// 100 when nothing is left to do; each finding takes off by its severity, never below 0.
    package let score: Int
    /// What was found, what matters most first; accepted ones are not among them.
    package let findings: [Finding]
    /// How many findings were left out because the user accepts them.
    package let accepted: Int
    /// Who took part, those that did not answer too.
    package let services: [Participant]

    /// The run of a snapshot: every rule over what answered, nothing of what is missing.
    ///
    /// Findings that the user accepts as they are, by their ids, are left out.
    package init(of snapshot: ConfigurationSnapshot, accepted: Set<String>) {
        let all = AuditRule.all.flatMap { $0.evaluate(snapshot) }
        var seen: Set<String> = []
        let found = all.filter { seen.insert($0.id).inserted }
        findings = found.filter { !accepted.contains($0.id) }
            .sorted { ($0.severity, $0.service, $0.id) < ($1.severity, $1.service, $1.id) }
        self.accepted = found.count - findings.count
        id = 0
        time = snapshot.time
        score = max(0, 100 - findings.map(\.severity.cost).reduce(0, +))
        services = snapshot.services.map {
            Participant(service: $0.id, kind: $0.kind, failure: $0.failure)
        }
    }
}

extension AuditRun {
    /// The number of rules that the analysis knows.
    package static var ruleCount: Int { Set(AuditRule.all.map(\.id)).count }
}
