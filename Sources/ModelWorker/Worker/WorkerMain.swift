internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging
internal import Synchronization

/// The life of a worker process: it answers what comes over its socket until the other end is gone.
package enum WorkerMain {
    /// Runs the worker.
    ///
    /// The process becomes the first that the kernel ends when memory runs out, and gives way to others on the
    /// processor: the neighbours on this machine matter more than an answer.
    ///
    /// - Parameter fileDescriptor: The worker's end of the socket, as inherited.
    package static func run(fileDescriptor: Int32) async {
        becomeModest()
        // The first line of a process: nobody could hand it a logger. Standard output belongs to results.
        var logger = Logger(label: "worker", factory: StreamLogHandler.standardError(label:))
        logger.logLevel =
            ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .info
        await serve(FrameChannel(descriptor: fileDescriptor), logger: logger) { exit(0) }
    }

    /// Answers what comes over a channel.
    ///
    /// - Parameters:
    ///   - channel: The socket to the server.
    ///   - logger: Where the worker tells what it does.
    ///   - whenGone: Called on the reading thread as soon as the other end is gone, also in the middle of an answer
    ///     that nobody waits for any more.
    static func serve(
        _ channel: FrameChannel,
        logger: Logger,
        whenGone: @escaping @Sendable () -> Void = {}
    ) async {
        let (commands, continuation) = AsyncStream<WorkerCommand>.makeStream()
        Thread {
            while let command = channel.receive(WorkerCommand.self) { continuation.yield(command) }
            continuation.finish()
            whenGone()
        }.start()
        var engine: LlamaEngine?
        let answers = RunningAnswers()
        for await command in commands {
            switch command {
            case .configure(let configuration):
                engine = LlamaEngine(configuration, logger: logger)
            case .load:
                if let engine { Task { try? await engine.load() } }
            case .cancel(let id):
                answers.cancel(id)
            case .request(let id, let request):
                guard let engine else {
                    channel.send(WorkerReply.failed(id: id, .engineStopped(reason: "no model was named")))
                    continue
                }
                answers.start(id) { await answer(id, request, with: engine, over: channel) }
            }
        }
        answers.cancelAll()
    }

    private static func answer(
        _ id: Int,
        _ request: LanguageModelRequest,
        with engine: LlamaEngine,
        over channel: FrameChannel
    ) async {
        do {
            let events = engine.respond(to: request) { channel.send(WorkerReply.started(id: id)) }
            for try await event in events {
                channel.send(WorkerReply.event(id: id, event))
            }
            if Task.isCancelled { channel.send(WorkerReply.cancelled(id: id)) }
        } catch let error as LanguageModelError {
            channel.send(WorkerReply.failed(id: id, error))
        } catch {
            channel.send(WorkerReply.cancelled(id: id))
        }
    }

    private static func becomeModest() {
        // Both can be forbidden in a container; the worker then runs as it is.
        try? Data("700".utf8).write(to: URL(filePath: "/proc/self/oom_score_adj"))
        _ = nice(10)
    }
}

/// The answers in work, by the number of their request.
private final class RunningAnswers: Sendable {
    private let tasks = Mutex<[Int: Task<Void, Never>]>([:])

    func start(_ id: Int, _ body: @escaping @Sendable () async -> Void) {
        tasks.withLock { tasks in
            tasks[id] = Task {
                await body()
                self.tasks.withLock { $0[id] = nil }
            }
        }
    }

    func cancel(_ id: Int) { tasks.withLock { $0[id]?.cancel() } }

    func cancelAll() { tasks.withLock { tasks in tasks.values.forEach { $0.cancel() } } }
}
