/// Tokens as a tree over their bytes, in the order of a walk through it.
///
/// A node follows its parent; what cannot be reached is passed over by the size of its subtree. One node is one
/// word: its byte, its depth (the first byte has depth 1), the token that ends there plus one, and the number of nodes
/// of its subtree, itself included.
struct TokenTrie: Sendable {
    private(set) var nodes: [UInt64] = []
    /// The most bytes of a token in the tree.
    private(set) var maximumDepth = 0

    /// The longest token that is taken in, in bytes; longer ones are never offered.
    static let longestToken = 255

    @inline(__always) static func byte(_ node: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: node) }
    @inline(__always) static func depth(_ node: UInt64) -> Int { Int(UInt8(truncatingIfNeeded: node >> 8)) }
    /// The token that ends at a node, or -1.
    @inline(__always) static func token(_ node: UInt64) -> Int32 { Int32(node >> 16 & 0xFF_FFFF) - 1 }
    @inline(__always) static func size(_ node: UInt64) -> Int { Int(node >> 40) }

    /// The tree of tokens that are sorted by their bytes, none twice and none empty.
    init(sorted tokens: [Int32], pool: [UInt8], offsets: [Int32]) {
        var path: [Int] = []
        var previous = 0..<0
        pool.withUnsafeBufferPointer { pool in
            for token in tokens {
                let text = Int(offsets[Int(token)])..<Int(offsets[Int(token) + 1])
                var shared = 0
                let most = min(previous.count, text.count)
                while shared < most, pool[previous.lowerBound + shared] == pool[text.lowerBound + shared] {
                    shared += 1
                }
                close(&path, to: shared)
                for place in text.dropFirst(shared) {
                    path.append(nodes.count)
                    nodes.append(UInt64(pool[place]) | UInt64(path.count) << 8)
                }
                if let last = path.last { nodes[last] |= UInt64(token + 1) << 16 }
                maximumDepth = max(maximumDepth, text.count)
                previous = text
            }
        }
        close(&path, to: 0)
    }

    private mutating func close(_ path: inout [Int], to depth: Int) {
        while path.count > depth, let last = path.popLast() {
            nodes[last] |= UInt64(nodes.count - last) << 40
        }
    }

    /// The node at the end of these bytes, from the root; nil where no token begins so.
    func node(at bytes: ArraySlice<UInt8>) -> Int? {
        var index = 0
        var end = nodes.count
        var found: Int?
        for byte in bytes {
            var match: Int?
            while index < end {
                if Self.byte(nodes[index]) == byte {
                    match = index
                    break
                }
                index += Self.size(nodes[index])
            }
            guard let match else { return nil }
            found = match
            end = match + Self.size(nodes[match])
            index = match + 1
        }
        return found
    }
}
