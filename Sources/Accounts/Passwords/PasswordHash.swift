internal import Crypto
internal import CryptoExtras
internal import Foundation

/// A password as it is stored: scrypt with its cost and salt, never the password.
package struct PasswordHash: Sendable, Hashable {
    /// The cost of scrypt, RFC 7914.
    package struct Cost: Sendable, Hashable {
        /// The binary logarithm of N, 10 to 20.
        package let logRounds: Int
        /// r, 1 to 32; a pass takes 128 · N · r bytes.
        package let blockSize: Int
        /// p, the passes, 1 to 16.
        package let parallelism: Int

        /// A cost; by default three passes over 32 MiB, the memory that a small NAS can spare with the work of 96.
        package init(logRounds: Int = 15, blockSize: Int = 8, parallelism: Int = 3) {
            self.logRounds = logRounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
    }

    let cost: Cost
    let salt: [UInt8]
    let key: [UInt8]

    /// `scrypt$15$8$3$<salt>$<key>`, both in base64.
    package var text: String {
        let numbers = "\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)"
        return "scrypt$\(numbers)$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }

    /// Reads a stored password.
    ///
    /// - Throws: ``AccountError/unreadablePassword`` where the text is none of ours.
    package init(text: String) throws(AccountError) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt",
            let logRounds = Int(parts[1]), (10...20).contains(logRounds),
            let blockSize = Int(parts[2]), (1...32).contains(blockSize),
            let parallelism = Int(parts[3]), (1...16).contains(parallelism),
            let salt = Data(base64Encoded: parts[4]), !salt.isEmpty,
            let key = Data(base64Encoded: parts[5]), key.count == 32
        else { throw .unreadablePassword }
        cost = Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
        self.salt = Array(salt)
        self.key = Array(key)
    }

    init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// The key that scrypt makes of a password; takes a good part of a second and 32 MiB.
    ///
    /// The password is brought to one Unicode form first, since keyboards differ in how they send an é.
    static func derive(_ password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8),
            salt: Data(salt),
            outputByteCount: 32,
            rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        return key.withUnsafeBytes { Array($0) }
    }

    /// Whether a key is this one, in a time that does not tell how much of it is right.
    func matches(_ other: [UInt8]) -> Bool {
        guard other.count == key.count else { return false }
        return zip(key, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
