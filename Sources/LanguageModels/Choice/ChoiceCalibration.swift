internal import Foundation

/// Turns the likelihoods of a choice into a probability that means something, and says when not to choose.
///
/// Fitted for one model and one question on cases with known answers, never assumed: what helps one wording ruins
/// another (Guo et al. 2017, On Calibration of Modern Neural Networks, for the temperature).
public struct ChoiceCalibration: Sendable, Hashable, Codable {
    /// What the log-probabilities are divided by, > 0; over 1 makes the model less sure.
    public var temperature: Double
    /// The least difference between the two likeliest options, in 0…1; below it there is no choice.
    public var leastMargin: Double
    /// The least share of the model's whole probability that must fall on the options at all, in 0…1.
    public var leastCoverage: Double

    /// A calibration; the default leaves the model's own probabilities and abstains from nothing.
    public init(temperature: Double = 1, leastMargin: Double = 0, leastCoverage: Double = 0) {
        self.temperature = temperature
        self.leastMargin = leastMargin
        self.leastCoverage = leastCoverage
    }

    /// The probabilities of the options, calibrated; they add up to 1.
    ///
    /// - Parameter logProbabilities: Natural logarithms, one for each option.
    public func probabilities(_ logProbabilities: [Double]) -> [Double] {
        guard let greatest = logProbabilities.max(), greatest.isFinite else {
            return logProbabilities.map { _ in 1 / Double(max(1, logProbabilities.count)) }
        }
        let weights = logProbabilities.map { exp(($0 - greatest) / temperature) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }
}

extension ChoiceCalibration {
    /// A case with a known answer.
    public struct Case: Sendable, Hashable, Codable {
        /// Natural logarithms, one for each option.
        public let logProbabilities: [Double]
        /// The place of the right option.
        public let answer: Int

        /// A case.
        public init(logProbabilities: [Double], answer: Int) {
            self.logProbabilities = logProbabilities
            self.answer = answer
        }
    }

    /// The temperature under which cases are likeliest, between 0.2 and 20.
    ///
    /// - Parameters:
    ///   - cases: Cases to fit on; with fewer than twenty nothing is fitted.
    ///   - heldOut: Cases that the fit has not seen: it is kept only where it makes them likelier too.
    public static func fitted(to cases: [Case], keptIfBetterOn heldOut: [Case]) -> ChoiceCalibration {
        guard cases.count >= 20 else { return ChoiceCalibration() }
        // The loss has one minimum in the logarithm of the temperature: narrow it down by the golden section.
        let ratio = (5.0.squareRoot() - 1) / 2
        var (low, high) = (log(0.2), log(20.0))
        for _ in 0..<60 {
            let (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
            if loss(cases, exp(left)) < loss(cases, exp(right)) { high = right } else { low = left }
        }
        let temperature = exp((low + high) / 2)
        guard loss(heldOut, temperature) < loss(heldOut, 1) else { return ChoiceCalibration() }
        return ChoiceCalibration(temperature: temperature)
    }

    /// How far confidence is from being right, on average: the expected calibration error over ten bins of equal
    /// width, in 0…1.
    public func expectedCalibrationError(on cases: [Case]) -> Double {
        var bins = [(count: Int, right: Int, confidence: Double)](repeating: (0, 0, 0), count: 10)
        for one in cases {
            let probabilities = probabilities(one.logProbabilities)
            guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) else {
                continue
            }
            let bin = min(9, Int(probabilities[best] * 10))
            bins[bin].count += 1
            bins[bin].right += best == one.answer ? 1 : 0
            bins[bin].confidence += probabilities[best]
        }
        return bins.reduce(0) { $0 + abs(Double($1.right) - $1.confidence) } / Double(max(1, cases.count))
    }

    private static func loss(_ cases: [Case], _ temperature: Double) -> Double {
        let calibration = ChoiceCalibration(temperature: temperature)
        return cases.reduce(0) { sum, one in
            let probabilities = calibration.probabilities(one.logProbabilities)
            guard probabilities.indices.contains(one.answer) else { return sum }
            return sum - log(max(1e-12, probabilities[one.answer]))
        }
    }
}
