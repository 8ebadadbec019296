internal import MediaDomain

/// Reads sentences without a model: intent by phrases, titles by taking away what stands around them.
package struct RuleReader: SentenceReader {
    private let judge: IntentJudge

    /// A reader.
    ///
    /// - Parameter judge: Puts the rules' opinion of the intent together with others.
    package init(judge: IntentJudge = IntentJudge(ngrams: nil)) { self.judge = judge }

    package func read(_ sentence: Sentence) async throws -> SentenceReading { reading(sentence) }

    /// The reading itself; it waits for nothing.
    func reading(_ sentence: Sentence) -> SentenceReading {
        let ruled = ruled(sentence)
        let opinion = judge.opinion(of: sentence, rules: (ruled.intent, ruled.confidence))
        guard opinion.intent != ruled.intent else {
            var reading = ruled
            reading.confidence = opinion.confidence
            return reading
        }
        let titles = TitleRules(sentence, intent: opinion.intent).titles()
        return SentenceReading(
            intent: opinion.intent,
            confidence: opinion.confidence,
            titles: titles,
            stems: ShortTitles.stems(of: titles, in: sentence),
            model: ruled.model
        )
    }

    /// What the rules alone say.
    func ruled(_ sentence: Sentence) -> SentenceReading {
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
        return SentenceReading(
            intent: intent,
            confidence: confidence,
            titles: titles,
            stems: ShortTitles.stems(of: titles, in: sentence),
            model: "rules"
        )
    }
}

extension Slot {
    /// Whether it stands for a title by itself.
    var namesTitle: Bool {
        if case .externalID = value { true } else { false }
    }
}
