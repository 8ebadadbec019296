internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import Logging

/// Runs only the stack.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run only the simulated stack, and print each service's kind, URL and key.",
        discussion: "Scenarios: household (things to find, to request, to put right), clean (nothing wrong)."
    )

    @Option(help: "household or clean.")
    var scenario = "household"

    @Option(help: "Keep everything in this directory; a temporary one otherwise.")
    var data: String?

    @Flag(help: "Print one JSON document (the default form too).")
    var json = false

    func validate() throws {
        guard ["household", "clean"].contains(scenario) else {
            throw ValidationError("--scenario: there is no scenario “\(scenario)”, only household and clean")
        }
    }

    func run() async throws {
        try await Simulation.run(
            folder: data.map { URL(fileURLWithPath: $0, isDirectory: true) },
            hasFaults: scenario == "household",
            logger: Output.logger(.warning),
            tell: { Output.result($0) }
        )
    }
}
