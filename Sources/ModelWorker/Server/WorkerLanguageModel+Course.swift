internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging

// The course of a worker: start, answers, the end it was meant to have, and the one it was not.
extension WorkerLanguageModel {
    /// Does what can be done now: changes the model when the old one is free, gives waiting requests to a worker.
    func advance() {
        if let next = nextEngine, running.isEmpty {
            endWorker()
            configuration.engine = next
            nextEngine = nil
            failures = 0
        }
        guard nextEngine == nil else { return }
        guard !waiting.isEmpty else {
            if running.isEmpty, worker != nil { armIdleTimer() }
            return
        }
        guard !isBackingOff else { return }
        if worker == nil, let error = start() {
            for request in waiting { request.fail(error) }
            waiting = []
            return
        }
        for var request in waiting {
            request.attempts += 1
            running[request.id] = request
            worker?.process.channel.send(WorkerCommand.request(id: request.id, request.request))
        }
        waiting = []
    }

    /// Starts a worker.
    ///
    /// - Returns: Why it could not be started; nil when it was.
    func start() -> LanguageModelError? {
        do throws(LanguageModelError) {
            try LlamaEngine.check(modelPath: configuration.engine.modelPath)
            generation += 1
            let generation = generation
            // Order has to be kept from the reading thread into the actor, hence a stream and not a task for each.
            let (replies, feed) = AsyncStream<WorkerReply>.makeStream()
            let (ends, end) = AsyncStream<String>.makeStream()
            let process = try WorkerProcess(
                executable: configuration.executable,
                arguments: configuration.arguments,
                reply: { feed.yield($0) },
                ended: { reason in
                    end.yield(reason)
                    end.finish()
                    feed.finish()
                }
            )
            process.channel.send(WorkerCommand.configure(configuration.engine))
            worker = (process, generation)
            Task { [weak self] in
                for await reply in replies { await self?.take(reply, generation: generation) }
                for await reason in ends { await self?.workerEnded(generation: generation, reason: reason) }
            }
            logger.debug("worker started", metadata: ["llm.worker.pid": "\(process.identifier)"])
            return nil
        } catch {
            return error
        }
    }

    /// Ends the worker that nothing is asked of any more.
    func endWorker() {
        idle?.cancel()
        guard let worker else { return }
        self.worker = nil
        worker.process.end()
        logger.debug("worker ended", metadata: ["llm.worker.pid": "\(worker.process.identifier)"])
    }

    /// Lets the worker end when nothing is asked for a while.
    func armIdleTimer() {
        idle?.cancel()
        guard let keepAlive = configuration.keepAlive, let generation = worker?.generation else { return }
        idle = Task { [weak self, clock] in
            do { try await clock.sleep(for: keepAlive) } catch { return }
            await self?.endIfIdle(generation)
        }
    }

    private func endIfIdle(_ generation: Int) {
        guard worker?.generation == generation, running.isEmpty, waiting.isEmpty, !Task.isCancelled else {
            return
        }
        endWorker()
    }

    private func take(_ reply: WorkerReply, generation: Int) {
        guard worker?.generation == generation else { return }
        switch reply {
        case .started(let id):
            running[id]?.isStarted = true
            running[id]?.patience?.cancel()
            return
        case .event(let id, let event):
            running[id]?.hasBegun = true
            running[id]?.continuation.yield(event)
            guard case .finished(let completion) = event else { return }
            failures = 0
            averageSeconds += (completion.seconds - averageSeconds) / 8
            running.removeValue(forKey: id)?.continuation.finish()
        case .failed(let id, let error):
            running.removeValue(forKey: id)?.fail(error)
        case .cancelled(let id):
            running.removeValue(forKey: id)?.continuation.finish(throwing: CancellationError())
        }
        advance()
    }

    private func workerEnded(generation: Int, reason: String) {
        guard worker?.generation == generation else { return }
        worker = nil
        failures += 1
        logger.warning(
            "worker broke",
            metadata: ["llm.worker.reason": "\(reason)", "llm.worker.failures": "\(failures)"]
        )
        // What nobody has seen a part of is asked once more; the rest cannot be taken back and begun again.
        var again: [WorkerRequest] = []
        for request in running.values.sorted(by: { $0.id < $1.id }) {
            if request.attempts < 2, !request.hasBegun {
                again.append(request)
            } else {
                request.fail(.engineStopped(reason: "the worker broke: \(reason)"))
            }
        }
        running = [:]
        waiting = again + waiting
        backOff()
    }

    private func backOff() {
        guard failures > 1 else { return advance() }
        isBackingOff = true
        let pause = Duration.milliseconds(min(30_000, 100 << min(failures, 9)))
        Task { [weak self, clock] in
            try? await clock.sleep(for: pause)
            await self?.endBackOff()
        }
    }

    private func endBackOff() {
        isBackingOff = false
        advance()
    }
}
