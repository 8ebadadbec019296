internal import ArgumentParser
internal import AutoArrApp
internal import MediaDomain
internal import OrderedJSON
internal import QueueRecovery

/// Decides about one incident, and does it unless this is a dry run.
struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide about one incident under the policy, and do it."
    )

    @Argument(help: "The incident's id, as `autoarr incidents` prints it.")
    var id: String

    @Flag(help: "Only say what would be done, and why.")
    var dryRun = false

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let decision = try await house.withServices { app in
            let decision = try await app.recovery.decide(id)
            if !dryRun { _ = try await app.recovery.act(id, action: decision.action) }
            return decision
        }
        if house.json {
            Output.result(try JSONValue(encoding: decision))
            return
        }
        Output.result("\(decision.action.rawValue): \(decision.reason)")
        for gate in decision.gates {
            Output.result(
                "  \(gate.isOpen ? "passed" : "closed") \(gate.id): \(gate.question) \(gate.evidence)"
            )
        }
        if !decision.alternatives.isEmpty {
            Output.result("  otherwise: " + decision.alternatives.map(\.rawValue).joined(separator: ", "))
        }
        if dryRun { Output.result("not done, this is a dry run") }
    }
}
