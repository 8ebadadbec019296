/// A small seeded generator (SplitMix64): the same seed gives the same text on every machine.
package struct RandomSource: RandomNumberGenerator {
    private var state: UInt64

    /// A source that starts at a seed; nil takes one from the system.
    package init(seed: UInt32?) {
        state = seed.map(UInt64.init) ?? UInt64.random(in: .min ... .max)
    }

    /// The next sixty-four bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
