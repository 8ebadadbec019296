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
        var greatest = -Float.infinity
        mask.forEach { greatest = max(greatest, row[$0]) }
        // Tokens far below the best have no share worth counting, and there may be a hundred thousand of them.
        let floor = greatest - 25
        var candidates: [(token: Int32, logit: Float)] = []
        mask.forEach { token in
            let logit = row[token]
            if logit >= floor { candidates.append((token, logit)) }
        }
        token = sampler.next(among: candidates)
        let sum = candidates.reduce(0.0) { $0 + exp(Double($1.logit - greatest)) }
        let normaliser = Double(greatest) + log(sum)
        probability = exp(Double(row[token]) - normaliser)
        coverage = min(1, exp(normaliser - Double(row.logSumExp)))
        var best: [(token: Int32, logit: Float)] = []
        for candidate in candidates where best.count < 8 || candidate.logit > best[best.count - 1].logit {
            let place = best.firstIndex { $0.logit < candidate.logit } ?? best.count
            best.insert(candidate, at: place)
            if best.count > 8 { best.removeLast() }
        }
        likeliest = best.map { ($0.token, exp(Double($0.logit) - normaliser)) }
    }
}
