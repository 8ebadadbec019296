internal import LanguageModels

/// A request on its way through a worker.
struct WorkerRequest: Sendable {
    let id: Int
    let request: LanguageModelRequest
    let continuation: AsyncThrowingStream<LanguageModelEvent, any Error>.Continuation
    /// How often it was given to a worker.
    var attempts = 0
    /// Whether the engine is at it; it then may take as long as it takes.
    var isStarted = false
    /// Waits for the moment at which the request has waited too long.
    var patience: Task<Void, Never>?
    /// Whether part of the answer has been handed on; it can then not be begun again.
    var hasBegun = false

    /// Ends the answer with an error.
    func fail(_ error: LanguageModelError) {
        patience?.cancel()
        continuation.finish(throwing: error)
    }
}
