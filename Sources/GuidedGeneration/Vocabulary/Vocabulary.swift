/// The tokens of a model, ordered so that masks over them are quick to compute.
///
/// Built once for a model; ``encoded()`` keeps the result for the next start.
public struct Vocabulary: Sendable {
    /// How many tokens there are, special ones included.
    public let tokenCount: Int
    /// The tokens that end an answer.
    public let endTokens: Set<Int32>

    /// The bytes of all tokens, one after another; token `t` has those from `offsets[t]` to `offsets[t + 1]`.
    let pool: [UInt8]
    let offsets: [Int32]
    /// The tokens that answers are made of, by their bytes; of several with the same bytes the first.
    let order: [Int32]
    /// Further tokens with the bytes of one in ``order``.
    let twins: [(token: Int32, twin: Int32)]
    let trie: TokenTrie
    /// For each byte whether there is a token of it alone.
    let hasByte: [Bool]
    /// The tokens by characters of a JSON string, where most of an answer is.
    let stringSlices: UnitSlices

    /// A vocabulary.
    ///
    /// - Parameters:
    ///   - tokens: The bytes of each token, by its id; byte-level encodings undone (`Ġ` is a space), byte tokens as
    ///     their one byte. Tokens without bytes, and those of more than 255, are never offered.
    ///   - endTokens: The tokens that end an answer: end of text, end of turn.
    ///   - hidden: Tokens that are never part of an answer: control tokens, unused ones. End tokens need not be here.
    /// - Complexity: O(*n* log *n*) for *n* tokens.
    public init(tokens: [[UInt8]], endTokens: Set<Int32>, hidden: Set<Int32> = []) {
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(tokens.count + 1)
        var pool: [UInt8] = []
        for token in tokens {
            pool += token
            offsets.append(Int32(pool.count))
        }
        let offered = tokens.indices.lazy.map(Int32.init).filter { token in
            (1...TokenTrie.longestToken).contains(tokens[Int(token)].count) && !hidden.contains(token)
                && !endTokens.contains(token)
        }
        let sorted = offered.sorted { left, right in
            let order = Self.order(tokens[Int(left)], tokens[Int(right)])
            return order == 0 ? left < right : order < 0
        }
        self.init(pool: pool, offsets: offsets, sorted: sorted, endTokens: endTokens)
    }

    /// The vocabulary of tokens that are sorted by their bytes, twins next to each other.
    init(pool: [UInt8], offsets: [Int32], sorted: [Int32], endTokens: Set<Int32>) {
        func bytes(_ token: Int32) -> ArraySlice<UInt8> {
            pool[Int(offsets[Int(token)])..<Int(offsets[Int(token) + 1])]
        }
        self.pool = pool
        self.offsets = offsets
        tokenCount = offsets.count - 1
        self.endTokens = endTokens.filter { $0 >= 0 && $0 < offsets.count - 1 }
        var order: [Int32] = []
        order.reserveCapacity(sorted.count)
        var twins: [(token: Int32, twin: Int32)] = []
        for token in sorted {
            if let last = order.last, bytes(last) == bytes(token) {
                twins.append((last, token))
            } else {
                order.append(token)
            }
        }
        self.order = order
        self.twins = twins
        let trie = TokenTrie(sorted: order, pool: pool, offsets: offsets)
        self.trie = trie
        let hasByte = (UInt8.min...UInt8.max).map { byte in
            trie.node(at: [byte]).map { TokenTrie.token(trie.nodes[$0]) >= 0 } ?? false
        }
        self.hasByte = hasByte
        hasEveryByte = (0x20...0xF4).allSatisfy { [0x7F, 0xC0, 0xC1].contains($0) || hasByte[$0] }
        stringSlices = UnitSlices(
            of: JSONText.character,
            trie: trie,
            pool: pool,
            offsets: offsets
        )
    }

    /// Whether every byte that UTF-8 text can have is a token, so that as many tokens as bytes always suffice.
    let hasEveryByte: Bool

    /// The bytes of a token; empty for one that does not exist.
    public func bytes(of token: Int32) -> ArraySlice<UInt8> {
        guard token >= 0, token < tokenCount else { return [] }
        return pool[Int(offsets[Int(token)])..<Int(offsets[Int(token) + 1])]
    }

    /// Whether a token may be part of an answer.
    func isOffered(_ token: Int32) -> Bool {
        let text = bytes(of: token)
        guard let node = trie.node(at: text) else { return false }
        let first = TokenTrie.token(trie.nodes[node])
        return first == token || first >= 0 && twins.contains { $0.token == first && $0.twin == token }
    }

    /// Negative where the first comes before the second, zero where they are equal.
    static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let shared = min(left.count, right.count)
        for index in 0..<shared where left[index] != right[index] {
            return Int(left[index]) - Int(right[index])
        }
        return left.count - right.count
    }
}
