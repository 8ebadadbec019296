internal import MediaDomain

/// Puts the house model's answer and the rules together: each corrects what the other is known to get wrong.
struct HouseJudgement {
    let sentence: Sentence
    let intent: SentenceIntent
    let titles: [Range<Int>]
    let chances: [SentenceIntent: Double]
    let name: String

    /// What is made of both.
    func reading() -> SentenceReading {
        let rules = RuleReader().reading(sentence)
        var chosen = intent
        var confidence = chances[intent] ?? 0.9
        // Where the model wavers, what the rules say for sure counts.
        if confidence < 0.75, rules.confidence > 0.75, rules.intent != intent,
            chances[rules.intent] ?? 0 > 0.02
        {
            chosen = rules.intent
            confidence = min(rules.confidence, 0.8)
        }
        let ruled = chosen == rules.intent ? rules.titles : TitleRules(sentence, intent: chosen).titles()
        return SentenceReading(
            intent: chosen,
            confidence: confidence,
            titles: repaired(titles, by: ruled),
            model: name
        )
    }

    /// Words that tie what stands before them to what follows.
    private static let joining: Set<String> = ["of", "de", "des", "von", "van", "di", "do", "da"]

    /// The model's titles, made whole where it cut one short, and rid of what is no title.
    private func repaired(_ titles: [Range<Int>], by ruled: [Range<Int>]) -> [Range<Int>] {
        titles.compactMap { title -> Range<Int>? in
            if isHouseWord(title) { return nil }
            // A misspelt end is often cut: the rules, which only take away words they know, have it whole.
            if titles.count == 1, ruled.count == 1, let rule = ruled.first, rule.contains(title.lowerBound),
                rule.upperBound >= title.upperBound, rule.lowerBound == title.lowerBound
            {
                return sentence.closingBrackets(rule)
            }
            // "A Series of Unfortunate Events": a word for the kind that goes on with "of" belongs to the title.
            if titles.count == 1, ruled.count == 1, let rule = ruled.first,
                rule.upperBound == title.upperBound,
                rule.lowerBound < title.lowerBound,
                let last = sentence.words.last(where: { $0.range.upperBound <= title.lowerBound }),
                last.range.lowerBound > rule.lowerBound, Self.joining.contains(last.text)
            {
                return sentence.closingBrackets(rule)
            }
            return sentence.closingBrackets(title)
        }
    }

    private func isHouseWord(_ range: Range<Int>) -> Bool {
        let words = sentence.words.filter { range.contains($0.range.lowerBound) }
        return !words.isEmpty
            && words.allSatisfy { TitleFrames.generic.contains($0.text) }
            && !words.contains {
                sentence.characters[$0.range.lowerBound].isUppercase && words.count == 1
                    && $0.range.lowerBound > 0 && !["download", "downloads"].contains($0.text)
            }
    }
}
