internal import ArgumentParser
internal import AutoArrApp
internal import Foundation

/// Keeps all state of the house in one file.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Write all settings, connections and the journal into one file (a tar archive, for your eyes only)."
    )

    @Argument(help: "The file to write; nothing may be there.")
    var file: String

    @Option(help: "The data directory; AUTOARR_DATA otherwise.")
    var data: String?

    func run() async throws {
        let configuration = try Configuration.ofCommand(data: data)
        try HouseBackup(dataDirectory: configuration.dataDirectory).write(
            to: URL(fileURLWithPath: file),
            now: Date()
        )
        Output.result("\(file) is written; it holds the keys of your services, so keep it safe")
    }
}

/// Puts a backup in place.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup in place of what is there; what was there is kept beside it."
    )

    @Argument(help: "A file that `backup` wrote.")
    var file: String

    @Option(help: "The data directory; AUTOARR_DATA otherwise.")
    var data: String?

    func run() async throws {
        let configuration = try Configuration.ofCommand(data: data)
        if await HealthProbe.ask(configuration).isHealthy { throw BackupError.serverRuns }
        let kept = try HouseBackup(dataDirectory: configuration.dataDirectory).restore(
            from: URL(fileURLWithPath: file),
            now: Date()
        )
        Output.result(
            "\(file) is in place" + (kept.map { "; what was there before is in \($0.path)" } ?? "")
        )
    }
}
