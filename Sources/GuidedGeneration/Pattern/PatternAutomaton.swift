/// Turns a pattern into a deterministic automaton over bytes: Thompson's construction, then sets of places.
struct PatternAutomaton {
    private struct Edge {
        let bytes: ClosedRange<UInt8>
        let target: Int32
    }

    private let form: CharacterForm
    private var edges: [[Edge]] = []
    private var silent: [[Int32]] = []
    private var steps = 0

    /// The automaton of a pattern without anchors.
    ///
    /// - Returns: nil for a pattern that nothing matches.
    /// - Throws: ``GuideError/tooComplex(what:limit:)``.
    static func automaton(of syntax: PatternSyntax, form: CharacterForm) throws(GuideError) -> ByteAutomaton?
    {
        var builder = PatternAutomaton(form: form)
        let start = try builder.place()
        let end = try builder.build(syntax, from: start)
        return try builder.deterministic(start: start, end: end)
    }

    private init(form: CharacterForm) { self.form = form }

    private mutating func place() throws(GuideError) -> Int32 {
        guard edges.count < 4 * PatternSyntax.Limit.states else {
            throw .tooComplex(what: "places of a pattern", limit: 4 * PatternSyntax.Limit.states)
        }
        edges.append([])
        silent.append([])
        return Int32(edges.count - 1)
    }

    /// Adds what leads from a place over the pattern, and returns where it ends.
    private mutating func build(_ syntax: PatternSyntax, from start: Int32) throws(GuideError) -> Int32 {
        steps += 1
        guard steps <= PatternSyntax.Limit.work else {
            throw .tooComplex(what: "steps to compile a pattern", limit: PatternSyntax.Limit.work)
        }
        switch syntax {
        case .start, .end: return start
        case .characters(let set):
            let end = try place()
            for sequence in form.byteSequences(of: set) {
                var from = start
                for (index, bytes) in sequence.enumerated() {
                    let target = index == sequence.count - 1 ? end : try place()
                    edges[Int(from)].append(Edge(bytes: bytes, target: target))
                    from = target
                }
            }
            return end
        case .sequence(let parts):
            var end = start
            for part in parts { end = try build(part, from: end) }
            return end
        case .choice(let branches):
            let end = try place()
            for branch in branches {
                let own = try place()
                silent[Int(start)].append(own)
                silent[Int(try build(branch, from: own))].append(end)
            }
            return end
        case .repeated(let part, let minimum, let maximum):
            return try build(repeating: part, minimum, maximum, from: start)
        }
    }

    private mutating func build(
        repeating part: PatternSyntax,
        _ minimum: Int,
        _ maximum: Int?,
        from start: Int32
    ) throws(GuideError) -> Int32 {
        var end = start
        for _ in 0..<minimum { end = try build(part, from: end) }
        guard let maximum else {
            let loop = try place()
            silent[Int(end)].append(loop)
            let back = try build(part, from: loop)
            silent[Int(back)].append(loop)
            let out = try place()
            silent[Int(loop)].append(out)
            return out
        }
        let out = try place()
        for _ in minimum..<maximum {
            silent[Int(end)].append(out)
            end = try build(part, from: end)
        }
        silent[Int(end)].append(out)
        return out
    }

    private func deterministic(start: Int32, end: Int32) throws(GuideError) -> ByteAutomaton? {
        let alphabet = self.alphabet
        var work = 0
        var failed = false
        let result = try ByteAutomaton.exploring(
            from: closure(of: [start], work: &work),
            over: alphabet,
            limit: PatternSyntax.Limit.states,
            next: { places, byte in
                guard !failed else { return nil }
                var targets: [Int32] = []
                for place in places {
                    work += edges[Int(place)].count + 1
                    for edge in edges[Int(place)] where edge.bytes.contains(byte) {
                        targets.append(edge.target)
                    }
                }
                if work > PatternSyntax.Limit.work { failed = true }
                return targets.isEmpty ? nil : closure(of: targets, work: &work)
            },
            isAccepting: { $0.contains(end) }
        )
        if failed { throw .tooComplex(what: "steps to compile a pattern", limit: PatternSyntax.Limit.work) }
        return result
    }

    /// All places that these lead to without a byte; only those that matter are kept, sorted.
    private func closure(of places: [Int32], work: inout Int) -> [Int32] {
        var found = Set(places)
        var stack = Array(found)
        while let place = stack.popLast() {
            for next in silent[Int(place)] where found.insert(next).inserted { stack.append(next) }
            work += silent[Int(place)].count + 1
        }
        return found.filter { !edges[Int($0)].isEmpty || silent[Int($0)].isEmpty }.sorted()
    }

    /// The classes of bytes that no edge tells apart, with one byte of each.
    private var alphabet: (classes: [UInt8], samples: [UInt8]) {
        var isBorder = [Bool](repeating: false, count: 257)
        for edge in edges.joined() {
            isBorder[Int(edge.bytes.lowerBound)] = true
            isBorder[Int(edge.bytes.upperBound) + 1] = true
        }
        var classes: [UInt8] = []
        var samples: [UInt8] = [0]
        for byte in 0..<256 {
            if byte > 0, isBorder[byte] { samples.append(UInt8(byte)) }
            classes.append(UInt8(samples.count - 1))
        }
        return (classes, samples)
    }
}
