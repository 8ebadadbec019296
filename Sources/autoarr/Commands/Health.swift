internal import ArgumentParser
internal import AutoArrApp
internal import Foundation

/// Asks the server on this machine whether it answers; for a container's health check.
struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask the server on this port whether it answers: 0 when it does, 1 when not."
    )

    func run() async throws {
        let configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        let report = await HealthProbe.ask(configuration)
        guard report.isHealthy else {
            Output.fault("autoarr: \(report.sentence)")
            throw ExitStatus.no
        }
        Output.result(report.sentence)
    }
}
