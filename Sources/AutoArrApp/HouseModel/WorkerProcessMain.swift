internal import Logging
internal import ModelWorker

/// What the child process runs.
package enum WorkerProcessMain {
    /// Answers requests over the socket until the server closes it.
    package static func run(fileDescriptor: Int32) async {
        await WorkerMain.run(fileDescriptor: fileDescriptor, logger: Logger(label: "worker"))
    }
}
