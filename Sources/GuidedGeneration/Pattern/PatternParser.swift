/// Reads the regular subset of ECMA-262: literals, `.`, classes, groups, `|`, quantifiers (lazy ones too, which
/// match the same texts), `^` and `$` at the borders, and the escapes that stand for characters.
struct PatternParser {
    private let pattern: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ pattern: String) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars)
    }

    mutating func parse() throws(GuideError) -> PatternSyntax {
        guard scalars.count <= PatternSyntax.Limit.length else {
            throw .tooComplex(what: "characters of a pattern", limit: PatternSyntax.Limit.length)
        }
        let syntax = try choice(depth: 0)
        guard position == scalars.count else { throw fault("a ) without (") }
        return syntax
    }

    private func fault(_ reason: String) -> GuideError { .unsupportedPattern(pattern, reason: reason) }

    private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choice(depth: Int) throws(GuideError) -> PatternSyntax {
        guard depth < PatternSyntax.Limit.depth else {
            throw .tooComplex(what: "nested groups of a pattern", limit: PatternSyntax.Limit.depth)
        }
        var branches = [try sequence(depth: depth)]
        while skip("|") { branches.append(try sequence(depth: depth)) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence(depth: Int) throws(GuideError) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            let atom = try atom(depth: depth)
            parts.append(try quantified(atom))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom(depth: Int) throws(GuideError) -> PatternSyntax {
        guard let scalar = current else { throw fault("it ends in the middle") }
        position += 1
        switch scalar {
        case "(": return try group(depth: depth)
        case "[": return .characters(try characterClass())
        case ".": return .characters(ScalarSet.lineEnds.inverted)
        case "^": return .start
        case "$": return .end
        case "\\": return .characters(try escape(inClass: false))
        case "*", "+", "?": throw fault("\(scalar) without something to repeat")
        case "{", "}", "]":
            throw fault("a bare \(scalar); write \\\(scalar)")
        default: return .characters(ScalarSet([scalar.value...scalar.value]))
        }
    }

    private mutating func group(depth: Int) throws(GuideError) -> PatternSyntax {
        if skip("?") {
            guard skip(":") else {
                throw fault("look-around, named groups and flags are not regular or not supported")
            }
        }
        let inner = try choice(depth: depth + 1)
        guard skip(")") else { throw fault("a ( without )") }
        if case .sequence = inner { return .sequence([inner]) }
        return inner
    }

    private mutating func quantified(_ atom: PatternSyntax) throws(GuideError) -> PatternSyntax {
        let bounds: (Int, Int?)
        switch current {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            position += 1
            bounds = try braces()
            position -= 1
        default: return atom
        }
        position += 1
        _ = skip("?")
        if let next = current, "*+?{".unicodeScalars.contains(next) {
            throw fault("two quantifiers in a row")
        }
        if atom == .start || atom == .end { throw fault("a repeated anchor") }
        return .repeated(atom, minimum: bounds.0, maximum: bounds.1)
    }

    /// Reads `n}`, `n,}` or `n,m}`.
    private mutating func braces() throws(GuideError) -> (Int, Int?) {
        let minimum = try count()
        var maximum: Int? = minimum
        if skip(",") { maximum = current == "}" ? nil : try count() }
        guard skip("}") else { throw fault("a { that is not a quantifier; write \\{") }
        if let maximum, maximum < minimum { throw fault("a quantifier with its bounds the wrong way round") }
        return (minimum, maximum)
    }

    private mutating func count() throws(GuideError) -> Int {
        var value = 0
        var digits = 0
        while let scalar = current, ("0"..."9").contains(scalar) {
            value = value * 10 + Int(scalar.value - 48)
            digits += 1
            position += 1
            guard value <= PatternSyntax.Limit.repetition else {
                throw .tooComplex(what: "repetitions in a pattern", limit: PatternSyntax.Limit.repetition)
            }
        }
        guard digits > 0 else { throw fault("a { that is not a quantifier; write \\{") }
        return value
    }

    private mutating func characterClass() throws(GuideError) -> ScalarSet {
        let isInverted = skip("^")
        var ranges: [ClosedRange<UInt32>] = []
        while let scalar = current, scalar != "]" {
            let low = try classMember()
            guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                ranges += low.ranges
                continue
            }
            position += 1
            let high = try classMember()
            guard let from = low.single, let to = high.single, from <= to else {
                throw fault("a range that is none")
            }
            if from < 0xD800, to > 0xDFFF {
                ranges += [from...0xD7FF, 0xE000...to]
            } else {
                ranges.append(from...to)
            }
        }
        guard skip("]") else { throw fault("a [ without ]") }
        let set = ScalarSet(ranges)
        return isInverted ? set.inverted : set
    }

    private mutating func classMember() throws(GuideError) -> ScalarSet {
        guard let scalar = current else { throw fault("a [ without ]") }
        position += 1
        if scalar == "\\" { return try escape(inClass: true) }
        if scalar == "[" { throw fault("a [ inside a class; write \\[") }
        return ScalarSet([scalar.value...scalar.value])
    }

    private mutating func escape(inClass: Bool) throws(GuideError) -> ScalarSet {
        guard let scalar = current else { throw fault("a \\ at the end") }
        position += 1
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.inverted
        case "w": return .wordCharacters
        case "W": return ScalarSet.wordCharacters.inverted
        case "s": return .whiteSpace
        case "S": return ScalarSet.whiteSpace.inverted
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "t": return ScalarSet("\t")
        case "f": return ScalarSet("\u{0C}")
        case "v": return ScalarSet("\u{0B}")
        case "b" where inClass: return ScalarSet("\u{08}")
        case "x": return try codePoint(digits: 2)
        case "u": return skip("{") ? try bracedCodePoint() : try codePoint(digits: 4)
        case "a"..."z", "A"..."Z", "0"..."9": throw fault("\\\(scalar) is not supported")
        default: return ScalarSet([scalar.value...scalar.value])
        }
    }

    private mutating func codePoint(digits: Int) throws(GuideError) -> ScalarSet {
        guard position + digits <= scalars.count else { throw fault("an escape that ends in the middle") }
        var value: UInt32 = 0
        for _ in 0..<digits { value = value << 4 | (try hexadecimalDigit()) }
        return try scalarSet(value)
    }

    private mutating func bracedCodePoint() throws(GuideError) -> ScalarSet {
        var value: UInt32 = 0
        repeat {
            value = value << 4 | (try hexadecimalDigit())
            guard value <= 0x10FFFF else { throw fault("a code point that does not exist") }
        } while !skip("}")
        return try scalarSet(value)
    }

    private mutating func hexadecimalDigit() throws(GuideError) -> UInt32 {
        guard let scalar = current, let digit = Character(scalar).hexDigitValue, scalar.isASCII else {
            throw fault("an escape without its hexadecimal digits")
        }
        position += 1
        return UInt32(digit)
    }

    private func scalarSet(_ value: UInt32) throws(GuideError) -> ScalarSet {
        guard Unicode.Scalar(value) != nil else { throw fault("half of a surrogate pair") }
        return ScalarSet([value...value])
    }
}

extension ScalarSet {
    /// The code point, if there is exactly one.
    fileprivate var single: UInt32? {
        guard ranges.count == 1, ranges[0].lowerBound == ranges[0].upperBound else { return nil }
        return ranges[0].lowerBound
    }
}
