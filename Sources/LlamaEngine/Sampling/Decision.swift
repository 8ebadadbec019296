internal import Foundation
internal import GuidedGeneration

/// What the model chose among the tokens that a guide allows, and how sure it was.
struct Decision {
    /// The token that was taken.
    let token: Int32
    /// Its probability among the allowed tokens, in 0…1.
    let probability: Double
    /// How much of the model's whole probability fell on allowed tokens, in 0…1.
    let coverage: Double
    /// The likeliest allowed tokens, likeliest first, at most eight.
    let likeliest: [(token: Int32, probability: Double)]

    /// Chooses among the tokens of a mask, of which there is at least one.
    init(row: LogitRow, mask: TokenMask, sampler: inout Sampler) {
        let best = row.best(8, among: mask)
        let greatest = best.first?.logit ?? 0
        token = sampler.next(from: row, among: mask, best: best)
        let normaliser = Double(greatest) + log(row.sumOfExponentials(among: mask, over: greatest))
        probability = exp(Double(row[token]) - normaliser)
        coverage = min(1, exp(normaliser - Double(row.logSumExp)))
        likeliest = best.map { ($0.token, exp(Double($0.logit) - normaliser)) }
    }
}
