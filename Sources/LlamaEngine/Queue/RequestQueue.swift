internal import LanguageModels
internal import Synchronization

/// A request with those who wait for its answer.
struct PendingRequest: Sendable {
    let request: LanguageModelRequest
    let continuation: AsyncThrowingStream<LanguageModelEvent, any Error>.Continuation
    let cancellation = CancellationFlag()
    /// Called when its turn comes.
    let started: @Sendable () -> Void
    /// The same for requests that begin with the same prompt part under the same adapter.
    let family: Int

    /// A request that waits.
    init(
        request: LanguageModelRequest,
        continuation: AsyncThrowingStream<LanguageModelEvent, any Error>.Continuation,
        started: @escaping @Sendable () -> Void
    ) {
        self.request = request
        self.continuation = continuation
        self.started = started
        var hasher = Hasher()
        hasher.combine(request.adapterPath)
        switch request.prompt {
        case .raw(let text): hasher.combine(String(text.prefix(max(0, request.sharedPrefix))))
        case .chat(let messages): hasher.combine(Array(messages.prefix(max(0, request.sharedPrefix))))
        }
        family = hasher.finalize()
    }
}

/// The requests that wait for the engine's thread: interactive ones first, otherwise in order of arrival, but that those
/// who share a prompt part with the last one go together.
final class RequestQueue: Sendable {
    /// How many may go before an older one because they share what is in the cache.
    private static let most = 4

    private struct Line {
        var waiting: [PendingRequest] = []
        var family: Int?
        var together = 0
    }

    private let line = Mutex(Line())

    /// Adds a request at its place.
    func append(_ request: PendingRequest) {
        line.withLock { $0.waiting.append(request) }
    }

    /// Takes the next request whose priority is at least this.
    func next(atLeast priority: LanguageModelRequest.Priority) -> PendingRequest? {
        line.withLock { line in
            let urgent = line.waiting.indices.filter { line.waiting[$0].request.priority == .interactive }
            let candidates = urgent.isEmpty && priority == .background ? Array(line.waiting.indices) : urgent
            guard let oldest = candidates.first else { return nil }
            let relative =
                line.together < Self.most ? candidates.first { line.waiting[$0].family == line.family } : nil
            let place = relative ?? oldest
            line.together = place == oldest ? 0 : line.together + 1
            line.family = line.waiting[place].family
            return line.waiting.remove(at: place)
        }
    }
}
