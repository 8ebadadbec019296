internal import Foundation
package import LanguageModels
package import MediaDomain

/// Says what a service's message tells: by rules first, then by a model, and `unknown` when neither is sure.
///
/// The text is data and nothing else: it can pick one of the classes, never an action. What the house did itself is
/// not called a fault of the release: where both could be meant, the answer is `unknown`.
package struct MessageClassifier: Sendable {
    private static let index = MessageRuleIndex(MessageRule.all)
    private let model: (any LanguageModel)?
    private let now: @Sendable () -> ContinuousClock.Instant

    /// A classifier.
    ///
    /// - Parameters:
    ///   - model: Chooses where no rule fits; nil for rules alone.
    ///   - now: Measures how long it took.
    package init(
        model: (any LanguageModel)? = nil,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
    ) {
        self.model = model
        self.now = now
    }

    /// The class of a message.
    ///
    /// - Parameters:
    ///   - text: What the service said; of a long text the first two thousand characters count.
    ///   - source: The service that said it, if known.
    /// - Returns: The class; `unknown` when nothing fits, or when the model fails or is not sure.
    package func classify(_ text: String, source: ServiceKind?) async -> MessageClassification {
        let start = now()
        let found = await find(text, source: source)
        return MessageClassification(
            messageClass: found.messageClass,
            confidence: found.confidence,
            author: found.author,
            elapsedMilliseconds: start.duration(to: now()) / .milliseconds(1),
            model: found.model
        )
    }

    private func find(_ text: String, source: ServiceKind?) async -> MessageClassification {
        let message = MessageText(text)
        if let found = Self.byRule(message, source: source) { return found }
        let unsure = MessageClassification(messageClass: .unknown, confidence: 0.5, author: .rule)
        guard let model, !message.folded.isEmpty else { return unsure }
        return await Self.byModel(model, text: text, message: message, source: source) ?? unsure
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

    private static func byModel(
        _ model: any LanguageModel,
        text: String,
        message: MessageText,
        source: ServiceKind?
    ) async -> MessageClassification? {
        let request = MessagePrompt.request(for: text, source: source)
        guard let answer = try? await model.answer(to: request),
            let logs = answer.completion.optionLogProbabilities, logs.count == MessagePrompt.classes.count,
            let name = try? await model.describe().name
        else { return nil }
        let ranked = zip(MessagePrompt.classes, logs).max { $0.1 < $1.1 }
        guard let (best, log) = ranked else { return nil }
        let probability = min(1, max(0, exp(log)))
        let hints = MessagePrompt.houseWords.contains { message.folded.contains($0) }
        let needed = best.blamesRelease ? 0.85 : 0.6
        let isSure =
            probability >= needed && !(best.blamesRelease && hints)
            && (answer.completion.coverage ?? 1) > 0.02
        return MessageClassification(
            messageClass: isSure ? best : .unknown,
            confidence: isSure ? probability : 1 - probability,
            author: .model,
            model: name
        )
    }
}
