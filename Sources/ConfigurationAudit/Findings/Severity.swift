/// How much a finding matters.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case critical, high, medium, low, info

    /// What a finding of this severity takes off the score of 100.
    var cost: Int {
        switch self {
        case .critical: 20
        case .high: 8
        case .medium: 3
        case .low: 1
        case .info: 0
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether the left matters more, so that sorting puts what is critical first.
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
