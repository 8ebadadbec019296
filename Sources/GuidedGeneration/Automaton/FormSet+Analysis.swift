extension FormSet {
    /// Adds two lengths; what is unreachable stays so.
    static func sum(_ left: Int, _ right: Int) -> Int { min(unreachable, left + right) }

    /// Multiplies a length; what is unreachable stays so.
    static func product(_ length: Int, _ count: Int) -> Int {
        guard count > 0 else { return 0 }
        let (product, overflow) = length.multipliedReportingOverflow(by: count)
        return overflow ? unreachable : min(unreachable, product)
    }

    /// Finds the shortest texts of all rules and objects, and refuses recursion without end.
    ///
    /// - Throws: ``GuideError/endlessRecursion(_:)``, ``GuideError/unsatisfiable(location:)``.
    mutating func analyse() throws(GuideError) {
        ruleShortest = Array(repeating: Self.unreachable, count: rules.count)
        objectShortest = objects.map {
            Array(repeating: SIMD2(repeating: Self.unreachable), count: $0.members.count + 1)
        }
        var changed = true
        while changed {
            changed = false
            for index in objects.indices.reversed() where update(object: index) { changed = true }
            for index in rules.indices.reversed() {
                let length = shortest(rules[index])
                if length < ruleShortest[index] {
                    ruleShortest[index] = length
                    changed = true
                }
            }
        }
        try refuseLeftRecursion()
        for form in rules + [root] { try refuseEmptyRepetition(form) }
        guard shortest(root) < Self.unreachable else {
            if let contradiction { throw .unsatisfiable(location: contradiction) }
            if let rule = firstEndlessRule { throw .endlessRecursion(ruleNames[rule]) }
            throw .unsatisfiable(location: "#")
        }
    }

    /// A rule that the root needs and that has no finite text because of its own recursion.
    private var firstEndlessRule: Int? {
        rules.indices.first { ruleShortest[$0] >= Self.unreachable && reaches($0, from: $0) }
    }

    private func reaches(_ target: Int, from start: Int) -> Bool {
        var found: Set<Int> = []
        var stack = references(rules[start])
        while let rule = stack.popLast() {
            if rule == target { return true }
            if found.insert(rule).inserted { stack += references(rules[rule]) }
        }
        return false
    }

    /// The rules that a form names anywhere.
    private func references(_ form: Form) -> [Int] {
        switch form {
        case .rule(let index): [index]
        case .choice(let parts), .sequence(let parts): parts.flatMap(references)
        case .repeated(let part, _, _, _): references(part)
        case .object(let index):
            objects[index].members.flatMap { references($0.value) }
                + (objects[index].additional.map(references) ?? [])
        default: []
        }
    }

    private mutating func update(object index: Int) -> Bool {
        let object = objects[index]
        var changed = false
        for place in (0...object.members.count).reversed() {
            var lengths = SIMD2(repeating: 1)
            if place < object.members.count {
                let member = object.members[place]
                let own = Self.sum(
                    Self.sum(member.name.count, shortest(member.value)),
                    objectShortest[index][place + 1].y
                )
                lengths = SIMD2(own, Self.sum(own, object.separator.count))
                if !member.isRequired {
                    let without = objectShortest[index][place + 1]
                    lengths = SIMD2(min(lengths.x, without.x), min(lengths.y, without.y))
                }
            }
            if lengths != objectShortest[index][place] {
                objectShortest[index][place] = lengths
                changed = true
            }
        }
        return changed
    }

    /// The fewest bytes of a text of this form.
    func shortest(_ form: Form) -> Int {
        switch form {
        case .nothing: return Self.unreachable
        case .literal(let bytes): return bytes.count
        case .choice(let parts): return parts.reduce(Self.unreachable) { min($0, shortest($1)) }
        case .sequence(let parts): return parts.reduce(0) { Self.sum($0, shortest($1)) }
        case .repeated(let part, let minimum, _, let separator):
            return Self.sum(
                Self.product(shortest(part), minimum),
                Self.product(separator.count, max(0, minimum - 1))
            )
        case .characters(let unit, let minimum, _): return Self.product(Int(unit.shortest[0]), minimum)
        case .automaton(let automaton): return Int(automaton.shortest[0])
        case .number(let range): return range.shortest(NumberPlace(range: 0)) ?? Self.unreachable
        case .span(let places):
            return places.starts.map { Int(places.toEnd[Int($0) + 1]) + 1 }.min() ?? Self.unreachable
        case .rule(let index): return ruleShortest[index]
        case .object(let index): return objectShortest[index][0].x
        }
    }

    /// Refuses rules that can begin with themselves before any byte is written.
    private func refuseLeftRecursion() throws(GuideError) {
        var depths = [Int](repeating: 0, count: rules.count)
        var state = [UInt8](repeating: 0, count: rules.count)
        for rule in rules.indices { _ = try beginDepth(rule, &depths, &state, level: 0) }
    }

    /// Refuses to repeat, without a separator, what is empty by way of a rule: it would not have to go on.
    private func refuseEmptyRepetition(_ form: Form) throws(GuideError) {
        switch form {
        case .choice(let parts), .sequence(let parts):
            for part in parts { try refuseEmptyRepetition(part) }
        case .repeated(let part, _, _, let separator):
            if separator.isEmpty, shortest(part) == 0,
                let rule = beginnings(part).first(where: { ruleShortest[$0] == 0 })
            {
                throw .endlessRecursion(ruleNames[rule])
            }
            try refuseEmptyRepetition(part)
        default: break
        }
    }

    private func beginDepth(
        _ rule: Int,
        _ depths: inout [Int],
        _ state: inout [UInt8],
        level: Int
    ) throws(GuideError) -> Int {
        if state[rule] == 2 { return depths[rule] }
        guard state[rule] == 0 else { throw .endlessRecursion(ruleNames[rule]) }
        guard level < Self.maximumDepth else {
            throw .tooComplex(what: "rules that begin with each other", limit: Self.maximumDepth)
        }
        state[rule] = 1
        var depth = 0
        for next in beginnings(rules[rule]) {
            depth = max(depth, 1 + (try beginDepth(next, &depths, &state, level: level + 1)))
        }
        guard depth < Self.maximumDepth else {
            throw .tooComplex(what: "rules that begin with each other", limit: Self.maximumDepth)
        }
        state[rule] = 2
        depths[rule] = depth
        return depth
    }

    /// The rules that a text of this form can begin with.
    private func beginnings(_ form: Form) -> [Int] {
        switch form {
        case .rule(let index): return [index]
        case .choice(let parts): return parts.flatMap(beginnings)
        case .sequence(let parts):
            var result: [Int] = []
            for part in parts {
                result += beginnings(part)
                if shortest(part) > 0 { break }
            }
            return result
        case .repeated(let part, _, _, _): return beginnings(part)
        default: return []
        }
    }
}
