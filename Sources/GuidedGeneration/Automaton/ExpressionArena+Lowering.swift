extension ExpressionArena {
    /// Sets of at least so many fixed texts become one automaton instead of a choice of each.
    private static let smallestTextSet = 5

    /// The expression of a form; rules and the values of objects follow when they are reached.
    mutating func lower(_ form: Form) -> ExpressionID {
        switch form {
        case .nothing: return Self.nothing
        case .literal(let bytes): return literal(bytes)
        case .choice(let parts): return lower(choice: parts)
        case .sequence(let parts):
            var result = Self.empty
            for part in parts.reversed() { result = sequence(lower(part), result) }
            return result
        case .repeated(let part, let minimum, let maximum, let separator):
            return lower(repeated: part, minimum, maximum, separator)
        case .characters(let unit, let minimum, let maximum):
            return counted(
                number(of: unit),
                state: 0,
                needed: Int32(clamping: minimum),
                room: maximum.map(Int32.init(clamping:)) ?? -1
            )
        case .automaton(let automaton): return self.automaton(number(of: automaton), state: 0)
        case .number(let range): return number(in: range)
        case .span(let places): return span(places)
        case .rule(let index): return rule(index)
        case .object(let index): return members(object: Int32(index), from: 0, isFirst: true)
        }
    }

    private mutating func lower(choice parts: [Form]) -> ExpressionID {
        var texts: [[UInt8]] = []
        var others: [ExpressionID] = []
        for part in parts {
            if case .literal(let bytes) = part { texts.append(bytes) } else { others.append(lower(part)) }
        }
        if texts.count >= Self.smallestTextSet, let automaton = ByteAutomaton.texts(texts) {
            others.append(self.automaton(number(of: automaton), state: 0))
        } else {
            for text in texts { others.append(literal(text)) }
        }
        return choice(others)
    }

    private mutating func lower(
        repeated part: Form,
        _ minimum: Int,
        _ maximum: Int?,
        _ separator: [UInt8]
    ) -> ExpressionID {
        if separator.isEmpty, case .automaton(let unit) = part, unit.isPrefixFree {
            return lower(.characters(unit, minimum: minimum, maximum: maximum))
        }
        var body = lower(part)
        var needed = Int32(clamping: minimum)
        if isNullable[Int(body)], separator.isEmpty {
            needed = 0
            body = nonEmpty(body)
        }
        return repeated(
            body,
            separator: literal(separator),
            needed: needed,
            room: maximum.map(Int32.init(clamping:)) ?? -1,
            isFirst: true
        )
    }

    /// The texts of an expression without the empty one.
    ///
    /// A rule that may be empty does not come here: such repetitions are refused when the guide is compiled.
    mutating func nonEmpty(_ id: ExpressionID) -> ExpressionID {
        guard isNullable[Int(id)] else { return id }
        switch expressions[Int(id)] {
        case .choice(let parts): return choice(parts.map { nonEmpty($0) })
        case .sequence(let head, let tail):
            return choice([sequence(nonEmpty(head), tail), nonEmpty(tail)])
        case .counted(let number, let state, _, let room):
            return counted(number, state: state, needed: 1, room: room)
        case .repeated(let body, let separator, let needed, let room, let isFirst):
            let once = repeated(
                body,
                separator: separator,
                needed: max(1, needed),
                room: room,
                isFirst: isFirst
            )
            guard isNullable[Int(once)] else { return once }
            return nonEmpty(expanded(once))
        case .automaton(let number, let state):
            let automaton = automata[Int(number)]
            var length = FormSet.unreachable
            automaton.firstBytes[Int(state)].forEach { byte in
                length = min(length, 1 + Int(automaton.shortest[Int(automaton.next(state, byte))]))
            }
            guard length < FormSet.unreachable else { return Self.nothing }
            return intern(.nonEmpty(id), shortest: length, isNullable: false)
        default: return Self.nothing
        }
    }

    /// What a rule, an object's rest or a repetition stands for, one step unrolled; others stand for themselves.
    mutating func expanded(_ id: ExpressionID) -> ExpressionID {
        if let known = expansions[id] { return known }
        let result: ExpressionID
        switch expressions[Int(id)] {
        case .rule(let index): result = lower(forms.rules[Int(index)])
        case .members(let object, let from, let isFirst):
            result = expanded(object: object, from: from, isFirst: isFirst)
        case .repeated(let body, let separator, let needed, let room, let isFirst):
            let rest = repeated(
                body,
                separator: separator,
                needed: max(0, needed - 1),
                room: room < 0 ? room : room - 1,
                isFirst: false
            )
            let step = sequence(isFirst ? Self.empty : separator, sequence(body, rest))
            result = needed == 0 ? choice([Self.empty, step]) : step
        default: return id
        }
        expansions[id] = result
        return result
    }

    private mutating func expanded(object number: Int32, from: Int32, isFirst: Bool) -> ExpressionID {
        let object = forms.objects[Int(number)]
        let separator = isFirst ? [] : object.separator
        var parts: [ExpressionID] = []
        for index in Int(from)..<object.members.count {
            let member = object.members[index]
            let key = SIMD2(number, Int32(index))
            let value = memberValues[key] ?? lower(member.value)
            memberValues[key] = value
            let rest = members(object: number, from: Int32(index + 1), isFirst: false)
            parts.append(sequence(literal(separator + member.name), sequence(value, rest)))
            if member.isRequired { return choice(parts) }
        }
        parts.append(literal([UInt8(ascii: "}")]))
        if let additional = object.additional {
            let key = SIMD2(number, Int32(-1))
            let value = memberValues[key] ?? lower(additional)
            memberValues[key] = value
            let rest = members(object: number, from: Int32(object.members.count), isFirst: false)
            parts.append(sequence(literal(separator), sequence(value, rest)))
        }
        return choice(parts)
    }
}
