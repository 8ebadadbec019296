internal import Synchronization

/// Says that an answer is no longer wanted; set by anybody, read by the engine's thread, also in the middle of a
/// forward pass.
final class CancellationFlag: Sendable {
    private let value = Atomic<Bool>(false)

    /// Whether the answer is no longer wanted.
    var isCancelled: Bool { value.load(ordering: .relaxed) }

    /// Says that the answer is no longer wanted.
    func cancel() { value.store(true, ordering: .relaxed) }
}
