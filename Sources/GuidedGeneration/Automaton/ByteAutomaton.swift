/// A deterministic automaton over bytes, from every state of which the end can be reached.
///
/// State 0 is the start. Patterns, formats and large sets of fixed texts are compiled to it.
final class ByteAutomaton: Sendable {
    /// For each byte its class: bytes of one class always lead to the same place.
    let classes: [UInt8]
    let classCount: Int
    /// For each state and class the next state, or -1.
    let transitions: [Int32]
    let isAccepting: [Bool]
    /// For each state, the fewest bytes to an accepting one, ≥ 0.
    let shortest: [Int32]
    /// For each state, the first byte of a shortest way to the end; meaningless where that way is empty.
    let bestByte: [UInt8]
    /// For each state, the bytes that it can go on with.
    let firstBytes: [ByteSet]
    /// Whether no word of the language begins another; such words can be counted while they are read.
    let isPrefixFree: Bool

    var stateCount: Int { isAccepting.count }

    /// The automaton of a table, trimmed to the states from which the end can be reached; nil for an empty language.
    ///
    /// - Parameters:
    ///   - classes: The class of each of the 256 bytes.
    ///   - classCount: The number of classes.
    ///   - transitions: For each state and class the next state, or -1; state 0 is the start.
    ///   - isAccepting: For each state, whether it is an end.
    init?(classes: [UInt8], classCount: Int, transitions: [Int32], isAccepting: [Bool]) {
        let distances = Self.distances(
            classCount: classCount,
            transitions: transitions,
            isAccepting: isAccepting
        )
        guard let start = distances.first, start != .max else { return nil }
        var renamed = [Int32](repeating: -1, count: isAccepting.count)
        var kept: [Int] = []
        for state in isAccepting.indices where distances[state] != .max {
            renamed[state] = Int32(kept.count)
            kept.append(state)
        }
        var table: [Int32] = []
        table.reserveCapacity(kept.count * classCount)
        for state in kept {
            for next in transitions[state * classCount..<(state + 1) * classCount] {
                table.append(next < 0 ? -1 : renamed[Int(next)])
            }
        }
        self.classes = classes
        self.classCount = classCount
        self.transitions = table
        self.isAccepting = kept.map { isAccepting[$0] }
        let shortest = kept.map { distances[$0] }
        self.shortest = shortest
        var first = [ByteSet](repeating: ByteSet(), count: kept.count)
        var best = [UInt8](repeating: 0, count: kept.count)
        for state in kept.indices {
            for byte in (UInt8.min...UInt8.max).reversed() {
                let next = table[state * classCount + Int(classes[Int(byte)])]
                guard next >= 0 else { continue }
                first[state].insert(byte)
                if shortest[Int(next)] < shortest[state] { best[state] = byte }
            }
        }
        firstBytes = first
        bestByte = best
        isPrefixFree = zip(self.isAccepting, first).allSatisfy { !$0 || $1.isEmpty } && shortest[0] > 0
    }

    /// The next state, or -1.
    @inline(__always)
    func next(_ state: Int32, _ byte: UInt8) -> Int32 {
        transitions[Int(state) * classCount + Int(classes[Int(byte)])]
    }

    /// Whether the whole language is this text's.
    func accepts(_ bytes: some Sequence<UInt8>) -> Bool {
        var state: Int32 = 0
        for byte in bytes {
            state = next(state, byte)
            if state < 0 { return false }
        }
        return isAccepting[Int(state)]
    }

    /// For each state the fewest bytes to an end, `Int32.max` where there is none.
    private static func distances(classCount: Int, transitions: [Int32], isAccepting: [Bool]) -> [Int32] {
        var distances = isAccepting.map { $0 ? 0 : Int32.max }
        var sources = [[Int32]](repeating: [], count: isAccepting.count)
        for state in isAccepting.indices {
            for next in Set(transitions[state * classCount..<(state + 1) * classCount]) where next >= 0 {
                sources[Int(next)].append(Int32(state))
            }
        }
        var queue = isAccepting.indices.filter { isAccepting[$0] }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for source in sources[state] where distances[Int(source)] == .max {
                distances[Int(source)] = distances[state] + 1
                queue.append(Int(source))
            }
        }
        return distances
    }
}

extension ByteAutomaton: Hashable {
    static func == (left: ByteAutomaton, right: ByteAutomaton) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
