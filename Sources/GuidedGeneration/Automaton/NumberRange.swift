/// The numbers that a value may be, in decimal notation without exponent.
///
/// All values are scaled by ten to the power of ``fractionDigits``, so that nothing is rounded.
struct NumberRange: Sendable, Hashable {
    /// How many digits may follow the point; 0 for integers, which have no point.
    var fractionDigits: Int
    /// The smallest number, scaled.
    var lower: Int128
    /// The largest number, scaled.
    var upper: Int128
    /// What the number is a multiple of, scaled, ≥ 1.
    var multiple: Int128 = 1

    /// Digits after the point of a number that is not an integer.
    static let maximumFractionDigits = 15
    /// The largest magnitude before scaling.
    static let maximumMagnitude = Int128(1) << 63

    /// All integers of 64 bits.
    static let integers = NumberRange(
        fractionDigits: 0,
        lower: -maximumMagnitude,
        upper: maximumMagnitude - 1
    )

    /// All numbers between the integers of 64 bits.
    static let numbers = NumberRange(
        fractionDigits: maximumFractionDigits,
        lower: -maximumMagnitude * power(maximumFractionDigits),
        upper: (maximumMagnitude - 1) * power(maximumFractionDigits)
    )

    /// Ten to the power of `exponent`, which is in 0…38.
    static func power(_ exponent: Int) -> Int128 { powers[exponent] }

    private static let powers: [Int128] = (0..<38).reduce(into: [1]) { powers, _ in
        powers.append((powers.last ?? 1) * 10)
    }
}

/// A place inside a number: what was written of it.
struct NumberPlace: Sendable, Hashable {
    enum Phase: Sendable, Hashable {
        case start
        case sign
        case integer
        /// After the point, this many digits.
        case fraction(Int)
    }

    let range: Int32
    var isNegative = false
    var phase = Phase.start
    /// The digits so far: of the integer as they are, of a fraction scaled.
    var value: Int128 = 0
}

extension NumberRange {
    /// The magnitudes that numbers of this sign may have, scaled; zero has no sign.
    private func magnitudes(isNegative: Bool) -> (Int128, Int128) {
        isNegative ? (max(1, -upper), -lower) : (max(0, lower), upper)
    }

    /// Whether the number may end here.
    func isEnd(_ place: NumberPlace) -> Bool {
        let scaled: Int128
        switch place.phase {
        case .start, .sign, .fraction(0): return false
        case .integer: scaled = place.value * Self.power(fractionDigits)
        case .fraction: scaled = place.value
        }
        let (low, high) = magnitudes(isNegative: place.isNegative)
        return scaled >= low && scaled <= high && scaled % multiple == 0
    }

    /// The place after one more byte, nil where no number goes on so.
    func next(_ place: NumberPlace, _ byte: UInt8) -> NumberPlace? {
        var result = place
        switch (byte, place.phase) {
        case (UInt8(ascii: "-"), .start):
            result.phase = .sign
            result.isNegative = true
        case (UInt8(ascii: "."), .integer) where fractionDigits > 0:
            result.phase = .fraction(0)
            result.value = place.value * Self.power(fractionDigits)
        case (48...57, .start), (48...57, .sign):
            result.phase = .integer
            result.value = Int128(byte - 48)
        case (48...57, .integer) where place.value > 0 && place.value <= Self.maximumMagnitude:
            result.value = place.value * 10 + Int128(byte - 48)
        case (48...57, .fraction(let digits)) where digits < fractionDigits:
            result.phase = .fraction(digits + 1)
            result.value = place.value + Int128(byte - 48) * Self.power(fractionDigits - digits - 1)
        default: return nil
        }
        return shortest(result) == nil ? nil : result
    }

    /// The fewest bytes from a place to the end of a number, nil where there is none.
    func shortest(_ place: NumberPlace) -> Int? {
        switch place.phase {
        case .start:
            let positive = shortestMagnitude(isNegative: false)
            if let positive, positive <= 2 { return positive }
            let negative = shortestMagnitude(isNegative: true).map { $0 + 1 }
            return [positive, negative].compactMap(\.self).min()
        case .sign: return shortestMagnitude(isNegative: true)
        case .integer: return shortestInteger(place)
        case .fraction(let digits):
            return (max(digits, 1)...max(fractionDigits, 1)).first { total in
                exists(
                    from: place.value,
                    to: place.value + Self.power(fractionDigits - digits) - 1,
                    isNegative: place.isNegative,
                    places: total
                )
            }.map { $0 - digits }
        }
    }

    private func shortestMagnitude(isNegative: Bool) -> Int? {
        var best: Int?
        for digit in 0...9 {
            let place = NumberPlace(range: 0, isNegative: isNegative, phase: .integer, value: Int128(digit))
            guard let more = shortestInteger(place) else { continue }
            if more == 0 { return 1 }
            best = min(best ?? .max, more + 1)
        }
        return best
    }

    private func shortestInteger(_ place: NumberPlace) -> Int? {
        let (low, high) = magnitudes(isNegative: place.isNegative)
        guard low <= high else { return nil }
        var best: Int?
        var from = place.value
        var to = place.value
        for more in 0...20 {
            if let best, more >= best { break }
            let scaledFrom = from * Self.power(fractionDigits)
            guard scaledFrom <= high else { break }
            let scaledTo = (to + 1) * Self.power(fractionDigits) - 1
            if scaledTo >= low {
                for places in 0...fractionDigits {
                    let cost = more + (places > 0 ? places + 1 : 0)
                    if let best, cost >= best { break }
                    if exists(from: scaledFrom, to: scaledTo, isNegative: place.isNegative, places: places) {
                        best = cost
                        break
                    }
                }
            }
            guard place.value > 0 else { break }
            from *= 10
            to = to * 10 + 9
        }
        return best
    }

    /// Whether some allowed magnitude lies in these bounds and has at most so many digits after the point.
    private func exists(from: Int128, to: Int128, isNegative: Bool, places: Int) -> Bool {
        let (low, high) = magnitudes(isNegative: isNegative)
        let start = max(from, low)
        let end = min(to, high)
        guard start <= end else { return false }
        let grain = Self.power(fractionDigits - places)
        let step = Self.commonMultiple(multiple, grain)
        guard let step else { return start == 0 }
        let (rounded, overflow) = ((start / step) + (start % step == 0 ? 0 : 1)).multipliedReportingOverflow(
            by: step
        )
        return !overflow && rounded <= end
    }

    /// The least common multiple, nil beyond 128 bits.
    static func commonMultiple(_ left: Int128, _ right: Int128) -> Int128? {
        var (large, small) = (left, right)
        while small != 0 { (large, small) = (small, large % small) }
        let (product, overflow) = (left / large).multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }
}
