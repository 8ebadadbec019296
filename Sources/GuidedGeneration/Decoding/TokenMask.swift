/// Which tokens may come next: one bit for each token of a vocabulary.
public struct TokenMask: Sendable, Hashable {
    /// The bits, token 0 in the lowest bit of the first word.
    public private(set) var words: [UInt64]
    /// The number of tokens of the vocabulary.
    public let tokenCount: Int

    /// A mask that allows nothing.
    ///
    /// - Parameter tokenCount: The number of tokens of the vocabulary, ≥ 0.
    public init(tokenCount: Int) {
        self.tokenCount = tokenCount
        words = Array(repeating: 0, count: (tokenCount + 63) / 64)
    }

    /// Whether this token may come next; false for one that the vocabulary does not have.
    public func contains(_ token: Int32) -> Bool {
        guard token >= 0, token < tokenCount else { return false }
        return words[Int(token) >> 6] & (1 << UInt64(token & 63)) != 0
    }

    /// Allows a token.
    public mutating func insert(_ token: Int32) {
        guard token >= 0, token < tokenCount else { return }
        words[Int(token) >> 6] |= 1 << UInt64(token & 63)
    }

    /// Bans a token.
    public mutating func remove(_ token: Int32) {
        guard token >= 0, token < tokenCount else { return }
        words[Int(token) >> 6] &= ~(1 << UInt64(token & 63))
    }

    /// Allows what another mask of the same vocabulary allows.
    public mutating func formUnion(_ other: TokenMask) {
        precondition(other.tokenCount == tokenCount, "masks of two vocabularies")
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// How many tokens are allowed.
    ///
    /// - Complexity: O(*n*/64) for *n* tokens.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether nothing is allowed.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The only token that is allowed, if there is exactly one.
    public var only: Int32? {
        guard count == 1, let index = words.firstIndex(where: { $0 != 0 }) else { return nil }
        return Int32(index * 64 + words[index].trailingZeroBitCount)
    }

    /// The allowed tokens, in ascending order.
    public var tokens: [Int32] {
        var tokens: [Int32] = []
        forEach { tokens.append($0) }
        return tokens
    }

    /// Calls a function with each allowed token, in ascending order.
    public func forEach(_ body: (Int32) throws -> Void) rethrows {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                try body(Int32(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}
