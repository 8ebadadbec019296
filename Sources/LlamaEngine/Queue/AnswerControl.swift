/// What an answer asks between forward passes: go on, stop, or let another go first.
struct AnswerControl {
    /// Set when the answer is no longer wanted.
    let cancellation: CancellationFlag
    /// How many tokens one pass may take: few for background work, which must be able to give way.
    let passTokens: Int
    /// Answers those who go first; the cache may hold something else afterwards.
    let giveWay: () -> Void

    /// Between two passes.
    ///
    /// - Throws: `CancellationError` when the answer is no longer wanted.
    func pause() throws {
        giveWay()
        if cancellation.isCancelled { throw CancellationError() }
    }
}
