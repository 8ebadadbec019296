internal import ArgumentParser
internal import ModelWorker

/// The process in which a model runs; the server starts it by itself.
struct Worker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the model for a server; started by it, not by hand.",
        shouldDisplay: false
    )

    @Option(help: "The inherited socket.")
    var fd: Int32

    func run() async throws {
        await WorkerMain.run(fileDescriptor: fd)
    }
}
