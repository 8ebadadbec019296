internal import MediaDomain

/// One rule of the analysis: what it reads, and what it finds in it.
struct AuditRule: Sendable {
    /// A document of some services.
    struct Reading: Sendable, Hashable {
        let kinds: Set<ServiceKind>
        let document: String

        init(_ kinds: Set<ServiceKind>, _ document: String) {
            self.kinds = kinds
            self.document = document
        }
    }

    /// The number by which the rule is known: `C15`.
    let id: String
    /// How much a finding matters.
    let severity: Severity
    /// The documents that it reads.
    let reads: [Reading]
    /// What it finds; nothing where a document or a field is missing.
    let evaluate: @Sendable (ConfigurationSnapshot) -> [Finding]
}

extension AuditRule {
    /// All rules, by their number.
    static let all: [AuditRule] =
        (security + clients + crossClients + files + naming + quality + indexers + libraries + sabnzbdSafety
        + sabnzbdFolders + sabnzbdJobs + sabnzbdServers + sabnzbdState + prowlarr + houseRules).sorted {
            $0.id < $1.id
        }

    /// The documents that the rules read of a kind of service.
    static func documents(of kind: ServiceKind) -> [String] {
        var seen: Set<String> = []
        return all.flatMap(\.reads)
            .filter { $0.kinds.contains(kind) && seen.insert($0.document).inserted }
            .map(\.document)
    }

    /// A rule that looks at each service of some kinds by itself.
    static func each(
        _ id: String,
        _ severity: Severity,
        of kinds: Set<ServiceKind>,
        reading documents: [String],
        _ check: @escaping @Sendable (RuleSubject) -> [Finding]
    ) -> AuditRule {
        AuditRule(
            id: id,
            severity: severity,
            reads: documents.map { Reading(kinds, $0) },
            evaluate: { snapshot in
                snapshot.services(kinds).flatMap { service in
                    check(RuleSubject(rule: id, severity: severity, service: service, snapshot: snapshot))
                }
            }
        )
    }
}
