internal import Foundation
internal import MediaDomain

/// Says what a sentence wants, from what pieces of its words, rules and the house model each think.
///
/// Their probabilities are multiplied with weights that were fitted on one half of the held-out sentences; the product is
/// calibrated. Each part may be missing.
package struct IntentJudge: Sendable {
    /// The intents in the order of the n-gram classifier and of the model's answers.
    static let intents = HouseAnswer.intents.map(\.intent)

    private let ngrams: NgramClassifier?

    /// A judge.
    ///
    /// - Parameter ngrams: The classifier of sentences; nil where its file is missing.
    package init(ngrams: NgramClassifier?) { self.ngrams = ngrams }

    /// How many classes a classifier of sentences knows.
    package static var classCount: Int { intents.count }

    /// What all parts together think.
    ///
    /// - Parameters:
    ///   - sentence: The sentence.
    ///   - rules: What the rules read in it.
    ///   - model: The house model's logarithms of probabilities, in the order of ``intents``.
    ///   - titles: The titles that the model found; words in them say nothing of the intent.
    func opinion(
        of sentence: Sentence,
        rules: (intent: SentenceIntent, confidence: Double),
        model: [Double]? = nil,
        titles: [Range<Int>] = []
    ) -> IntentOpinion {
        let byRules = Self.intents.map { intent in
            log(
                intent == rules.intent
                    ? rules.confidence : (1 - rules.confidence) / Double(Self.intents.count - 1)
            )
        }
        let byPieces = ngrams?.logProbabilities(of: sentence.text)
        let byFrame =
            titles.isEmpty ? byPieces : ngrams?.logProbabilities(of: sentence.masking(titles, with: " § "))
        let weights = Weights.of(hasNgrams: byPieces != nil, hasModel: model != nil)
        let scores = Self.intents.indices.map { place in
            weights.rules * byRules[place] + weights.ngrams * (byPieces?[place] ?? 0)
                + weights.frame * (byFrame?[place] ?? 0) + weights.model * (model?[place] ?? 0)
        }
        return IntentOpinion(logProbabilities: LogProbabilities.normalised(scores))
    }

    /// How much each part counts.
    private struct Weights {
        let rules: Double
        let ngrams: Double
        let frame: Double
        let model: Double

        static func of(hasNgrams: Bool, hasModel: Bool) -> Weights {
            switch (hasNgrams, hasModel) {
            case (true, true): Weights(rules: 0.15, ngrams: 1.04, frame: 0.42, model: 0.54)
            case (true, false): Weights(rules: 0.37, ngrams: 1.81, frame: 0, model: 0)
            case (false, true): Weights(rules: 0.31, ngrams: 0, frame: 0, model: 0.98)
            case (false, false): Weights(rules: 1, ngrams: 0, frame: 0, model: 0)
            }
        }
    }
}

/// The probabilities of the intents.
struct IntentOpinion {
    /// In the order of ``IntentJudge/intents``.
    let logProbabilities: [Double]

    /// The likeliest intent.
    var intent: SentenceIntent { best.0 }
    /// Its probability.
    var confidence: Double { exp(best.1) }

    private var best: (SentenceIntent, Double) {
        zip(IntentJudge.intents, logProbabilities).max { $0.1 < $1.1 } ?? (.offTopic, 0)
    }
}

extension Sentence {
    /// The text with these places taken out, and something else in place of each.
    func masking(_ places: [Range<Int>], with mark: String) -> String {
        var result = ""
        var from = 0
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) where place.lowerBound >= from {
            result += text(from..<place.lowerBound) + mark
            from = place.upperBound
        }
        return result + text(from..<characters.count)
    }
}
