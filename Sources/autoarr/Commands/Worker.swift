internal import ArgumentParser
internal import ModelWorker

/// The process in which a model runs; the server starts it by itself.
struct Worker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the model for a server; started by it, not by hand.",
        shouldDisplay: false
    )

    @Option(help: "The inherited socket.")
    var fd: Int32?

    @Option(help: "Measure this model instead, and print figures as JSON.")
    var bench: String?

    @Flag(
        help: "When measuring: answer requests from standard input, one a line as JSON, each with its time."
    )
    var lines = false

    @Option(help: "When measuring: where the state of shared prompt parts is kept.")
    var state: String?

    @Option(help: "How many threads compute.")
    var threads = 2

    @Option(help: "How many tokens are written when measuring.")
    var tokens = 64

    func validate() throws {
        guard (fd == nil) != (bench == nil) else {
            throw ValidationError("name a socket or a model to measure")
        }
    }

    func run() async throws {
        if let fd { await WorkerMain.run(fileDescriptor: fd) }
        guard let bench else { return }
        if lines {
            try await WorkerMain.answerLines(modelPath: bench, threads: threads, statePath: state) {
                Output.result($0)
            }
            return
        }
        Output.result(try await WorkerMain.benchmark(modelPath: bench, threads: threads, tokens: tokens))
    }
}
