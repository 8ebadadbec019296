internal import LanguageModels
internal import ModelWorker
internal import Understanding

/// What answers the typed questions of a house: the house model where it is there, rules where it is not.
struct TypedReaders: Sendable {
    let understanding: SentenceUnderstanding
    let classifier: MessageClassifier

    init(_ models: Models) {
        guard let house = models.house else {
            understanding = SentenceUnderstanding(reader: RuleReader())
            classifier = MessageClassifier()
            return
        }
        understanding = SentenceUnderstanding(
            reader: HouseModel(model: house, adapterPath: models.adapterPath)
        )
        classifier = MessageClassifier(model: house)
    }
}
