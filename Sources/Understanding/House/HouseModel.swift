internal import Foundation
package import LanguageModels
internal import MediaDomain

/// Reads sentences with the house model: a small model with an adapter tuned for this one task.
package struct HouseModel: SentenceReader {
    /// How sure the raw probability is made less sure; fitted on the tuning half of the development set.
    package static let temperature = 1.6

    private let model: any LanguageModel
    private let adapterPath: String?
    private let name: String
    private let rules = RuleReader()

    /// A reader over a model.
    ///
    /// - Parameters:
    ///   - model: The base that the adapter was trained on.
    ///   - adapterPath: The adapter's file.
    ///   - name: What the readings call it.
    package init(model: any LanguageModel, adapterPath: String?, name: String = "house") {
        self.model = model
        self.adapterPath = adapterPath
        self.name = name
    }

    package func read(_ sentence: Sentence) async throws -> SentenceReading {
        let prompt = HouseAnswer.prompt(sentence)
        let chances = try await intentChances(prompt)
        let answer = try await model.answer(
            to: LanguageModelRequest(
                prompt: .raw(prompt),
                task: .text,
                adapterPath: adapterPath,
                options: GenerationOptions(sampling: .greedy, maximumTokens: 200, stop: ["<|im_end|>", "\n"])
            )
        )
        guard let parsed = HouseAnswer.parse(answer.text, in: sentence) else {
            return rules.reading(sentence)
        }
        return HouseJudgement(
            sentence: sentence,
            intent: parsed.intent,
            titles: parsed.titles,
            chances: chances,
            name: name
        ).reading()
    }

    /// The probability of each intent, from the first token of the answer, with the fitted temperature.
    private func intentChances(_ prompt: String) async throws -> [SentenceIntent: Double] {
        let answer = try await model.answer(
            to: LanguageModelRequest(
                prompt: .raw(prompt),
                task: .choice(HouseAnswer.intents.map { " " + $0.word }),
                adapterPath: adapterPath
            )
        )
        guard let logs = answer.completion.optionLogProbabilities, logs.count == HouseAnswer.intents.count
        else { return [:] }
        let scaled = logs.map { exp($0 / Self.temperature) }
        let sum = scaled.reduce(0, +)
        return Dictionary(
            uniqueKeysWithValues: zip(HouseAnswer.intents.map(\.intent), scaled.map { $0 / sum })
        )
    }
}
