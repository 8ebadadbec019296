internal import ArgumentParser
internal import AutoArrApp
internal import Connections
internal import OrderedJSON
internal import QueueRecovery
internal import Understanding

/// Lists what is wrong with downloads.
struct Incidents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at all downloads, and list what is wrong with them. Exit status 1: something is."
    )

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let incidents = try await house.withServices { app in
            guard !(await app.connections.house().isEmpty) else { throw CommandFault.nothingConnected }
            try await app.recovery.look()
            return try await app.recovery.incidents()
        }
        if house.json {
            Output.result(try JSONValue(encoding: incidents))
        } else if incidents.isEmpty {
            Output.result("nothing is wrong with the downloads")
        }
        if !house.json {
            for incident in incidents {
                Output.result("\(incident.id)  [\(incident.state.rawValue)] \(incident.title)")
                Output.result(
                    "  \(incident.service): \(incident.messageClass.rawValue) — \(incident.message)"
                )
                if let decision = incident.decision {
                    Output.result("  \(decision.action.rawValue): \(decision.reason)")
                }
            }
        }
        if !incidents.isEmpty { throw ExitStatus.no }
    }
}
