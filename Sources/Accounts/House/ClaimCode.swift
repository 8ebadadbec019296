/// The code that the log shows while the house has no owner.
package struct ClaimCode: Sendable, Hashable, CustomStringConvertible {
    /// Eight signs that are not taken for one another, in two groups: `K7QF-2MXW`; 32 to the eighth possibilities.
    package let text: String
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// A new code.
    static func random() -> ClaimCode {
        var generator = SystemRandomNumberGenerator()
        let signs = (0..<8).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        return ClaimCode(text: String(signs[..<4]) + "-" + String(signs[4...]))
    }

    /// Whether somebody typed this code; case, spaces and hyphens do not matter.
    func matches(_ typed: String) -> Bool {
        func plain(_ text: String) -> [UInt8] {
            Array(text.uppercased().filter { $0.isLetter || $0.isNumber }.utf8)
        }
        let (own, other) = (plain(text), plain(typed))
        guard own.count == other.count else { return false }
        return zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    package var description: String { text }
}
