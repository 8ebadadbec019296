extension ExpressionArena {
    /// What may follow a byte; ``nothing`` where the byte cannot come.
    mutating func derivative(_ id: ExpressionID, _ byte: UInt8) -> ExpressionID {
        switch expressions[Int(id)] {
        case .nothing, .empty: return Self.nothing
        case .literal(let start, let end):
            return pool[Int(start)] == byte ? literal(start: start + 1, end: end) : Self.nothing
        case .automaton(let number, let state):
            let next = automata[Int(number)].next(state, byte)
            return next < 0 ? Self.nothing : automaton(number, state: next)
        case .counted(let number, let state, let needed, let room):
            let unit = automata[Int(number)]
            let next = unit.next(state, byte)
            guard next >= 0 else { return Self.nothing }
            guard unit.isAccepting[Int(next)] else {
                return counted(number, state: next, needed: max(needed, 1), room: room)
            }
            return counted(number, state: 0, needed: max(0, needed - 1), room: room < 0 ? room : room - 1)
        case .number(let number):
            let place = numberPlaces[Int(number)]
            return ranges[Int(place.range)].next(place, byte).map { self.number(at: $0) } ?? Self.nothing
        case .span(let number, let places):
            return spanDerivative(number, places, byte)
        case .sequence(let head, let tail):
            let first = sequence(derivative(head, byte), tail)
            guard isNullable[Int(head)] else { return first }
            return choice([first, derivative(tail, byte)])
        case .choice(let parts):
            var results: [ExpressionID] = []
            for part in parts where firstBytes(part).contains(byte) { results.append(derivative(part, byte)) }
            return results.count == 1 ? results[0] : choice(results)
        case .rule, .members, .repeated: return derivative(expanded(id), byte)
        case .nonEmpty(let part): return derivative(part, byte)
        }
    }

    private mutating func spanDerivative(_ number: Int32, _ places: Int32, _ byte: UInt8) -> ExpressionID {
        let source = spans[Int(number)]
        let current = places < 0 ? source.starts : placeSets[Int(places)]
        var next: [Int32] = []
        for place in current where Int(place) < source.bytes.count && source.bytes[Int(place)] == byte {
            if source.toEnd[Int(place) + 1] != .max { next.append(place + 1) }
        }
        return next.isEmpty ? Self.nothing : span(number, at: next)
    }

    /// The bytes that texts of an expression can begin with.
    mutating func firstBytes(_ id: ExpressionID) -> ByteSet {
        if let known = firstBytesCache[Int(id)] { return known }
        var set = ByteSet()
        switch expressions[Int(id)] {
        case .nothing, .empty: break
        case .literal(let start, _): set.insert(pool[Int(start)])
        case .automaton(let number, let state), .counted(let number, let state, _, _):
            set = automata[Int(number)].firstBytes[Int(state)]
        case .number(let number):
            let place = numberPlaces[Int(number)]
            let range = ranges[Int(place.range)]
            for byte in Array("0123456789.-".utf8) where range.next(place, byte) != nil { set.insert(byte) }
        case .span(let number, let places):
            let source = spans[Int(number)]
            for place in places < 0 ? source.starts : placeSets[Int(places)]
            where Int(place) < source.bytes.count {
                if source.toEnd[Int(place) + 1] != .max { set.insert(source.bytes[Int(place)]) }
            }
        case .sequence(let head, let tail):
            set = firstBytes(head)
            if isNullable[Int(head)] { set.formUnion(firstBytes(tail)) }
        case .choice(let parts):
            for part in parts { set.formUnion(firstBytes(part)) }
        case .rule, .members, .repeated: set = firstBytes(expanded(id))
        case .nonEmpty(let part): set = firstBytes(part)
        }
        firstBytesCache[Int(id)] = set
        return set
    }

    /// The first byte of a shortest text of an expression, nil where that is the empty one.
    ///
    /// It depends on the expression alone, so that the shortest text from any place on it is its own rest.
    mutating func bestByte(_ id: ExpressionID) -> UInt8? {
        guard shortest[Int(id)] > 0, id != Self.nothing else { return nil }
        switch expressions[Int(id)] {
        case .nothing, .empty: return nil
        case .literal(let start, _): return pool[Int(start)]
        case .automaton(let number, let state), .counted(let number, let state, _, _):
            return automata[Int(number)].bestByte[Int(state)]
        case .sequence(let head, let tail):
            return bestByte(shortest[Int(head)] == 0 ? tail : head)
        case .choice(let parts):
            // Of several shortest ones the smallest byte, not the first part: numbers of expressions mean nothing.
            var best: UInt8?
            for part in parts where shortest[Int(part)] == shortest[Int(id)] {
                guard let byte = bestByte(part) else { continue }
                best = min(best ?? byte, byte)
            }
            return best
        case .rule, .members, .repeated: return bestByte(expanded(id))
        case .number, .span, .nonEmpty:
            var bytes: [UInt8] = []
            firstBytes(id).forEach { bytes.append($0) }
            for byte in bytes {
                let next = derivative(id, byte)
                if shortest[Int(next)] == shortest[Int(id)] - 1 { return byte }
            }
            return nil
        }
    }

    /// An expression that allows the same tokens: room beyond the longest token makes no difference.
    mutating func clamped(_ id: ExpressionID, longest: Int32) -> ExpressionID {
        if let known = clampedCache[id] { return known }
        let result: ExpressionID
        switch expressions[Int(id)] {
        case .counted(let number, let state, let needed, let room) where room > max(longest, needed):
            result = counted(number, state: state, needed: needed, room: max(longest, needed))
        case .repeated(let body, let separator, let needed, let room, let isFirst)
        where room > max(longest, needed):
            result = repeated(
                body,
                separator: separator,
                needed: needed,
                room: max(longest, needed),
                isFirst: isFirst
            )
        case .sequence(let head, let tail):
            result = sequence(clamped(head, longest: longest), clamped(tail, longest: longest))
        case .choice(let parts):
            result = choice(parts.map { clamped($0, longest: longest) })
        default: return id
        }
        clampedCache[id] = result
        return result
    }
}
