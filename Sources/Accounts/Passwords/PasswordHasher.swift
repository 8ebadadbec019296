internal import Foundation

/// Makes and checks passwords, a few at a time, on threads of their own.
///
/// scrypt is meant to be slow; on the threads that serve requests it would hold up everybody else.
actor PasswordHasher {
    private let cost: PasswordHash.Cost
    private let limit = 4
    private var running = 0

    init(cost: PasswordHash.Cost) { self.cost = cost }

    /// The stored form of a password.
    ///
    /// - Throws: ``AccountError/busy`` where too many are at work.
    func hash(_ password: String) async throws -> PasswordHash {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        let key = try await derive(password, salt: salt, cost: cost)
        return PasswordHash(cost: cost, salt: salt, key: key)
    }

    /// Whether a password is the stored one; without a stored one the same work is done for nothing, so that the time
    /// does not tell whether a name exists.
    ///
    /// - Throws: ``AccountError/busy`` where too many are at work.
    func verify(_ password: String, against hash: PasswordHash?) async throws -> Bool {
        guard let hash else {
            _ = try await derive(password, salt: [UInt8](repeating: 0, count: 16), cost: cost)
            return false
        }
        return hash.matches(try await derive(password, salt: hash.salt, cost: hash.cost))
    }

    private func derive(_ password: String, salt: [UInt8], cost: PasswordHash.Cost) async throws -> [UInt8] {
        guard running < limit else { throw AccountError.busy }
        running += 1
        defer { running -= 1 }
        return try await withCheckedThrowingContinuation { continuation in
            Thread {
                continuation.resume(
                    with: Result { try PasswordHash.derive(password, salt: salt, cost: cost) }
                )
            }.start()
        }
    }
}
