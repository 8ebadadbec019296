internal import LanguageModels
internal import Synchronization

/// A request with those who wait for its answer.
struct PendingRequest: Sendable {
    let request: LanguageModelRequest
    let continuation: AsyncThrowingStream<LanguageModelEvent, any Error>.Continuation
    let cancellation = CancellationFlag()
}

/// The requests that wait for the engine's thread, interactive ones first, otherwise in order of arrival.
final class RequestQueue: Sendable {
    private let waiting = Mutex<[PendingRequest]>([])

    /// Adds a request at its place.
    func append(_ request: PendingRequest) {
        waiting.withLock { $0.append(request) }
    }

    /// Takes the next request whose priority is at least this.
    func next(atLeast priority: LanguageModelRequest.Priority) -> PendingRequest? {
        waiting.withLock { waiting in
            let place =
                waiting.firstIndex { $0.request.priority == .interactive }
                ?? (priority == .background && !waiting.isEmpty ? 0 : nil)
            guard let place else { return nil }
            return waiting.remove(at: place)
        }
    }
}
