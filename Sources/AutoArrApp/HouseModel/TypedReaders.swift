internal import Foundation
internal import LanguageModels
internal import ModelWorker
internal import Understanding

/// What answers the typed questions of a house: the house model where it is there, rules where it is not.
struct TypedReaders: Sendable {
    let understanding: SentenceUnderstanding
    let classifier: MessageClassifier

    /// Readers over the house model of `models`; nil for none: then rules read, with the n-gram classifiers beside them.
    init(_ models: Models?) {
        let judge = IntentJudge(
            ngrams: Self.ngrams("sentence-ngrams.bin", classes: IntentJudge.classCount)
        )
        classifier = MessageClassifier(
            ngrams: Self.ngrams("message-ngrams.bin", classes: MessageClass.allCases.count)
        )
        let rules = RuleReader(judge: judge)
        guard let models, let house = models.house else {
            understanding = SentenceUnderstanding(reader: rules)
            return
        }
        understanding = SentenceUnderstanding(
            reader: HouseModel(model: house, adapterPath: models.adapterPath, judge: judge),
            fallback: rules
        )
    }

    private static func ngrams(_ name: String, classes: Int) -> NgramClassifier? {
        NgramClassifier(file: HouseModelFiles.resources.appending(path: name), classes: classes)
    }
}
