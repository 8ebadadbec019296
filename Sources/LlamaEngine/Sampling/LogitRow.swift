internal import Foundation

/// One row of logits: one `Float` per entry of the vocabulary, natural-log scale, unnormalised.
///
/// The memory belongs to the context and holds until its next forward pass.
package struct LogitRow {
    typealias Lanes = SIMD16<Float>

    private let values: UnsafeBufferPointer<Float>

    /// A row over the context's memory.
    package init(_ values: UnsafeBufferPointer<Float>) { self.values = values }

    /// How many tokens the vocabulary has.
    package var count: Int { values.count }

    /// The logit of a token.
    package subscript(token: Int32) -> Float { values[Int(token)] }

    /// The largest logit.
    package var maximum: Float {
        let lanes = values.count / Lanes.scalarCount
        var greatest = Lanes(repeating: -.infinity)
        for lane in 0..<lanes { greatest = pointwiseMax(greatest, block(lane)) }
        var result = greatest.max()
        for index in (lanes * Lanes.scalarCount)..<values.count { result = max(result, values[index]) }
        return result
    }

    /// The likeliest token, the first of several.
    package var likeliest: Int32 {
        let lanes = values.count / Lanes.scalarCount
        var greatest = Lanes(repeating: -.infinity)
        var places = SIMD16<Int32>(repeating: 0)
        for lane in 0..<lanes {
            let next = block(lane)
            let isLarger = next .> greatest
            greatest.replace(with: next, where: isLarger)
            places.replace(with: Int32(truncatingIfNeeded: lane), where: isLarger)
        }
        var best: (place: Int, value: Float) = (0, -.infinity)
        for index in 0..<Lanes.scalarCount where lanes > 0 {
            let place = Int(places[index]) * Lanes.scalarCount + index
            let value = greatest[index]
            if value > best.value || value == best.value && place < best.place { best = (place, value) }
        }
        for index in (lanes * Lanes.scalarCount)..<values.count where values[index] > best.value {
            best = (index, values[index])
        }
        return Int32(best.place)
    }

    /// The natural logarithm of the sum of all exponentials: what turns a logit into a log-probability.
    package var logSumExp: Float {
        let maximum = maximum
        guard maximum.isFinite else { return maximum }
        return maximum + Float(log(sumOfExponentials(over: maximum, scale: 1)))
    }

    /// The sum over all tokens of e to the power of (logit − `maximum`) × `scale`.
    ///
    /// The exponential is a polynomial of sixth degree on a half-octave (relative error below 3e-7), sixteen tokens
    /// at a time: on a vocabulary of 150,000 the C library's would cost as much as a layer of a small model.
    func sumOfExponentials(over maximum: Float, scale: Float) -> Double {
        let lanes = values.count / Lanes.scalarCount
        var sums = Lanes(repeating: 0)
        for lane in 0..<lanes { sums += Self.exponential(of: (block(lane) - maximum) * scale) }
        var sum = Double(sums.sum())
        for index in (lanes * Lanes.scalarCount)..<values.count {
            sum += Double(exp((values[index] - maximum) * scale))
        }
        return sum
    }

    /// The token at which the running sum of ``sumOfExponentials(over:scale:)`` first exceeds `limit`; the
    /// likeliest where rounding keeps it below.
    func token(atSum limit: Double, over maximum: Float, scale: Float) -> Int32 {
        let lanes = values.count / Lanes.scalarCount
        var sum = 0.0
        for lane in 0..<lanes {
            let weights = Self.exponential(of: (block(lane) - maximum) * scale)
            let next = sum + Double(weights.sum())
            if next > limit {
                for index in 0..<Lanes.scalarCount {
                    sum += Double(weights[index])
                    if sum > limit { return Int32(lane * Lanes.scalarCount + index) }
                }
            }
            sum = next
        }
        for index in (lanes * Lanes.scalarCount)..<values.count {
            sum += Double(exp((values[index] - maximum) * scale))
            if sum > limit { return Int32(index) }
        }
        return likeliest
    }

    /// The tokens whose logit is at least this.
    package func tokens(atLeast threshold: Float) -> [Int32] {
        var tokens: [Int32] = []
        let lanes = values.count / Lanes.scalarCount
        for lane in 0..<lanes where any(block(lane) .>= threshold) {
            for index in (lane * Lanes.scalarCount)..<((lane + 1) * Lanes.scalarCount)
            where values[index] >= threshold { tokens.append(Int32(index)) }
        }
        for index in (lanes * Lanes.scalarCount)..<values.count where values[index] >= threshold {
            tokens.append(Int32(index))
        }
        return tokens
    }

    /// The logits at sixteen times a number and after it.
    @inline(__always)
    func block(_ lane: Int) -> Lanes {
        UnsafeRawPointer(values.baseAddress.unsafelyUnwrapped)
            .loadUnaligned(fromByteOffset: lane * MemoryLayout<Lanes>.size, as: Lanes.self)
    }

    /// e to the power of each, by a polynomial of sixth degree on a half-octave; relative error below 3e-7.
    @inline(__always)
    static func exponential(of x: Lanes) -> Lanes {
        // 2^t = 2^i × 2^f: adding 1.5 × 2^23 rounds to an integer and leaves it in the low bits.
        let magic: Float = 12_582_912
        let t = pointwiseMax(x * 1.442_695_04, Lanes(repeating: -126))
        let rounded = t + magic
        let f = t - (rounded - magic)
        var p = Lanes(repeating: 0.000_154_035_3) * f + 0.001_333_355_8
        p = p * f + 0.009_618_129_1
        p = p * f + 0.055_504_108_7
        p = p * f + 0.240_226_507
        p = p * f + 0.693_147_181
        p = p * f + 1
        let bits = unsafeBitCast(rounded, to: SIMD16<UInt32>.self)
        let scale = (bits &<< 23) &+ SIMD16<UInt32>(repeating: 0x3F80_0000)
        return p * unsafeBitCast(scale, to: Lanes.self)
    }
}
