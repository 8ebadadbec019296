package import Foundation
package import MediaDomain

/// What the user allows.
package struct RecoveryPolicy: Sendable, Hashable, Codable {
    /// How far AutoArr may go on its own.
    package var mode: OperatingMode
    /// Actions that are never taken by themselves, whatever the mode.
    package var forbidden: Set<RecoveryAction>
    /// Titles that carry this tag in their arr are never touched.
    package var protectedTag: String
    /// Attempts for one film or episode within a day, after which a person is asked.
    package var attempts: Int
    /// Removals an hour, all downloads together.
    package var removalsPerHour: Int
    /// Removals a day, all downloads together.
    package var removalsPerDay: Int
    /// How young a download is left alone, in seconds since its grab.
    package var grace: TimeInterval
    /// How many downloads of one client must go wrong together to be an outage.
    package var outageCount: Int
    /// Which part of the active downloads of one client must go wrong together to be an outage.
    package var outageShare: Double
    /// How long an arr has to see a failure by itself, in seconds, before it is told.
    package var reaction: TimeInterval
    /// How long an arr has to grab another release after a failure, in seconds.
    package var patience: TimeInterval
    /// Bytes that must stay free where unfinished jobs lie.
    package var spaceFloor: Int64

    /// A policy; the defaults are the product's.
    package init(
        mode: OperatingMode = .observe,
        forbidden: Set<RecoveryAction> = [],
        protectedTag: String = "autoarr-keep",
        attempts: Int = 3,
        removalsPerHour: Int = 10,
        removalsPerDay: Int = 50,
        grace: TimeInterval = 0,
        outageCount: Int = 10,
        outageShare: Double = 0.4,
        reaction: TimeInterval = 120,
        patience: TimeInterval = 900,
        spaceFloor: Int64 = 5 << 30
    ) {
        self.mode = mode
        self.forbidden = forbidden
        self.protectedTag = protectedTag
        self.attempts = attempts
        self.removalsPerHour = removalsPerHour
        self.removalsPerDay = removalsPerDay
        self.grace = grace
        self.outageCount = outageCount
        self.outageShare = outageShare
        self.reaction = reaction
        self.patience = patience
        self.spaceFloor = spaceFloor
    }

    /// Whether an action may be taken without asking.
    package func allows(_ action: RecoveryAction) -> Bool {
        guard let least = action.leastMode else { return true }
        guard !forbidden.contains(action) else { return false }
        switch mode {
        case .observe, .suggest: return false
        case .actSafe: return least == .actSafe
        case .actAll: return true
        }
    }

    /// How long to wait before the next attempt: 60, 120, 240 … at most 3600 seconds.
    package static func backOff(after attempts: Int) -> TimeInterval {
        min(3600, 60 * pow(2, Double(max(0, min(attempts, 10) - 1))))
    }
}
