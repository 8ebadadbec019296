/// All expressions of one guide, each once, with what is known of them.
struct ExpressionArena: Sendable {
    static let nothing: ExpressionID = 0
    static let empty: ExpressionID = 1
    /// The most expressions; beyond, ``isExhausted`` is set and whatever is made is ``nothing``.
    static let maximumCount = 1_000_000
    /// The most alternatives at one place.
    static let maximumChoices = 20_000

    let forms: FormSet
    private(set) var expressions: [Expression] = []
    /// For each expression the fewest bytes of a text of it.
    private(set) var shortest: [Int] = []
    /// For each expression whether the empty text is one of its.
    private(set) var isNullable: [Bool] = []
    /// Whether a bound was passed; what was computed since is not to be used.
    private(set) var isExhausted = false
    private var numbers: [Expression: ExpressionID] = [:]

    private(set) var pool: [UInt8] = []
    private var poolStarts: [[UInt8]: Int32] = [:]
    private(set) var automata: [ByteAutomaton] = []
    private var automatonNumbers: [ByteAutomaton: Int32] = [:]
    private(set) var ranges: [NumberRange] = []
    private var rangeNumbers: [NumberRange: Int32] = [:]
    private(set) var numberPlaces: [NumberPlace] = []
    private var numberPlaceNumbers: [NumberPlace: Int32] = [:]
    private(set) var spans: [SpanPlaces] = []
    private var spanNumbers: [SpanPlaces: Int32] = [:]
    private(set) var placeSets: [[Int32]] = []
    private var placeSetNumbers: [[Int32]: Int32] = [:]

    var expansions: [ExpressionID: ExpressionID] = [:]
    var memberValues: [SIMD2<Int32>: ExpressionID] = [:]
    var firstBytesCache: [ByteSet?] = []
    var clampedCache: [ExpressionID: ExpressionID] = [:]

    init(forms: FormSet) {
        self.forms = forms
        _ = intern(.nothing, shortest: FormSet.unreachable, isNullable: false)
        _ = intern(.empty, shortest: 0, isNullable: true)
    }

    var count: Int { expressions.count }

    /// The number of an expression; its length and whether it is nullable are needed when it is new.
    mutating func intern(_ expression: Expression, shortest length: Int, isNullable nullable: Bool)
        -> ExpressionID
    {
        if let number = numbers[expression] { return number }
        guard expressions.count < Self.maximumCount else {
            isExhausted = true
            return Self.nothing
        }
        let number = ExpressionID(expressions.count)
        expressions.append(expression)
        shortest.append(length)
        isNullable.append(nullable)
        firstBytesCache.append(nil)
        numbers[expression] = number
        return number
    }

    mutating func literal(_ bytes: [UInt8]) -> ExpressionID {
        let start = poolStarts[bytes] ?? Int32(pool.count)
        if start == pool.count {
            poolStarts[bytes] = start
            pool += bytes
        }
        return literal(start: start, end: start + Int32(bytes.count))
    }

    mutating func literal(start: Int32, end: Int32) -> ExpressionID {
        guard start < end else { return Self.empty }
        return intern(.literal(start: start, end: end), shortest: Int(end - start), isNullable: false)
    }

    mutating func number(of automaton: ByteAutomaton) -> Int32 {
        if let number = automatonNumbers[automaton] { return number }
        automata.append(automaton)
        automatonNumbers[automaton] = Int32(automata.count - 1)
        return Int32(automata.count - 1)
    }

    mutating func automaton(_ number: Int32, state: Int32) -> ExpressionID {
        let automaton = automata[Int(number)]
        let isEnd = automaton.isAccepting[Int(state)]
        if isEnd, automaton.firstBytes[Int(state)].isEmpty { return Self.empty }
        return intern(
            .automaton(number, state: state),
            shortest: Int(automaton.shortest[Int(state)]),
            isNullable: isEnd
        )
    }

    mutating func counted(_ number: Int32, state: Int32, needed: Int32, room: Int32) -> ExpressionID {
        if state == 0, room == 0 { return Self.empty }
        let automaton = automata[Int(number)]
        let own = state == 0 ? 0 : Int(automaton.shortest[Int(state)])
        let more = FormSet.product(Int(automaton.shortest[0]), Int(needed) - (state == 0 ? 0 : 1))
        return intern(
            .counted(number, state: state, needed: needed, room: room),
            shortest: FormSet.sum(own, more),
            isNullable: state == 0 && needed == 0
        )
    }

    mutating func number(in range: NumberRange) -> ExpressionID {
        let number = rangeNumbers[range] ?? Int32(ranges.count)
        if number == ranges.count {
            rangeNumbers[range] = number
            ranges.append(range)
        }
        return self.number(at: NumberPlace(range: number))
    }

    mutating func number(at place: NumberPlace) -> ExpressionID {
        let range = ranges[Int(place.range)]
        guard let length = range.shortest(place) else { return Self.nothing }
        let number = numberPlaceNumbers[place] ?? Int32(numberPlaces.count)
        if number == numberPlaces.count {
            numberPlaceNumbers[place] = number
            numberPlaces.append(place)
        }
        return intern(.number(number), shortest: length, isNullable: range.isEnd(place))
    }

    mutating func span(_ places: SpanPlaces) -> ExpressionID {
        let number = spanNumbers[places] ?? Int32(spans.count)
        if number == spans.count {
            spanNumbers[places] = number
            spans.append(places)
        }
        guard !places.starts.isEmpty else { return Self.nothing }
        let length = forms.shortest(.span(places))
        return intern(.span(number, places: -1), shortest: length, isNullable: false)
    }

    mutating func span(_ number: Int32, at places: [Int32]) -> ExpressionID {
        let source = spans[Int(number)]
        let length = places.reduce(Int32.max) { min($0, source.toEnd[Int($1)]) }
        guard length != .max else { return Self.nothing }
        let isLast = places.allSatisfy { Int($0) == source.bytes.count }
        if isLast { return Self.empty }
        let set = placeSetNumbers[places] ?? Int32(placeSets.count)
        if set == placeSets.count {
            placeSetNumbers[places] = set
            placeSets.append(places)
        }
        return intern(.span(number, places: set), shortest: Int(length), isNullable: length == 0)
    }

    mutating func sequence(_ head: ExpressionID, _ tail: ExpressionID) -> ExpressionID {
        if head == Self.nothing || tail == Self.nothing { return Self.nothing }
        if head == Self.empty { return tail }
        if tail == Self.empty { return head }
        if case .sequence(let first, let rest) = expressions[Int(head)] {
            return sequence(first, sequence(rest, tail))
        }
        return intern(
            .sequence(head, tail),
            shortest: FormSet.sum(shortest[Int(head)], shortest[Int(tail)]),
            isNullable: isNullable[Int(head)] && isNullable[Int(tail)]
        )
    }

    mutating func choice(_ parts: [ExpressionID]) -> ExpressionID {
        if parts.count == 2, parts[0] == parts[1] { return parts[0] }
        var flat: [ExpressionID] = []
        for part in parts {
            if case .choice(let inner) = expressions[Int(part)] {
                flat += inner
            } else if part != Self.nothing {
                flat.append(part)
            }
        }
        flat.sort()
        var unique: [ExpressionID] = []
        unique.reserveCapacity(flat.count)
        for part in flat where unique.last != part { unique.append(part) }
        if unique.first == Self.empty, unique.count > 1,
            unique.dropFirst().contains(where: { isNullable[Int($0)] })
        {
            unique.removeFirst()
        }
        guard unique.count > 1 else { return unique.first ?? Self.nothing }
        guard unique.count <= Self.maximumChoices else {
            isExhausted = true
            return Self.nothing
        }
        var length = FormSet.unreachable
        var nullable = false
        for part in unique {
            length = min(length, shortest[Int(part)])
            nullable = nullable || isNullable[Int(part)]
        }
        return intern(.choice(unique), shortest: length, isNullable: nullable)
    }

    mutating func rule(_ index: Int) -> ExpressionID {
        let length = forms.ruleShortest[index]
        guard length < FormSet.unreachable else { return Self.nothing }
        return intern(.rule(Int32(index)), shortest: length, isNullable: length == 0)
    }

    mutating func members(object: Int32, from: Int32, isFirst: Bool) -> ExpressionID {
        let lengths = forms.objectShortest[Int(object)][Int(from)]
        let length = isFirst ? lengths.x : lengths.y
        guard length < FormSet.unreachable else { return Self.nothing }
        return intern(
            .members(object: object, from: from, isFirst: isFirst),
            shortest: length,
            isNullable: false
        )
    }

    mutating func repeated(
        _ body: ExpressionID,
        separator: ExpressionID,
        needed: Int32,
        room: Int32,
        isFirst: Bool
    ) -> ExpressionID {
        if room == 0 { return Self.empty }
        if body == Self.nothing { return needed == 0 ? Self.empty : Self.nothing }
        let separators = separator == Self.empty ? 0 : max(0, Int(needed) - (isFirst ? 1 : 0))
        return intern(
            .repeated(body: body, separator: separator, needed: needed, room: room, isFirst: isFirst),
            shortest: FormSet.sum(
                FormSet.product(shortest[Int(body)], Int(needed)),
                FormSet.product(shortest[Int(separator)], separators)
            ),
            isNullable: needed == 0 || separators == 0 && isNullable[Int(body)]
        )
    }
}
