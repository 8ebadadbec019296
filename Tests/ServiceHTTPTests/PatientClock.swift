internal import Synchronization

/// A clock on which pauses under 8 s pass at once, and longer ones, which are time-outs, only end by cancellation.
final class PatientClock: Clock, Sendable {
    struct Instant: InstantProtocol {
        let offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let time = Mutex((now: Duration.zero, pauses: [Duration]()))

    var now: Instant { Instant(offset: time.withLock { $0.now }) }
    var minimumResolution: Duration { .zero }
    /// The pauses that passed, in order.
    var pauses: [Duration] { time.withLock { $0.pauses } }

    func advance(by duration: Duration) { time.withLock { $0.now += duration } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let pause = now.duration(to: deadline)
        if pause < .seconds(8) {
            time.withLock {
                $0.now += pause
                $0.pauses.append(pause)
            }
        } else {
            try await Task.sleep(for: .seconds(3600))
        }
    }
}
