internal import Foundation
internal import GuidedGeneration

// What is asked of a row about the tokens that a guide allows: nearly all of a vocabulary inside a string, a handful
// between two values. Sixteen tokens are looked at together.
extension LogitRow {
    /// The largest logit of the allowed tokens.
    func maximum(among mask: TokenMask) -> Float {
        var greatest = Lanes(repeating: -.infinity)
        forEachBlock(of: mask) { _, block in greatest = pointwiseMax(greatest, block) }
        return greatest.max()
    }

    /// The sum over the allowed tokens of e to the power of (logit − `maximum`).
    func sumOfExponentials(among mask: TokenMask, over maximum: Float) -> Double {
        var sums = Lanes(repeating: 0)
        forEachBlock(of: mask) { _, block in sums += Self.exponential(of: block - maximum) }
        return Double(sums.sum())
    }

    /// The allowed tokens whose logit is at least this.
    func tokens(atLeast threshold: Float, among mask: TokenMask) -> [(token: Int32, logit: Float)] {
        var found: [(token: Int32, logit: Float)] = []
        forEachBlock(of: mask) { start, block in
            guard any(block .>= threshold) else { return }
            for index in 0..<Lanes.scalarCount where block[index] >= threshold {
                found.append((Int32(start + index), block[index]))
            }
        }
        return found
    }

    /// The likeliest allowed tokens, likeliest first; of equal ones the first.
    ///
    /// - Parameter count: How many at most, ≥ 1.
    func best(_ count: Int, among mask: TokenMask) -> [(token: Int32, logit: Float)] {
        var best: [(token: Int32, logit: Float)] = []
        best.reserveCapacity(count + 1)
        var least = -Float.infinity
        forEachBlock(of: mask) { start, block in
            guard any(block .> least) else { return }
            for index in 0..<Lanes.scalarCount where block[index] > least {
                let logit = block[index]
                let place = best.firstIndex { $0.logit < logit } ?? best.count
                best.insert((Int32(start + index), logit), at: place)
                if best.count > count { best.removeLast() }
                if best.count == count { least = best[count - 1].logit }
            }
        }
        return best
    }

    /// Sixteen logits at a time, minus infinity for those that are not allowed; blocks without any are left out.
    @inline(__always)
    private func forEachBlock(of mask: TokenMask, _ body: (_ start: Int, _ block: Lanes) -> Void) {
        mask.words.withUnsafeBufferPointer { words in
            for index in words.indices where words[index] != 0 {
                for part in 0..<4 {
                    let bits = UInt32(truncatingIfNeeded: words[index] >> UInt64(part * 16)) & 0xFFFF
                    let start = index * 64 + part * 16
                    guard bits != 0, start < count else { continue }
                    var block = Lanes(repeating: -.infinity)
                    if start + Lanes.scalarCount <= count {
                        block = self.block(start / Lanes.scalarCount)
                    } else {
                        for lane in 0..<(count - start) { block[lane] = self[Int32(start + lane)] }
                    }
                    if bits != 0xFFFF {
                        let isAllowed = (SIMD16<UInt32>(repeating: bits) & Self.bitOfLane) .!= 0
                        block.replace(with: -.infinity, where: .!isAllowed)
                    }
                    body(start, block)
                }
            }
        }
    }

    private static let bitOfLane = SIMD16<UInt32>(
        0x1,
        0x2,
        0x4,
        0x8,
        0x10,
        0x20,
        0x40,
        0x80,
        0x100,
        0x200,
        0x400,
        0x800,
        0x1000,
        0x2000,
        0x4000,
        0x8000
    )
}
