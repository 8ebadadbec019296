internal import Foundation

/// Slows down guessing: after a few failures each further attempt of an account or an address has to wait.
///
/// An attempt is counted before the password is looked at, so that many at once are no way around. The wait of an
/// account is short, since otherwise anybody could lock its owner out; that of an address grows to a quarter of an hour.
struct LoginThrottle: Sendable {
    private struct Record: Sendable {
        var failures = 0
        var nextAllowed = Date.distantPast
        var latest = Date.distantPast
    }

    private static let freeAttempts = 5
    private static let longestAccountWait = 30.0
    private static let longestAddressWait = 900.0
    /// After this long without an attempt, in seconds, nothing is held against anybody.
    private static let memory = 3600.0
    private static let capacity = 4096

    private var records: [String: Record] = [:]

    /// Counts an attempt, unless it has to wait.
    ///
    /// - Throws: ``AccountError/tooManyAttempts(retryAfter:)``.
    mutating func attempt(account: String, address: String, at now: Date) throws(AccountError) {
        let keys = Self.keys(account: account, address: address)
        let wait = keys.map { records[$0]?.nextAllowed.timeIntervalSince(now) ?? 0 }.max() ?? 0
        guard wait <= 0 else { throw .tooManyAttempts(retryAfter: Int(wait.rounded(.up))) }
        forgetOld(at: now)
        for (key, longest) in zip(keys, [Self.longestAccountWait, Self.longestAddressWait]) {
            var record = records[key] ?? Record()
            record.failures += 1
            record.latest = now
            let excess = record.failures - Self.freeAttempts
            if excess >= 0 {
                record.nextAllowed = now.addingTimeInterval(min(longest, pow(2, Double(min(excess, 12)))))
            }
            records[key] = record
        }
    }

    /// Forgets what is held against an account and an address, after the right password.
    mutating func succeeded(account: String, address: String) {
        for key in Self.keys(account: account, address: address) { records[key] = nil }
    }

    private mutating func forgetOld(at now: Date) {
        guard records.count >= Self.capacity else { return }
        records = records.filter { now.timeIntervalSince($0.value.latest) < Self.memory }
        guard records.count >= Self.capacity else { return }
        let oldest = records.sorted { $0.value.latest < $1.value.latest }.prefix(Self.capacity / 4)
        for (key, _) in oldest { records[key] = nil }
    }

    /// One household has a whole /64 of IPv6, so that counts as one address.
    private static func keys(account: String, address: String) -> [String] {
        let source =
            address.contains(":") ? address.split(separator: ":").prefix(4).joined(separator: ":") : address
        return ["account " + account.lowercased(), "address " + source]
    }
}
