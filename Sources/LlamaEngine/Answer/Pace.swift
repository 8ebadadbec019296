/// When parts of an answer are handed on: the first at once, the others no more often than a page can show.
///
/// A part for each token wakes two threads in the worker and two in the server, on the processors on which the model
/// computes.
struct Pace {
    /// How long parts wait for more, counted from the one before.
    private static let interval = Duration.milliseconds(20)

    private var last: ContinuousClock.Instant?

    /// Whether what waits is handed on now.
    mutating func isDue() -> Bool {
        let now = ContinuousClock.now
        if let last, now - last < Self.interval { return false }
        last = now
        return true
    }
}
