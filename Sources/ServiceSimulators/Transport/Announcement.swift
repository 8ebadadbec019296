internal import Synchronization

/// A value that is known once, and waited for by any number of tasks.
final class Announcement<Value: Sendable>: Sendable {
    private struct State {
        var outcome: Result<Value, any Error>?
        var waiting: [Int: CheckedContinuation<Value, any Error>] = [:]
        var next = 0
    }
    private let state = Mutex(State())

    /// Makes the value known; only the first call counts.
    func set(_ outcome: Result<Value, any Error>) {
        let waiting = state.withLock { state in
            guard state.outcome == nil else { return [CheckedContinuation<Value, any Error>]() }
            state.outcome = outcome
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume(with: outcome) }
    }

    /// The value, as soon as it is known.
    ///
    /// - Throws: The error that was announced, or `CancellationError`.
    func value() async throws -> Value {
        let ticket = state.withLock { state in
            state.next += 1
            return state.next
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known = state.withLock { state -> Result<Value, any Error>? in
                    if let outcome = state.outcome { return outcome }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiting[ticket] = continuation
                    return nil
                }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume(throwing: CancellationError())
        }
    }
}
