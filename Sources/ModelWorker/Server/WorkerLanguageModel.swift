internal import Foundation
package import LanguageModels
internal import LlamaEngine
package import Logging

/// A model in a process of its own: started when something is asked, ended when nothing was for a while.
///
/// The weights never enter the server's memory, what they took returns to the system with the process, and whatever
/// goes wrong inside the engine costs at most the requests that it was answering.
package actor WorkerLanguageModel: LanguageModel {
    var configuration: WorkerConfiguration
    /// The model that is used once the answers in work are done.
    var nextEngine: EngineConfiguration?
    var worker: (process: WorkerProcess, generation: Int)?
    var generation = 0
    /// Requests that are not yet with a worker, in order of arrival.
    var waiting: [WorkerRequest] = []
    /// Requests that are with the worker, by number.
    var running: [Int: WorkerRequest] = [:]
    /// Starts that failed, or workers that broke, one after another.
    var failures = 0
    var isBackingOff = false
    var idle: Task<Void, Never>?
    /// How long an answer took lately, in seconds.
    var averageSeconds = 5.0

    let clock: any Clock<Duration>
    let logger: Logger
    private var nextID = 0

    /// A model behind a worker; nothing is started yet.
    package init(
        _ configuration: WorkerConfiguration,
        logger: Logger,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.configuration = configuration
        self.logger = logger
        self.clock = clock
    }

    deinit {
        idle?.cancel()
        worker?.process.end()
    }

    package nonisolated func respond(
        to request: LanguageModelRequest
    ) -> AsyncThrowingStream<LanguageModelEvent, any Error> {
        AsyncThrowingStream { continuation in
            Task { await self.submit(request, continuation) }
        }
    }

    package func describe() async throws -> LanguageModelDescription {
        let engine = nextEngine ?? configuration.engine
        return try LlamaEngine.describe(
            modelPath: engine.modelPath,
            isLoaded: worker != nil && nextEngine == nil
        )
    }

    /// Changes the model: requests from now on use the new one, those in work are finished with the old one.
    ///
    /// - Throws: ``LanguageModelError/noModel(path:)`` or ``LanguageModelError/unreadableModel(path:reason:)``, and the
    ///   old model stays.
    package func use(modelPath: String) throws {
        try LlamaEngine.check(modelPath: modelPath)
        var engine = nextEngine ?? configuration.engine
        engine.modelPath = modelPath
        nextEngine = engine
        logger.info("model changes", metadata: ["llm.model": "\(modelPath)"])
        advance()
    }

    /// Starts the worker and loads the model before anything is asked.
    package func prewarm() {
        guard worker == nil, waiting.isEmpty, nextEngine == nil, !isBackingOff else { return }
        guard start() == nil else { return }
        worker?.process.channel.send(WorkerCommand.load)
        armIdleTimer()
    }

    /// Ends the worker now; what is in work is answered with an error.
    package func shutDown() {
        endWorker()
        for request in running.values { request.fail(.engineStopped(reason: "the server ends")) }
        for request in waiting { request.fail(.engineStopped(reason: "the server ends")) }
        running = [:]
        waiting = []
    }

    /// The worker's process number, where one runs.
    package var workerIdentifier: Int32? { worker?.process.identifier }

    private func submit(
        _ request: LanguageModelRequest,
        _ continuation: AsyncThrowingStream<LanguageModelEvent, any Error>.Continuation
    ) {
        let load = waiting.count + running.count
        guard load < configuration.queueLimit else {
            continuation.finish(throwing: LanguageModelError.busy(seconds: averageSeconds * Double(load)))
            return
        }
        nextID += 1
        let id = nextID
        var pending = WorkerRequest(id: id, request: request, continuation: continuation)
        pending.patience = patience(for: id)
        waiting.append(pending)
        continuation.onTermination = { [weak self] reason in
            guard case .cancelled = reason else { return }
            Task { await self?.cancel(id) }
        }
        idle?.cancel()
        advance()
    }

    /// Tells a request whose turn does not come in time that the model is busy.
    private func patience(for id: Int) -> Task<Void, Never> {
        let deadline = configuration.queueDeadline
        return Task { [weak self, clock] in
            do { try await clock.sleep(for: deadline) } catch { return }
            await self?.giveUpWaiting(id)
        }
    }

    private func giveUpWaiting(_ id: Int) {
        let load = Double(waiting.count + running.count)
        let busy = LanguageModelError.busy(seconds: averageSeconds * load)
        if let place = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: place).fail(busy)
            advance()
        } else if let request = running[id], !request.isStarted {
            worker?.process.channel.send(WorkerCommand.cancel(id: id))
            request.fail(busy)
        }
    }

    private func cancel(_ id: Int) {
        if let place = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: place)
            advance()
        } else if running[id] != nil {
            worker?.process.channel.send(WorkerCommand.cancel(id: id))
        }
    }
}
