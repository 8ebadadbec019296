internal import Foundation
package import MediaDomain

/// Says what a service's message tells: by rules first, then by the pieces of its words, and `unknown` when neither is sure.
///
/// The text is data and nothing else: it can pick one of the classes, never an action. What the house did itself is
/// not called a fault of the release: where both could be meant, the answer is `unknown`.
package struct MessageClassifier: Sendable {
    // Temperature and bounds come from one half of the held-out messages; `houseAllowed` was set by hand.

    /// How much surer the classifier is made than it says.
    private static let temperature = 1 / 1.6
    /// The least probability for a class, and for one that blames the release: that mistake costs most.
    private static let needed = 0.4
    private static let neededToBlame = 0.7
    /// A release is not blamed where all faults of the house together are more probable than this.
    private static let houseAllowed = 0.1

    private static let index = MessageRuleIndex(MessageRule.all)
    private let ngrams: NgramClassifier?
    private let now: @Sendable () -> ContinuousClock.Instant

    /// A classifier.
    ///
    /// - Parameters:
    ///   - ngrams: Chooses where no rule fits; nil for rules alone.
    ///   - now: Measures how long it took.
    package init(
        ngrams: NgramClassifier? = nil,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
    ) {
        self.ngrams = ngrams
        self.now = now
    }

    /// The class of a message.
    ///
    /// - Parameters:
    ///   - text: What the service said; of a long text the first two thousand characters count.
    ///   - source: The service that said it, if known.
    /// - Returns: The class; `unknown` when nothing fits, or when it is not sure.
    package func classify(_ text: String, source: ServiceKind?) async -> MessageClassification {
        let start = now()
        let found = find(text, source: source)
        return MessageClassification(
            messageClass: found.messageClass,
            confidence: found.confidence,
            author: found.author,
            elapsedMilliseconds: start.duration(to: now()) / .milliseconds(1),
            model: found.model
        )
    }

    private func find(_ text: String, source: ServiceKind?) -> MessageClassification {
        let message = MessageText(text)
        if let found = Self.byRule(message, source: source) { return found }
        guard let ngrams, message.folded.contains(where: \.isLetter) else {
            return MessageClassification(messageClass: .unknown, confidence: 0.5, author: .rule)
        }
        let asked = Self.asked(text, source: source)
        return Self.judged(ngrams.logProbabilities(of: asked, temperature: Self.temperature))
    }

    /// The message with its source, as the classifier was trained to read it.
    private static func asked(_ text: String, source: ServiceKind?) -> String {
        let flat = text.prefix(300).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "@\(source?.rawValue ?? "sonarr"): \(flat)"
    }

    private static func byRule(_ message: MessageText, source: ServiceKind?) -> MessageClassification? {
        guard let match = index.match(for: message, source: source) else { return nil }
        if match.rule.messageClass.blamesRelease, match.alsoBlamesHouse {
            return MessageClassification(messageClass: .unknown, confidence: 0.6, author: .rule)
        }
        return MessageClassification(
            messageClass: match.rule.messageClass,
            confidence: match.rule.strength == .sure ? 0.98 : 0.85,
            author: .rule
        )
    }

    /// The likeliest class, where it is likely enough.
    private static func judged(_ logs: [Double]) -> MessageClassification {
        let chances = zip(MessageClass.allCases, logs.map { exp($0) })
        let best = chances.max { $0.1 < $1.1 } ?? (.unknown, 0.5)
        let byHouse = chances.reduce(0) { $0 + ($1.0.isHouseFault ? $1.1 : 0) }
        let isSure =
            best.0.blamesRelease
            ? best.1 >= neededToBlame && byHouse <= houseAllowed : best.1 >= needed
        return MessageClassification(
            messageClass: isSure ? best.0 : .unknown,
            confidence: isSure ? best.1 : 1 - best.1,
            author: .model,
            model: "house"
        )
    }
}
