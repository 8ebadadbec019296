internal import ArgumentParser
internal import AutoArrApp
internal import ConfigurationAudit
internal import Connections
internal import MediaDomain
internal import OrderedJSON

/// Analyses the settings of the house.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Analyse the settings of all connected services.",
        discussion:
            "Exit status 0: nothing of weight; 1: findings that are high or worse; 2: it could not run."
    )

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let run = try await house.withServices { app in
            guard !(await app.connections.house().isEmpty) else { throw CommandFault.nothingConnected }
            return try await app.audit.run()
        }
        if house.json {
            Output.result(try JSONValue(encoding: run))
        } else {
            Output.result(Self.text(run))
        }
        guard run.services.contains(where: { $0.failure == nil }) else { throw ExitStatus.wrongUse }
        if run.findings.contains(where: { $0.severity <= .high }) { throw ExitStatus.no }
    }

    private static func text(_ run: AuditRun) -> String {
        var lines = ["score \(run.score) of 100, \(run.findings.count) findings"]
        for service in run.services {
            lines.append("  \(service.service): \(service.failure ?? "looked at")")
        }
        for finding in run.findings {
            lines.append("")
            lines.append("[\(finding.severity.rawValue)] \(finding.id)  \(finding.title)")
            lines.append("  now: \(finding.current)")
            lines.append("  good: \(finding.good)")
            lines.append("  why: \(finding.why)")
            switch finding.fix {
            case .automatic: lines.append("  autoarr apply \(finding.id)")
            case .asks: lines.append("  autoarr apply \(finding.id)   (look at it first: --dry-run)")
            case .guidance: break
            }
        }
        return lines.joined(separator: "\n")
    }
}
