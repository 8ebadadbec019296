internal import CLlama
internal import Foundation
package import LanguageModels
package import Logging
internal import Synchronization

/// llama.cpp in this process: one model, one session, on a thread of its own.
///
/// The model is loaded by the first request. Requests are answered one at a time, interactive ones first; background
/// work gives way between forward passes. In the product this runs in a worker process, never in the server.
package actor LlamaEngine: LanguageModel {
    private let executor: ThreadExecutor
    private let configuration: EngineConfiguration
    private let logger: Logger
    private let queue = RequestQueue()
    private let hasSession = Flag()
    private var session: InferenceSession?

    /// An engine for a model; nothing is loaded yet.
    package init(_ configuration: EngineConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        executor = ThreadExecutor(name: "llama")
    }

    isolated deinit { session = nil }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package nonisolated func respond(
        to request: LanguageModelRequest
    ) -> AsyncThrowingStream<LanguageModelEvent, any Error> {
        respond(to: request, started: {})
    }

    /// Answers one request, and tells when its turn comes.
    package nonisolated func respond(
        to request: LanguageModelRequest,
        started: @escaping @Sendable () -> Void
    ) -> AsyncThrowingStream<LanguageModelEvent, any Error> {
        AsyncThrowingStream { continuation in
            let pending = PendingRequest(request: request, continuation: continuation, started: started)
            continuation.onTermination = { _ in pending.cancellation.cancel() }
            queue.append(pending)
            Task { await self.serve() }
        }
    }

    package nonisolated func describe() async throws -> LanguageModelDescription {
        let path = configuration.modelPath
        guard let stamp = FileStamp(path: path) else { throw LanguageModelError.noModel(path: path) }
        return LanguageModelDescription(
            name: ModelFile.name(of: path),
            path: path,
            bytes: stamp.bytes,
            isLoaded: hasSession.isSet
        )
    }

    /// Loads the model now instead of with the first request.
    ///
    /// - Throws: ``LanguageModelError``.
    package func load() throws {
        _ = try loadedSession()
    }

    /// Frees the model and gives its memory back to the system; the next request loads it again.
    package func unload() {
        session = nil
        hasSession.set(false)
        autoarr_trim_heap()
    }

    private func serve() {
        while let next = queue.next(atLeast: .background) { answer(next) }
    }

    private func answer(_ pending: PendingRequest) {
        guard !pending.cancellation.isCancelled else {
            pending.continuation.finish(throwing: CancellationError())
            return
        }
        pending.started()
        let isBackground = pending.request.priority == .background
        let control = AnswerControl(
            cancellation: pending.cancellation,
            passTokens: isBackground ? 64 : InferenceContext.batchTokens,
            giveWay: {
                guard isBackground else { return }
                while let urgent = self.queue.next(atLeast: .interactive) { self.answer(urgent) }
            }
        )
        do {
            let session = try loadedSession()
            let completion = try session.answer(pending.request, control: control) { event in
                pending.continuation.yield(event)
            }
            pending.continuation.yield(.finished(completion))
            pending.continuation.finish()
        } catch {
            pending.continuation.finish(throwing: error)
        }
    }

    private func loadedSession() throws(LanguageModelError) -> InferenceSession {
        if let session { return session }
        let started = ContinuousClock.now
        let session = try InferenceSession(configuration)
        self.session = session
        hasSession.set(true)
        logger.info(
            "model loaded",
            metadata: [
                "llm.model": "\(ModelFile.name(of: configuration.modelPath))",
                "llm.load.seconds": "\((ContinuousClock.now - started) / .seconds(1))",
            ]
        )
        return session
    }
}

/// Whether a model is loaded, for those outside the engine's thread.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set(_ newValue: Bool) { value.store(newValue, ordering: .relaxed) }
}

extension LlamaEngine {
    /// Looks at a model file without loading it.
    ///
    /// - Throws: ``LanguageModelError/noModel(path:)`` or ``LanguageModelError/unreadableModel(path:reason:)``.
    package static func check(modelPath: String) throws(LanguageModelError) {
        _ = try ModelFile(path: modelPath)
    }

    /// The SHA-256 of a model file, in lower-case hexadecimal; reads it whole.
    ///
    /// - Throws: ``LanguageModelError/noModel(path:)`` or ``LanguageModelError/unreadableModel(path:reason:)``.
    package static func sha256(ofModelAt path: String) throws(LanguageModelError) -> String {
        try ModelFile(path: path).sha256()
    }

    /// What a model file is, without loading it.
    ///
    /// - Throws: ``LanguageModelError/noModel(path:)``.
    package static func describe(
        modelPath: String,
        isLoaded: Bool
    ) throws(LanguageModelError) -> LanguageModelDescription {
        guard let stamp = FileStamp(path: modelPath) else { throw .noModel(path: modelPath) }
        return LanguageModelDescription(
            name: ModelFile.name(of: modelPath),
            path: modelPath,
            bytes: stamp.bytes,
            isLoaded: isLoaded
        )
    }
}
