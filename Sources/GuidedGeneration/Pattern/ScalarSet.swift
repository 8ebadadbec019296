/// A set of Unicode code points without surrogates, as sorted ranges that do not touch.
struct ScalarSet: Sendable, Hashable {
    private(set) var ranges: [ClosedRange<UInt32>] = []

    /// The set of these ranges, which may overlap.
    init(_ ranges: [ClosedRange<UInt32>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
                self.ranges[self.ranges.count - 1] =
                    last.lowerBound...Swift.max(last.upperBound, range.upperBound)
            } else {
                self.ranges.append(range)
            }
        }
    }

    init(_ characters: String) { self.init(characters.unicodeScalars.map { $0.value...$0.value }) }

    static let all = ScalarSet([0...0xD7FF, 0xE000...0x10FFFF])
    static let digits = ScalarSet([48...57])
    static let wordCharacters = ScalarSet([48...57, 65...90, 95...95, 97...122])
    /// White space and line ends by ECMA-262.
    static let whiteSpace = ScalarSet([
        9...13, 32...32, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What `.` does not match, by ECMA-262.
    static let lineEnds = ScalarSet([10...10, 13...13, 0x2028...0x2029])

    var isEmpty: Bool { ranges.isEmpty }

    /// All code points that are not in the set.
    var inverted: ScalarSet {
        var result: [ClosedRange<UInt32>] = []
        for whole in Self.all.ranges {
            var from = whole.lowerBound
            for range in ranges where range.upperBound >= from && range.lowerBound <= whole.upperBound {
                if range.lowerBound > from { result.append(from...(range.lowerBound - 1)) }
                from = Swift.max(from, range.upperBound + 1)
            }
            if from <= whole.upperBound { result.append(from...whole.upperBound) }
        }
        return ScalarSet(result)
    }

    func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

    func subtracting(_ other: ScalarSet) -> ScalarSet { inverted.union(other).inverted }

    func contains(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }

    /// The UTF-8 forms: sequences of byte ranges, one sequence for each shape.
    var byteSequences: [[ClosedRange<UInt8>]] {
        var result: [[ClosedRange<UInt8>]] = []
        for range in ranges {
            for whole: ClosedRange<UInt32> in [
                0...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF,
            ] where range.overlaps(whole) {
                let part = range.clamped(to: whole)
                Self.split(Self.utf8(part.lowerBound), Self.utf8(part.upperBound), prefix: [], into: &result)
            }
        }
        return result
    }

    /// The UTF-8 bytes of a code point.
    static func utf8(_ scalar: UInt32) -> [UInt8] {
        Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
    }

    /// Splits the range between two sequences of the same length into products of byte ranges.
    private static func split(
        _ low: [UInt8],
        _ high: [UInt8],
        prefix: [ClosedRange<UInt8>],
        into result: inout [[ClosedRange<UInt8>]]
    ) {
        guard let first = low.first, let last = high.first else {
            result.append(prefix)
            return
        }
        let restLow = Array(low.dropFirst())
        let restHigh = Array(high.dropFirst())
        let lowest = [UInt8](repeating: 0x80, count: restLow.count)
        let highest = [UInt8](repeating: 0xBF, count: restLow.count)
        if first == last {
            split(restLow, restHigh, prefix: prefix + [first...first], into: &result)
            return
        }
        var from = first
        var to = last
        if restLow != lowest {
            split(restLow, highest, prefix: prefix + [first...first], into: &result)
            from += 1
        }
        if restHigh != highest {
            split(lowest, restHigh, prefix: prefix + [last...last], into: &result)
            to -= 1
        }
        if from <= to {
            result.append(prefix + [from...to] + restLow.map { _ in 0x80...0xBF })
        }
    }
}
