internal import Foundation
internal import GuidedGeneration
package import LanguageModels

/// Takes the next token from a row of logits.
package struct Sampler {
    private let sampling: GenerationOptions.Sampling
    private var random: RandomSource

    /// A sampler.
    ///
    /// - Throws: ``LanguageModelError/invalidRequest(reason:)`` for a temperature or a nucleus out of range.
    package init(_ sampling: GenerationOptions.Sampling) throws(LanguageModelError) {
        self.sampling = sampling
        switch sampling {
        case .greedy: random = RandomSource(seed: 0)
        case .random(let temperature, let topP, let seed):
            guard temperature.isFinite, temperature >= 0 else {
                throw .invalidRequest(reason: "the temperature is \(temperature); it must be 0 or more")
            }
            guard topP > 0, topP <= 1 else {
                throw .invalidRequest(reason: "top-p is \(topP); it must be over 0 and at most 1")
            }
            random = RandomSource(seed: seed)
        }
    }

    /// The next token, from the whole vocabulary.
    package mutating func next(from row: LogitRow) -> Int32 {
        guard case .random(let temperature, let topP, _) = sampling, temperature > 0 else {
            return row.likeliest
        }
        let maximum = row.maximum
        let scale = Float(1 / temperature)
        let total = row.sumOfExponentials(over: maximum, scale: scale)
        // A temperature next to zero, or a row that is no numbers.
        guard total.isFinite, total > 0 else { return row.likeliest }
        guard topP < 1 else {
            let limit = Double.random(in: 0..<total, using: &random)
            return row.token(atSum: limit, over: maximum, scale: scale)
        }
        // Most often the nucleus is among the few near the likeliest; beyond 20 units a token has less than 2e-9 of its
        // probability. Ranking the whole vocabulary would cost as much as a good part of a forward pass.
        for depth in [6.0, 20] {
            let candidates = row.tokens(atLeast: maximum - Float(depth * temperature)).map { ($0, row[$0]) }
            if let token = pick(candidates, temperature: temperature, mass: topP * total) { return token }
        }
        return row.likeliest
    }

    /// The next token, from those that a guide allows; `best` are the likeliest of them, at least one.
    mutating func next(
        from row: LogitRow,
        among mask: TokenMask,
        best: [(token: Int32, logit: Float)]
    ) -> Int32 {
        guard let first = best.first else { return 0 }
        guard case .random(let temperature, let topP, _) = sampling, temperature > 0 else {
            return first.token
        }
        let candidates = row.tokens(atLeast: first.logit - Float(20 * temperature), among: mask)
        let total = candidates.reduce(0) { $0 + exp(Double($1.logit - first.logit) / temperature) }
        return pick(candidates, temperature: temperature, mass: topP * total) ?? first.token
    }

    /// Takes one of the likeliest candidates that together have this mass, where the likeliest has one.
    ///
    /// - Returns: nil when all together have less, by more than rounding.
    private mutating func pick(
        _ candidates: [(token: Int32, logit: Float)],
        temperature: Double,
        mass: Double
    ) -> Int32? {
        let ranked = candidates.sorted { ($0.logit, $1.token) > ($1.logit, $0.token) }
        guard let first = ranked.first else { return nil }
        let weights = ranked.map { exp(Double($0.logit - first.logit) / temperature) }
        var kept = 0.0
        var end = 0
        while end < weights.count, kept < mass {
            kept += weights[end]
            end += 1
        }
        guard kept >= mass * (1 - 1e-4) else { return nil }
        var place = Double.random(in: 0..<kept, using: &random)
        for index in 0..<end {
            place -= weights[index]
            if place < 0 { return ranked[index].token }
        }
        return first.token
    }
}
