internal import Foundation
internal import LanguageModels
internal import Testing

struct ChoiceCalibrationTests {
    /// Cases of a model that is right with probability 1/(1+3e^-m) but claims far more.
    private func overconfident(_ count: Int, seed: UInt64) -> [ChoiceCalibration.Case] {
        var random = Steps(state: seed)
        return (0..<count).map { _ in
            let margin = Double(random.next() % 1000) / 250
            let honest = 1 / (1 + 3 * exp(-margin))
            let isRight = Double(random.next() % 10_000) / 10_000 < honest
            // Three times as sure as it should be, in the logarithm.
            var logs = [3 * margin, 0, 0, 0].shuffled(using: &random)
            let first = logs.indices.max { logs[$0] < logs[$1] } ?? 0
            let answer = isRight ? first : (first + 1 + Int(random.next() % 3)) % 4
            let sum = log(logs.reduce(0) { $0 + exp($1) })
            logs = logs.map { $0 - sum }
            return .init(logProbabilities: logs, answer: answer)
        }
    }

    @Test func `finds the temperature of a model that is too sure`() {
        let fitted = ChoiceCalibration.fitted(
            to: overconfident(2000, seed: 1),
            keptIfBetterOn: overconfident(1000, seed: 2)
        )
        #expect(abs(fitted.temperature - 3) < 0.35)
        let unseen = overconfident(4000, seed: 3)
        #expect(ChoiceCalibration().expectedCalibrationError(on: unseen) > 0.1)
        #expect(fitted.expectedCalibrationError(on: unseen) < 0.03)
    }

    @Test func `keeps a fit only where held-out cases agree`() {
        // The held-out cases are always right, so being less sure is worse.
        let sure = (0..<100).map { _ in ChoiceCalibration.Case(logProbabilities: [-0.01, -4.6], answer: 0) }
        #expect(
            ChoiceCalibration.fitted(to: overconfident(500, seed: 4), keptIfBetterOn: sure).temperature == 1
        )
    }

    @Test func `fits nothing on a handful of cases`() {
        #expect(ChoiceCalibration.fitted(to: overconfident(10, seed: 5), keptIfBetterOn: []).temperature == 1)
    }

    @Test func `probabilities add up, also of options that cannot be`() {
        let probabilities = ChoiceCalibration(temperature: 2).probabilities([-1, -700, -.infinity])
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-9)
        #expect(probabilities[2] == 0)
    }

    /// A seeded generator, so that the cases are the same everywhere.
    private struct Steps: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
