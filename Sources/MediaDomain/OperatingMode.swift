/// How far AutoArr may go on its own.
package enum OperatingMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Looks and tells; the default on first run.
    case observe
    /// Offers each action for one click.
    case suggest
    /// Does by itself what can be taken back.
    case actSafe = "act-safe"
    /// Does by itself whatever the policy lists.
    case actAll = "act-all"
}
