internal import Foundation
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
        // Beyond 20 units below the maximum a token has less than 2e-9 of the likeliest one's probability.
        let threshold = row.maximum - Float(20 * temperature)
        return pick(
            row.tokens(atLeast: threshold).map { ($0, row[$0]) },
            temperature: temperature,
            topP: topP
        )
    }

    /// The next token, from those given with their logits; never empty.
    mutating func next(among candidates: [(token: Int32, logit: Float)]) -> Int32 {
        guard case .random(let temperature, let topP, _) = sampling, temperature > 0 else {
            return candidates.max { $0.logit < $1.logit }?.token ?? 0
        }
        return pick(candidates, temperature: temperature, topP: topP)
    }

    private mutating func pick(
        _ candidates: [(token: Int32, logit: Float)],
        temperature: Double,
        topP: Double
    ) -> Int32 {
        let ranked = candidates.sorted { $0.logit > $1.logit }
        guard let first = ranked.first else { return 0 }
        let weights = ranked.map { exp(Double($0.logit - first.logit) / temperature) }
        let total = weights.reduce(0, +)
        var kept = 0.0
        var end = 0
        while end < weights.count, kept < topP * total {
            kept += weights[end]
            end += 1
        }
        var place = Double.random(in: 0..<kept, using: &random)
        for index in 0..<end {
            place -= weights[index]
            if place < 0 { return ranked[index].token }
        }
        return first.token
    }
}
