internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import OrderedJSON

/// Looks at everything that the program depends on.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at machine, memory, models, data directory and connections, and say what to do."
    )

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() async throws {
        let configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        let results = MachineChecks.run(configuration)
        if json {
            Output.result(.array(results.map(\.json)))
        } else {
            for result in results { Output.result(result.text) }
        }
        if results.contains(where: { $0.level == .error }) { throw ExitStatus.no }
    }
}
