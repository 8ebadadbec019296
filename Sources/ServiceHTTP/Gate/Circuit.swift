/// Keeps us from calling a service that has just failed again and again.
///
/// A pure state machine: time comes in as an offset from some start that stays the same.
struct Circuit: Sendable, Hashable {
    /// How many failures in a row open it.
    static let threshold = 5
    /// How long it stays open the first time; doubled each time, up to the longest.
    static let shortest = Duration.seconds(30)
    static let longest = Duration.seconds(300)

    private var failures = 0
    private var openings = 0
    private var opened: Duration?
    private var isProbing = false

    /// What a call may do.
    enum Admission: Hashable {
        case go
        case wait(Duration)
    }

    /// How long it stays open this time.
    private var pause: Duration { min(Self.longest, Self.shortest * (1 << min(max(openings - 1, 0), 6))) }

    /// Asks for leave to call; after the pause one call at a time may try.
    mutating func admit(at now: Duration) -> Admission {
        guard let opened else { return .go }
        let end = opened + pause
        if now < end { return .wait(end - now) }
        if isProbing { return .wait(.seconds(1)) }
        isProbing = true
        return .go
    }

    /// Takes note of an answer, whatever it said.
    mutating func succeed() { self = Circuit() }

    /// Takes note of a failure; returns whether this one opened it.
    mutating func fail(at now: Duration) -> Bool {
        failures += 1
        isProbing = false
        guard failures >= Self.threshold || opened != nil else { return false }
        opened = now
        openings += 1
        return true
    }

    /// Takes note of a call that ended without telling anything about the service.
    mutating func release() { isProbing = false }

    /// Whether calls are being held back.
    var isOpen: Bool { opened != nil }
}
