internal import Foundation

/// What was chosen among options, and how sure the model was.
public struct SessionChoice<Option: Sendable>: Sendable {
    /// The likeliest option; nil where the model should not be trusted with this choice.
    public let option: Option?
    /// All options with their probabilities, likeliest first.
    public let ranked: [(option: Option, probability: Double)]
    /// How much of the model's whole probability fell on the options at all, in 0…1.
    public let coverage: Double
    /// The difference between the two likeliest, in 0…1.
    public var margin: Double {
        (ranked.first?.probability ?? 0) - (ranked.dropFirst().first?.probability ?? 0)
    }
}

extension LanguageModelSession {
    /// Below this margin the options are shown in the opposite order too: small models favour places in a list.
    private static var closeCall: Double { 0.2 }

    /// Chooses one of several options; nothing is written, and nothing but an option can come back.
    ///
    /// - Parameters:
    ///   - options: What can be chosen, at least two.
    ///   - prompt: The question.
    ///   - calibration: What was fitted for this model and question.
    ///   - name: How an option is called in front of the model; names say what they mean and differ from one another.
    /// - Throws: ``LanguageModelError``, or `CancellationError`.
    public func choose<Option: Sendable>(
        among options: [Option],
        for prompt: String,
        calibration: ChoiceCalibration = ChoiceCalibration(),
        name: @Sendable (Option) -> String = { "\($0)" }
    ) async throws -> SessionChoice<Option> {
        let names = options.map(name)
        let result = try await inTurn { [self] in
            let first = try await likelihoods(of: names, shown: names, for: prompt)
            let probabilities = calibration.probabilities(first.logs).sorted(by: >)
            guard probabilities.count > 1, probabilities[0] - probabilities[1] < Self.closeCall else {
                return first
            }
            let second = try await likelihoods(of: names, shown: names.reversed(), for: prompt)
            return (
                zip(first.logs, second.logs).map { ($0 + $1) / 2 },
                min(first.coverage, second.coverage)
            )
        }
        let probabilities = calibration.probabilities(result.logs)
        let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
        let ranked = order.map { (option: options[$0], probability: probabilities[$0]) }
        let margin = ranked.count > 1 ? ranked[0].probability - ranked[1].probability : 1
        let isSure = margin >= calibration.leastMargin && result.coverage >= calibration.leastCoverage
        return SessionChoice(
            option: isSure ? ranked.first?.option : nil,
            ranked: ranked,
            coverage: result.coverage
        )
    }

    private func likelihoods(
        of options: [String],
        shown: [String],
        for prompt: String
    ) async throws -> (logs: [Double], coverage: Double) {
        var request = request(
            for: prompt + "\nAnswer with one of these: " + shown.joined(separator: ", ") + ".",
            form: nil
        )
        request.task = .choice(options)
        let completion = try await model.answer(to: request).completion
        guard let logs = completion.optionLogProbabilities, logs.count == options.count else {
            throw LanguageModelError.engineStopped(reason: "the model did not say how likely the options are")
        }
        return (logs, completion.coverage ?? 1)
    }
}
