internal import LanguageModels

/// A request on its way through a worker.
struct WorkerRequest: Sendable {
    let id: Int
    let request: LanguageModelRequest
    let continuation: AsyncThrowingStream<LanguageModelEvent, any Error>.Continuation
    /// How often it was given to a worker.
    var attempts = 0
    /// Whether part of the answer has been handed on; it can then not be begun again.
    var hasBegun = false

    /// Ends the answer with an error.
    func fail(_ error: LanguageModelError) { continuation.finish(throwing: error) }
}
