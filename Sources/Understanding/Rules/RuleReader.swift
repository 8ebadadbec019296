internal import MediaDomain

/// Reads sentences without a model: intent by phrases, titles by taking away what stands around them.
package struct RuleReader: SentenceReader {
    /// A reader.
    package init() {}

    package func read(_ sentence: Sentence) async throws -> SentenceReading { reading(sentence) }

    /// The reading itself; it waits for nothing.
    func reading(_ sentence: Sentence) -> SentenceReading {
        let texts = sentence.words.map(\.text)
        if let known = OrderLikeTitles.match(texts), known.count == texts.count,
            texts.count > 1 || texts[0].count > 4
        {
            let range = sentence.words[0].range.lowerBound..<sentence.words[texts.count - 1].range.upperBound
            return SentenceReading(intent: .add, confidence: 0.85, titles: [range], model: "rules")
        }
        let (intent, confidence, isFounded) = IntentRules.read(sentence)
        let titles = TitleRules(sentence, intent: intent).titles()
        if intent == .add, titles.isEmpty, !sentence.slots.contains(where: \.namesTitle) {
            return SentenceReading(
                intent: isFounded ? .add : .offTopic,
                confidence: 0.4,
                titles: [],
                model: "rules"
            )
        }
        return SentenceReading(intent: intent, confidence: confidence, titles: titles, model: "rules")
    }
}

extension Slot {
    /// Whether it stands for a title by itself.
    var namesTitle: Bool {
        if case .externalID = value { true } else { false }
    }
}
