internal import Foundation
package import LanguageModels
internal import MediaDomain

/// Reads sentences with the house model: a small model with an adapter tuned for this one task.
package struct HouseModel: SentenceReader {
    /// So sure of an intent that names no title, the model is not asked.
    private static let sureWithout = 0.97

    private let model: any LanguageModel
    private let adapterPath: String?
    private let judge: IntentJudge
    private let rules: RuleReader
    private let name: String

    /// A reader over a model.
    ///
    /// - Parameters:
    ///   - model: The base that the adapter was trained on.
    ///   - adapterPath: The adapter's file.
    ///   - judge: Puts the model's opinion of the intent together with others.
    ///   - name: What the readings call it.
    package init(
        model: any LanguageModel,
        adapterPath: String?,
        judge: IntentJudge = IntentJudge(ngrams: nil),
        name: String = "house"
    ) {
        self.model = model
        self.adapterPath = adapterPath
        self.judge = judge
        self.name = name
        rules = RuleReader(judge: judge)
    }

    package func read(_ sentence: Sentence) async throws -> SentenceReading {
        let ruled = rules.ruled(sentence)
        let first = judge.opinion(of: sentence, rules: (ruled.intent, ruled.confidence))
        if !first.intent.namesTitles, first.confidence >= Self.sureWithout {
            return SentenceReading(
                intent: first.intent,
                confidence: first.confidence,
                titles: [],
                model: name
            )
        }
        let answer = try await ask(sentence, intents: HouseAnswer.intents.map(\.intent))
        var parsed = HouseAnswer.parse(answer.text, in: sentence)
        let opinion = judge.opinion(
            of: sentence,
            rules: (ruled.intent, ruled.confidence),
            model: Self.logProbabilities(answer.decisions.first),
            titles: parsed?.titles ?? []
        )
        if let found = parsed, found.intent != opinion.intent, opinion.intent.namesTitles {
            // The titles of another intent are not those of this one: the model writes them anew.
            let again = try await ask(sentence, intents: [opinion.intent])
            parsed = HouseAnswer.parse(again.text, in: sentence)
        }
        guard let parsed else { return rules.reading(sentence) }
        return HouseJudgement(
            sentence: sentence,
            intent: opinion.intent,
            confidence: opinion.confidence,
            titles: parsed.titles,
            stems: parsed.stems,
            ruled: ruled,
            name: name
        ).reading()
    }

    /// The model's answer, which begins with one of these intents.
    private func ask(_ sentence: Sentence, intents: [SentenceIntent]) async throws -> (
        text: String, decisions: [TokenDecision], completion: Completion
    ) {
        let source = HouseAnswer.spaced(sentence)
        return try await model.answer(
            to: LanguageModelRequest(
                prompt: .raw(HouseAnswer.prompt(source)),
                task: .guided(
                    HouseGrammar.guide(for: source, numbers: sentence.shortNumbers, intents: intents)
                ),
                adapterPath: adapterPath,
                options: GenerationOptions(sampling: .greedy, maximumTokens: 300)
            )
        )
    }

    /// The logarithm of each intent's probability, from the first decision of the answer.
    private static func logProbabilities(_ decision: TokenDecision?) -> [Double]? {
        guard let decision, decision.offset == 0 else { return nil }
        return LogProbabilities.normalised(
            HouseAnswer.intents.map { word, _ in
                log(max(1e-4, decision.alternatives.first { $0.text == " " + word }?.probability ?? 0))
            }
        )
    }
}

extension SentenceIntent {
    /// Whether what is wanted may be wanted of a title.
    var namesTitles: Bool {
        switch self {
        case .offTopic, .help, .audit: false
        default: true
        }
    }
}

extension Sentence {
    /// The numbers of one or two digits that stand as words in it, each once, as typed.
    var shortNumbers: [String] {
        var numbers: [String] = []
        for word in words where word.text.count <= 2 && word.text.allSatisfy(\.isASCIIDigit) {
            if !numbers.contains(word.text) { numbers.append(word.text) }
        }
        return numbers
    }
}

extension Character {
    /// Whether it is one of 0 to 9.
    var isASCIIDigit: Bool { isASCII && isNumber }
}
