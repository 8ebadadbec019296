internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import Logging

/// Serves beside a stack to try things with.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve beside a stack of its own, with things to find, to request and to put right."
    )

    @Option(help: "The port; AUTOARR_PORT otherwise.")
    var port: Int?

    @Option(help: "Keep everything in this directory; a temporary one otherwise.")
    var data: String?

    func run() async throws {
        var configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        if let port { configuration.port = port }
        if ProcessInfo.processInfo.environment["AUTOARR_BIND"] == nil { configuration.bind = "127.0.0.1" }
        let level =
            ProcessInfo.processInfo.environment["LOG_LEVEL"] == nil ? .warning : configuration.logLevel
        try await AutoArrApp.Demo.run(
            configuration,
            data: data.map { URL(fileURLWithPath: $0, isDirectory: true) },
            logger: Output.logger(level),
            tell: { Output.fault("autoarr: " + $0) }
        )
    }
}
