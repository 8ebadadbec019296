internal import Foundation

/// One row of logits: one `Float` per entry of the vocabulary, natural-log scale, unnormalised.
///
/// The memory belongs to the context and holds until its next forward pass.
package struct LogitRow {
    private typealias Lanes = SIMD16<Float>

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
        if lanes > 0 {
            let base = UnsafeRawPointer(values.baseAddress.unsafelyUnwrapped)
            for lane in 0..<lanes {
                let next = base.loadUnaligned(fromByteOffset: lane * MemoryLayout<Lanes>.size, as: Lanes.self)
                greatest = pointwiseMax(greatest, next)
            }
        }
        var result = greatest.max()
        for index in (lanes * Lanes.scalarCount)..<values.count { result = max(result, values[index]) }
        return result
    }

    /// The likeliest token, the first of several.
    package var likeliest: Int32 {
        let maximum = maximum
        return Int32(values.firstIndex(of: maximum) ?? 0)
    }

    /// The natural logarithm of the sum of all exponentials: what turns a logit into a log-probability.
    ///
    /// The exponential is a polynomial of sixth degree on a half-octave (relative error below 3e-7), sixteen tokens
    /// at a time: on a vocabulary of 150,000 the C library's would cost as much as a layer of a small model.
    package var logSumExp: Float {
        let maximum = maximum
        guard maximum.isFinite else { return maximum }
        let lanes = values.count / Lanes.scalarCount
        var sums = Lanes(repeating: 0)
        if lanes > 0 {
            let base = UnsafeRawPointer(values.baseAddress.unsafelyUnwrapped)
            for lane in 0..<lanes {
                let next = base.loadUnaligned(fromByteOffset: lane * MemoryLayout<Lanes>.size, as: Lanes.self)
                sums += Self.exponential(of: next - maximum)
            }
        }
        var sum = Double(sums.sum())
        for index in (lanes * Lanes.scalarCount)..<values.count {
            sum += Double(exp(values[index] - maximum))
        }
        return maximum + Float(log(sum))
    }

    /// The tokens whose logit is at least this.
    package func tokens(atLeast threshold: Float) -> [Int32] {
        var tokens: [Int32] = []
        for index in 0..<values.count where values[index] >= threshold { tokens.append(Int32(index)) }
        return tokens
    }

    private static func exponential(of x: Lanes) -> Lanes {
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
