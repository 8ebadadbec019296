internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import Logging

/// What the commands that work on the house share.
struct HouseOptions: ParsableArguments {
    @Option(help: "The data directory; AUTOARR_DATA otherwise.")
    var data: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    /// Puts the program together, hands it over, and ends it again.
    func withServices<Value>(_ body: (AppServices) async throws -> Value) async throws -> Value {
        let configuration = try Configuration.ofCommand(data: data)
        let logger = Output.logger(
            ProcessInfo.processInfo.environment["LOG_LEVEL"] == nil ? .error : configuration.logLevel
        )
        let app = try await AppServices(configuration, logger: logger)
        do {
            let value = try await body(app)
            await app.shutDown()
            return value
        } catch {
            await app.shutDown()
            throw error
        }
    }
}

extension Configuration {
    /// The configuration of the environment, with the data directory that a command was given.
    ///
    /// - Throws: `ConfigurationError`.
    static func ofCommand(data: String?) throws -> Configuration {
        var configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        if let data { configuration.dataDirectory = URL(fileURLWithPath: data, isDirectory: true) }
        return configuration
    }
}
