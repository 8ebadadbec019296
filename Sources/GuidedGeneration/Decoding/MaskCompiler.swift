/// Computes which tokens an expression allows, and what it costs to end; not to be used by two at a time.
struct MaskCompiler: Sendable {
    /// The tokens that an expression allows.
    struct Entry: Sendable {
        var mask: TokenMask
        /// The most tokens that may be needed after one of these to end the answer.
        var costliest: Int
    }

    let vocabulary: Vocabulary
    var arena: ExpressionArena
    let root: ExpressionID

    /// For each expression the place of its row in ``rows``, or -1.
    private var rowOf: [Int32] = []
    /// For each byte the following expression, -1 where it was not computed yet; 256 for each row.
    private var rows: [ExpressionID] = []
    private var entries: [ExpressionID: Entry] = [:]
    private var rests: [ExpressionID: Entry] = [:]
    private var slices: [Int32: UnitSlices] = [:]
    private var costs: [ExpressionID: Int] = [:]
    /// The expression and row at each depth of the walk; kept to be reused.
    private var path: [ExpressionID]

    /// The most masks and rows that are kept at a time.
    private static let maximumEntries = 512
    private static let maximumRows = 16_384
    /// How far ahead tokens are counted exactly; bytes beyond count as a token each.
    private static let exactLength = 2_048

    init(forms: FormSet, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        arena = ExpressionArena(forms: forms)
        root = arena.lower(forms.root)
        path = Array(repeating: 0, count: TokenTrie.longestToken + 1)
        let string = arena.number(of: JSONText.character)
        slices[string] = vocabulary.stringSlices
    }

    /// The tokens that an expression allows, end tokens among them where it may be empty.
    mutating func entry(for id: ExpressionID) -> Entry {
        let id = arena.clamped(id, longest: Int32(vocabulary.trie.maximumDepth))
        if let known = entries[id] { return known }
        if entries.count >= Self.maximumEntries { entries.removeAll(keepingCapacity: true) }
        let entry = compute(id, within: nil)
        if !arena.isExhausted { entries[id] = entry }
        return entry
    }

    private mutating func compute(_ id: ExpressionID, within budget: Int?) -> Entry {
        dropRowsIfMany()
        var entry = Entry(mask: TokenMask(tokenCount: vocabulary.tokenCount), costliest: 0)
        var plain: [ExpressionID] = []
        for part in parts(of: id) where !slice(part, within: budget, into: &entry) { plain.append(part) }
        if !plain.isEmpty { walk(vocabulary.trie, from: arena.choice(plain), within: budget, into: &entry) }
        finish(&entry.mask, isEnd: arena.isNullable[Int(id)])
        return entry
    }

    /// The tokens after which an expression can end within so many more tokens.
    mutating func mask(for id: ExpressionID, within budget: Int) -> TokenMask {
        compute(arena.clamped(id, longest: Int32(vocabulary.trie.maximumDepth)), within: budget).mask
    }

    private func finish(_ mask: inout TokenMask, isEnd: Bool) {
        for (token, twin) in vocabulary.twins where mask.contains(token) { mask.insert(twin) }
        if isEnd { for token in vocabulary.endTokens { mask.insert(token) } }
    }

    private func parts(of id: ExpressionID) -> [ExpressionID] {
        if case .choice(let parts) = arena.expressions[Int(id)] { return parts }
        return [id]
    }

    // MARK: Slices

    /// The counted head of an expression whose tokens can be told by their number of words.
    private mutating func sliceable(_ id: ExpressionID) -> (number: Int32, room: Int32)? {
        var head = id
        var tail = ExpressionArena.empty
        if case .sequence(let first, let rest) = arena.expressions[Int(id)] { (head, tail) = (first, rest) }
        guard case .counted(let number, 0, _, let room) = arena.expressions[Int(head)] else { return nil }
        // A word must not be able to belong to what follows.
        guard arena.firstBytes(head).isDisjoint(with: arena.firstBytes(tail)) else { return nil }
        return (number, room)
    }

    /// Allows the tokens of a part by their number of words, and the rest by walking.
    ///
    /// - Returns: false where that cannot be done, and nothing was.
    private mutating func slice(_ id: ExpressionID, within budget: Int?, into entry: inout Entry) -> Bool {
        guard let head = sliceable(id) else { return false }
        let slices =
            self.slices[head.number]
            ?? UnitSlices(
                of: arena.automata[Int(head.number)],
                trie: vocabulary.trie,
                pool: vocabulary.pool,
                offsets: vocabulary.offsets
            )
        self.slices[head.number] = slices
        let costs = costs(afterWordsOf: id, atMost: slices.maximumCount)
        if let budget, costs.upperBound > budget {
            // Some whole words fit and some do not: each token has to be looked at.
            guard costs.lowerBound > budget else { return false }
        } else {
            slices.allow(upTo: Int(head.room), in: &entry.mask)
            entry.costliest = max(entry.costliest, costs.upperBound)
        }
        walk(slices.longRest, from: id, within: budget, into: &entry)
        if budget != nil {
            walk(slices.rest, from: id, within: budget, into: &entry)
        } else {
            let rest = rest(of: id, slices)
            entry.mask.formUnion(rest.mask)
            entry.costliest = max(entry.costliest, rest.costliest)
        }
        return true
    }

    /// The tokens that are not whole words, of those with few: the same wherever there is room for these few.
    private mutating func rest(of id: ExpressionID, _ slices: UnitSlices) -> Entry {
        var head = id
        var tail = ExpressionArena.empty
        if case .sequence(let first, let rest) = arena.expressions[Int(id)] { (head, tail) = (first, rest) }
        if case .counted(let number, let state, let needed, let room) = arena.expressions[Int(head)],
            room >= 0
        {
            let enough = max(needed, Int32(UnitSlices.shortCount) + 1)
            head = arena.counted(number, state: state, needed: needed, room: min(room, enough))
        }
        let key = arena.sequence(head, tail)
        if let known = rests[key] { return known }
        if rests.count >= Self.maximumEntries { rests.removeAll(keepingCapacity: true) }
        var entry = Entry(mask: TokenMask(tokenCount: vocabulary.tokenCount), costliest: 0)
        walk(slices.rest, from: key, within: nil, into: &entry)
        if !arena.isExhausted { rests[key] = entry }
        return entry
    }

    /// The fewest and the most tokens that may be needed after one or more words of a counted head.
    private mutating func costs(afterWordsOf id: ExpressionID, atMost count: Int) -> ClosedRange<Int> {
        var head = id
        var tail = ExpressionArena.empty
        if case .sequence(let first, let rest) = arena.expressions[Int(id)] { (head, tail) = (first, rest) }
        guard case .counted(let number, _, let needed, let room) = arena.expressions[Int(head)] else {
            return 0...0
        }
        var least = Int.max
        var most = 0
        for words in 1...max(1, min(count, Int(needed))) where room < 0 || words <= room {
            let rest = arena.counted(
                number,
                state: 0,
                needed: max(0, needed - Int32(words)),
                room: room < 0 ? room : room - Int32(words)
            )
            let cost = cost(of: arena.sequence(rest, tail))
            least = min(least, cost)
            most = max(most, cost)
        }
        return min(least, most)...most
    }

    // MARK: Walking the tree

    /// Allows the tokens of a tree that an expression allows.
    ///
    /// With a budget only those after which so many tokens suffice.
    private mutating func walk(
        _ trie: TokenTrie,
        from start: ExpressionID,
        within budget: Int?,
        into entry: inout Entry
    ) {
        path[0] = start
        var index = 0
        var reached: ExpressionID = -1
        var reachedCost = 0
        trie.nodes.withUnsafeBufferPointer { nodes in
            while index < nodes.count {
                let node = nodes[index]
                let depth = TokenTrie.depth(node)
                let next = step(path[depth - 1], TokenTrie.byte(node))
                if next == ExpressionArena.nothing {
                    index += TokenTrie.size(node)
                    continue
                }
                path[depth] = next
                index += 1
                let token = TokenTrie.token(node)
                guard token >= 0 else { continue }
                if next != reached {
                    reached = next
                    reachedCost = cost(of: next)
                }
                if let budget, reachedCost > budget { continue }
                entry.mask.insert(token)
                entry.costliest = max(entry.costliest, reachedCost)
            }
        }
    }

    /// Whether the tree has a token below a node that an expression allows, read from that node on.
    mutating func hasToken(below node: Int, of trie: TokenTrie, from start: ExpressionID) -> Bool {
        let base = TokenTrie.depth(trie.nodes[node])
        let end = node + TokenTrie.size(trie.nodes[node])
        path[base] = start
        var index = node + 1
        while index < end {
            let next = step(path[TokenTrie.depth(trie.nodes[index]) - 1], TokenTrie.byte(trie.nodes[index]))
            if next == ExpressionArena.nothing {
                index += TokenTrie.size(trie.nodes[index])
                continue
            }
            if TokenTrie.token(trie.nodes[index]) >= 0 { return true }
            path[TokenTrie.depth(trie.nodes[index])] = next
            index += 1
        }
        return false
    }

    /// The derivative, from the rows where it is there already.
    @inline(__always)
    private mutating func step(_ id: ExpressionID, _ byte: UInt8) -> ExpressionID {
        if Int(id) < rowOf.count {
            let row = rowOf[Int(id)]
            if row >= 0 {
                let known = rows[Int(row) + Int(byte)]
                if known >= 0 { return known }
            }
        }
        return compute(id, byte)
    }

    private mutating func compute(_ id: ExpressionID, _ byte: UInt8) -> ExpressionID {
        if rowOf.count <= Int(id) {
            rowOf.append(contentsOf: repeatElement(-1, count: max(arena.count, Int(id) + 1) - rowOf.count))
        }
        if rowOf[Int(id)] < 0 {
            rowOf[Int(id)] = Int32(rows.count)
            let start = rows.count
            rows.append(contentsOf: repeatElement(ExpressionArena.nothing, count: 256))
            arena.firstBytes(id).forEach { rows[start + Int($0)] = -1 }
        }
        let place = Int(rowOf[Int(id)]) + Int(byte)
        if rows[place] < 0 { rows[place] = arena.derivative(id, byte) }
        return rows[place]
    }

    private mutating func dropRowsIfMany() {
        guard rows.count > Self.maximumRows * 256 else { return }
        rows.removeAll(keepingCapacity: true)
        rowOf.removeAll(keepingCapacity: true)
    }

    // MARK: Cost

    /// How many tokens suffice to end the answer from here: those of its shortest text.
    mutating func cost(of id: ExpressionID) -> Int {
        if let known = costs[id] { return known }
        var text: [UInt8] = []
        var states = [id]
        var current = id
        let length = arena.shortest[Int(id)]
        guard length < 1 << 20 else { return FormSet.unreachable }
        while let byte = arena.bestByte(current) {
            text.append(byte)
            current = arena.derivative(current, byte)
            states.append(current)
            if arena.isExhausted { return FormSet.unreachable }
        }
        var least = [Int](repeating: 0, count: text.count + 1)
        for place in text.indices.reversed() {
            least[place] = vocabulary.hasByte[Int(text[place])] ? least[place + 1] + 1 : FormSet.unreachable
            if text.count - place <= Self.exactLength {
                forEachToken(at: place, of: text) { end in least[place] = min(least[place], least[end] + 1) }
            }
            least[place] = min(least[place], FormSet.unreachable)
        }
        for (state, count) in zip(states, least) { costs[state] = count }
        return least[0]
    }

    /// The tokens of a shortest way to write this text, by the same count as ``cost(of:)``.
    func fewestTokens(of text: [UInt8]) -> [Int32] {
        var least = [Int](repeating: 0, count: text.count + 1)
        var choice = [Int](repeating: 1, count: text.count)
        for place in text.indices.reversed() {
            least[place] = vocabulary.hasByte[Int(text[place])] ? least[place + 1] + 1 : FormSet.unreachable
            forEachToken(at: place, of: text) { end in
                if least[end] + 1 <= least[place] {
                    (least[place], choice[place]) = (least[end] + 1, end - place)
                }
            }
        }
        var tokens: [Int32] = []
        var place = 0
        while place < text.count {
            let end = place + choice[place]
            if let node = vocabulary.trie.node(at: text[place..<end]) {
                tokens.append(TokenTrie.token(vocabulary.trie.nodes[node]))
            }
            place = end
        }
        return tokens
    }

    private func forEachToken(at place: Int, of text: [UInt8], _ body: (Int) -> Void) {
        let nodes = vocabulary.trie.nodes
        var index = 0
        var end = nodes.count
        for position in place..<text.count {
            while index < end, TokenTrie.byte(nodes[index]) != text[position] {
                index += TokenTrie.size(nodes[index])
            }
            guard index < end else { return }
            if TokenTrie.token(nodes[index]) >= 0 { body(position + 1) }
            end = index + TokenTrie.size(nodes[index])
            index += 1
        }
    }
}
