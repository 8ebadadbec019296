internal import LanguageModels
internal import MediaDomain

/// Understands one sentence: code reads what code reads surely, a reader gives the sense, and both are put together.
package struct SentenceUnderstanding: Sendable {
    private let reader: any SentenceReader
    private let fallback: RuleReader
    private let clock = ContinuousClock()

    /// An understanding with this reader; where its model is missing or fails, rules read instead.
    package init(reader: any SentenceReader, fallback: RuleReader = RuleReader()) {
        self.reader = reader
        self.fallback = fallback
    }

    /// Understands a sentence; nothing is looked up, added or changed.
    ///
    /// - Throws: ``UnderstandingError``, or `CancellationError`.
    package func understand(_ text: String) async throws -> UnderstoodSentence {
        let start = clock.now
        let sentence = try Sentence(text)
        let reading: SentenceReading
        do {
            reading = try await reader.read(sentence)
        } catch is LanguageModelError {
            reading = fallback.reading(sentence)
        }
        var result = UnderstoodSentence(
            intent: reading.intent,
            confidence: min(1, max(0, reading.confidence)),
            items: ItemAssembly(sentence, reading).items(),
            model: reading.model
        )
        let elapsed = clock.now - start
        result.elapsedMilliseconds =
            Double(elapsed.components.seconds) * 1000 + Double(elapsed.components.attoseconds) / 1e15
        return result
    }
}
