internal import OrderedJSON

/// A number of a schema, exactly.
struct SchemaDecimal: Sendable, Hashable {
    private let isNegative: Bool
    /// The digits without point, leading zeros left out.
    private let digits: [UInt8]
    private let exponent: Int

    init(_ number: JSONNumber) {
        var digits: [UInt8] = []
        var fraction = 0
        var isFraction = false
        var rest = number.text.utf8[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else {
                if !digits.isEmpty || byte != 48 { digits.append(byte - 48) }
                if isFraction { fraction += 1 }
            }
        }
        let written =
            Int(String(decoding: rest.dropFirst(), as: UTF8.self)) ?? (rest.contains(45) ? -100_000 : 100_000)
        self.digits = digits
        exponent = (rest.isEmpty ? 0 : min(max(written, -100_000), 100_000)) - fraction
    }

    /// Larger than any scaled number that is written.
    private static let bound = Int128(1) << 124

    /// The number times ten to the power of `scale`, rounded down, and whether that is exact.
    ///
    /// Beyond 2¹²⁴ it is that bound.
    func scaled(by scale: Int) -> (floor: Int128, isExact: Bool) {
        var value: Int128 = 0
        let shift = exponent + scale
        let kept = shift < 0 ? max(0, digits.count + shift) : digits.count
        for digit in digits.prefix(kept) {
            value = value * 10 + Int128(digit)
            if value > Self.bound { return (isNegative ? -Self.bound : Self.bound, true) }
        }
        if shift > 0, value > 0 {
            for _ in 0..<shift {
                value *= 10
                if value > Self.bound { return (isNegative ? -Self.bound : Self.bound, true) }
            }
        }
        let isExact = digits.dropFirst(kept).allSatisfy { $0 == 0 }
        if isNegative { return (isExact ? -value : -value - 1, isExact) }
        return (value, isExact)
    }

    /// The smallest scaled number that is not below this one, or with `isExclusive` that is above it.
    func lowerBound(scale: Int, isExclusive: Bool) -> Int128 {
        let (floor, isExact) = scaled(by: scale)
        return isExact && !isExclusive ? floor : floor + 1
    }

    /// The largest scaled number that is not above this one, or with `isExclusive` that is below it.
    func upperBound(scale: Int, isExclusive: Bool) -> Int128 {
        let (floor, isExact) = scaled(by: scale)
        return isExact && isExclusive ? floor - 1 : floor
    }

    /// Whether the number has no fraction.
    var isInteger: Bool { scaled(by: 0).isExact }

    static func < (left: SchemaDecimal, right: SchemaDecimal) -> Bool {
        // Numbers of a schema are compared at a scale beyond that of any number that is written.
        left.scaled(by: 17).floor < right.scaled(by: 17).floor
    }
}
