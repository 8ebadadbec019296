internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import Logging

/// Serves: the API, the page, the watch over downloads.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the page and the API (the default).")

    @Option(help: "The port; AUTOARR_PORT otherwise.")
    var port: Int?

    @Option(help: "The data directory; AUTOARR_DATA otherwise.")
    var data: String?

    func run() async throws {
        var configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        if let port { configuration.port = port }
        if let data { configuration.dataDirectory = URL(fileURLWithPath: data, isDirectory: true) }
        let logger = Output.logger(configuration.logLevel)
        try await Server.run(configuration, logger: logger) { port in
            logger.info("listening on port \(port)")
        }
    }
}
