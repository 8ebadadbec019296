/// What the words of a sentence say about its intent, without a model.
enum IntentRules {
    private struct Rule: Sendable {
        let intent: SentenceIntent
        let weight: Double
        let phrase: Phrase
    }

    private static let rules: [Rule] = IntentPhrases.all.flatMap { intent, weight, phrases in
        phrases.split(separator: "\n").map {
            Rule(intent: intent, weight: weight, phrase: Phrase(String($0)))
        }
    }

    /// The likeliest intent with a probability, and whether anything but a bare title pointed to it.
    static func read(_ sentence: Sentence) -> (intent: SentenceIntent, confidence: Double, isFounded: Bool) {
        let scores = scores(sentence)
        guard let best = scores.max(by: { $0.value < $1.value }), best.value > 0 else {
            return bareTitle(sentence)
        }
        let second = scores.filter { $0.key != best.key }.values.max() ?? 0
        let margin = best.value - second
        return (best.key, min(0.97, 0.55 + margin * 0.1), true)
    }

    /// For each intent with a sign in the sentence, the strength of the strongest.
    static func scores(_ sentence: Sentence) -> [SentenceIntent: Double] {
        let words = sentence.words.map(\.text)
        var scores: [SentenceIntent: Double] = [:]
        for rule in rules where rule.weight > scores[rule.intent] ?? 0 {
            if rule.phrase.firstMatch(words) != nil { scores[rule.intent] = rule.weight }
        }
        return scores
    }

    /// A sentence without any sign: a title alone, or talk.
    private static func bareTitle(_ sentence: Sentence) -> (SentenceIntent, Double, Bool) {
        if !sentence.slots.isEmpty { return (.add, 0.85, false) }
        let first = sentence.words.first?.text ?? ""
        let isQuestion = sentence.folded.last == "?"
        let askers: Set<String> = [
            "what", "whats", "who", "whos", "how", "why", "when", "where", "which", "can", "could", "do",
            "does", "is", "are", "was", "wer", "wie", "wo", "warum",
            "qui", "que", "quel", "quelle", "comment", "pourquoi", "como", "cual", "quien", "chi", "come",
            "cosa", "wat", "hoe", "waar", "quem", "qual", "tell", "write",
        ]
        if isQuestion, askers.contains(first), sentence.words.count > 2 { return (.offTopic, 0.55, false) }
        return sentence.words.count <= 8 ? (.add, 0.7, false) : (.offTopic, 0.4, false)
    }
}
