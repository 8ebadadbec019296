import Foundation

/// Says whether bytes begin some text of a shape: by trying everything from the first byte, with no automaton.
///
/// Written apart from the engine and on purpose differently, so that the two do not share their mistakes.
struct PrefixOracle {
    private let root: Shape
    private let bytes: [UInt8]
    /// Whether the bytes ran out at a place where some text goes on.
    private var isOpen = false

    /// Whether some text of the shape begins with these bytes.
    static func isPrefix(_ bytes: [UInt8], of root: Shape) -> Bool {
        var oracle = PrefixOracle(root: root, bytes: bytes)
        return oracle.ends(of: root, from: 0).contains(bytes.count) || oracle.isOpen
    }

    /// Whether the bytes are a text of the shape.
    static func isWhole(_ bytes: [UInt8], of root: Shape) -> Bool {
        var oracle = PrefixOracle(root: root, bytes: bytes)
        return oracle.ends(of: root, from: 0).contains(bytes.count)
    }

    private init(root: Shape, bytes: [UInt8]) {
        self.root = root
        self.bytes = bytes
    }

    /// The places where a text of the shape that starts here may end.
    private mutating func ends(of shape: Shape, from start: Int) -> Set<Int> {
        if start == bytes.count {
            isOpen = true
            return []
        }
        switch shape {
        case .texts(let texts, _):
            return texts.reduce(into: []) { $0.formUnion(literal(Array($1.utf8), from: start)) }
        case .integer(let range, let multiple):
            return number(from: start) { Self.integer($0, range, multiple) }
        case .decimal(let range): return number(from: start) { Self.decimal($0, range) }
        case .string(let minimum, let maximum): return string(minimum, maximum ?? .max, from: start)
        case .date: return date(from: start)
        case .array(let item, let minimum, let maximum):
            return elements(from: start, minimum: minimum, maximum: maximum ?? .max) { _ in item }
        case .tuple(let items, let minimum):
            return elements(from: start, minimum: minimum, maximum: items.count) { items[$0] }
        case .object(let members):
            var result: Set<Int> = []
            for next in literal(Array("{".utf8), from: start) {
                result.formUnion(self.members(members[...], isFirst: true, from: next))
            }
            return result
        case .anyOf(let branches):
            return branches.reduce(into: []) { $0.formUnion(ends(of: $1, from: start)) }
        case .root: return ends(of: root, from: start)
        }
    }

    private mutating func literal(_ text: [UInt8], from start: Int) -> Set<Int> {
        let rest = bytes[start...]
        if rest.count < text.count {
            if text.starts(with: rest) { isOpen = true }
            return []
        }
        return rest.starts(with: text) ? [start + text.count] : []
    }

    private mutating func elements(
        from start: Int,
        minimum: Int,
        maximum: Int,
        item: (Int) -> Shape
    ) -> Set<Int> {
        var result: Set<Int> = []
        var places = literal([0x5B], from: start)
        var count = 0
        while !places.isEmpty {
            if count >= minimum { for place in places { result.formUnion(literal([0x5D], from: place)) } }
            guard count < maximum else { break }
            var next: Set<Int> = []
            for place in places {
                for begin in count == 0 ? [place] : literal(Array(", ".utf8), from: place) {
                    next.formUnion(ends(of: item(count), from: begin))
                }
            }
            places = next
            count += 1
        }
        return result
    }

    private mutating func members(
        _ rest: ArraySlice<(name: String, value: Shape, isRequired: Bool)>,
        isFirst: Bool,
        from start: Int
    ) -> Set<Int> {
        guard let member = rest.first else { return literal([0x7D], from: start) }
        var result: Set<Int> = []
        for place in literal(Array("\(isFirst ? "" : ", ")\"\(member.name)\": ".utf8), from: start) {
            for end in ends(of: member.value, from: place) {
                result.formUnion(members(rest.dropFirst(), isFirst: false, from: end))
            }
        }
        if !member.isRequired { result.formUnion(members(rest.dropFirst(), isFirst: isFirst, from: start)) }
        return result
    }

    // MARK: Strings

    private mutating func string(_ minimum: Int, _ maximum: Int, from start: Int) -> Set<Int> {
        guard bytes[start] == 0x22 else { return [] }
        var place = start + 1
        var count = 0
        while true {
            guard place < bytes.count else {
                isOpen = true
                return []
            }
            if bytes[place] == 0x22 { return count >= minimum ? [place + 1] : [] }
            guard count < maximum, let length = character(at: place) else { return [] }
            guard length > 0 else {
                isOpen = true
                return []
            }
            place += length
            count += 1
        }
    }

    /// The bytes of the character here, 0 for one that the end cuts off, nil for none.
    private func character(at place: Int) -> Int? {
        let rest = Array(bytes[place...].prefix(12))
        if rest[0] == 0x5C { return escape(rest) }
        if rest[0] < 0x20 { return nil }
        if rest[0] < 0x80 { return 1 }
        let length = rest[0] >= 0xF0 ? 4 : rest[0] >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(rest[0]) else { return nil }
        if rest.count >= length {
            return String(validating: rest.prefix(length), as: UTF8.self) == nil ? nil : length
        }
        // Cut off: some continuation must make it whole.
        for filler: UInt8 in [0x80, 0x90, 0x9F, 0xA0, 0xBF] {
            let whole = rest + Array(repeating: filler, count: length - rest.count)
            if String(validating: whole, as: UTF8.self) != nil { return 0 }
        }
        return nil
    }

    private func escape(_ rest: [UInt8]) -> Int? {
        guard rest.count > 1 else { return 0 }
        if Array(#""\/bfnrt"#.utf8).contains(rest[1]) { return 2 }
        guard rest[1] == UInt8(ascii: "u") else { return nil }
        let digits = rest.dropFirst(2).prefix(4)
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }) else { return nil }
        let text = String(decoding: digits, as: UTF8.self).lowercased()
        if ["dc", "dd", "de", "df"].contains(where: { text.hasPrefix($0) }) { return nil }
        guard digits.count == 4 else { return 0 }
        guard ["d8", "d9", "da", "db"].contains(where: { text.hasPrefix($0) }) else { return 6 }
        let second = String(decoding: rest.dropFirst(6), as: UTF8.self)
        let pattern = #"\uX"#
        for (index, character) in second.lowercased().enumerated() where index < 6 {
            switch index {
            case 0: if character != pattern.first { return nil }
            case 1: if second.dropFirst().first != "u" { return nil }
            case 2: if character != "d" { return nil }
            case 3: if !"cdef".contains(character) { return nil }
            default: if !character.isHexDigit || !character.isASCII { return nil }
            }
        }
        return second.utf8.count >= 6 ? 12 : 0
    }

    // MARK: Numbers and dates

    /// What a piece of text is for a number: a whole one, the beginning of one, both or neither.
    private typealias Verdict = (isWhole: Bool, isBeginning: Bool)

    private mutating func number(from start: Int, _ verdict: (String) -> Verdict) -> Set<Int> {
        var end = start
        while end < bytes.count, Array("-.0123456789".utf8).contains(bytes[end]) { end += 1 }
        var result: Set<Int> = []
        for stop in start...end where stop > start {
            let (isWhole, isBeginning) = verdict(String(decoding: bytes[start..<stop], as: UTF8.self))
            if isWhole { result.insert(stop) }
            if stop == bytes.count, isBeginning { isOpen = true }
        }
        return result
    }

    private static func integer(_ text: String, _ range: ClosedRange<Int>, _ multiple: Int) -> Verdict {
        var isWhole = false
        var isBeginning = false
        for value in range where value % multiple == 0 {
            let written = String(value)
            if written == text { isWhole = true } else if written.hasPrefix(text) { isBeginning = true }
        }
        return (isWhole, isBeginning)
    }

    /// Hundredths as bounds, fifteen digits after the point: all in units of 10⁻¹⁵.
    private static func decimal(_ text: String, _ range: ClosedRange<Int>) -> Verdict {
        let unit = Decimal(sign: .plus, exponent: 13, significand: 1)
        let low = Decimal(range.lowerBound) * unit
        let high = Decimal(range.upperBound) * unit
        let isNegative = text.hasPrefix("-")
        let magnitude = isNegative ? text.dropFirst() : text[...]
        let parts = magnitude.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.contains("-") }),
            (parts.last?.count ?? 0) <= 15 || parts.count == 1
        else { return (false, false) }
        let whole = parts[0]
        if whole.isEmpty { return (false, parts.count == 1 && (isNegative ? low < 0 : high >= 0)) }
        if whole.count > 1, whole.first == "0" { return (false, false) }
        func value(_ digits: String) -> Decimal {
            (Decimal(string: digits) ?? 0) * (isNegative ? -1 : 1)
        }
        func isInside(_ one: Decimal, _ other: Decimal) -> Bool {
            let (from, to) = one < other ? (one, other) : (other, one)
            // Zero has no sign.
            return isNegative ? from < 0 && from <= high && min(to, -1) >= low : from <= high && to >= low
        }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        let padding = String(repeating: "0", count: 15 - fraction.count)
        let nines = String(repeating: "9", count: 15 - fraction.count)
        let exact = value(whole + fraction + padding)
        let isWhole =
            (parts.count == 1 || !fraction.isEmpty) && exact >= low && exact <= high
            && !(isNegative && exact == 0)
        var isBeginning = fraction.count < 15 && isInside(exact, value(whole + fraction + nines))
        if parts.count == 1, whole != "0" {
            for more in 1...6 {
                let zeros = String(repeating: "0", count: more)
                let all = String(repeating: "9", count: more)
                if isInside(value(whole + zeros + padding), value(whole + all + nines)) { isBeginning = true }
            }
        }
        return (isWhole, isBeginning)
    }

    private mutating func date(from start: Int) -> Set<Int> {
        let end = min(bytes.count, start + 12)
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard text.utf8.count == end - start, Self.isDateBeginning(text) else { return [] }
        if end - start == 12 { return [end] }
        isOpen = true
        return []
    }

    /// Whether this begins a quoted date, judged by completing it with a month and a day of each kind.
    private static func isDateBeginning(_ text: String) -> Bool {
        let model = Array("\"dddd-dd-dd\"")
        for (character, kind) in zip(text, model) {
            guard kind == "d" ? character.isASCII && character.isNumber : character == kind else {
                return false
            }
        }
        let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
        let year = digits.prefix(4)
        for month in 1...12 {
            for day in 1...31 {
                let written = [month / 10, month % 10, day / 10, day % 10]
                guard written.starts(with: digits.dropFirst(4)) else { continue }
                if month == 2, day == 29, year.count == 4 {
                    let value = year.reduce(0) { $0 * 10 + $1 }
                    if value % 4 == 0, value % 100 != 0 || value % 400 == 0 { return true }
                } else if day
                    <= [31, year.count < 4 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
                {
                    return true
                }
            }
        }
        return false
    }
}
