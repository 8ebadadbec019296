/// What reads a sentence for its sense: a model, or rules where there is none.
///
/// Numbers, qualities, ids and words of kind are read by code before and after; a reader says what is wanted and
/// which of the person's words are titles, so that the model behind can be changed.
package protocol SentenceReader: Sendable {
    /// Reads a sentence.
    ///
    /// - Parameter sentence: The sentence with what code has found in it.
    /// - Returns: What is made of it.
    /// - Throws: `LanguageModelError` where there is no model to read with, or `CancellationError`.
    func read(_ sentence: Sentence) async throws -> SentenceReading
}

/// What a reader makes of a sentence.
package struct SentenceReading: Sendable, Hashable {
    /// What is wanted.
    package var intent: SentenceIntent
    /// The probability that it is, in 0…1.
    package var confidence: Double
    /// The titles, as places in the sentence's characters, in order.
    package var titles: [Range<Int>]
    /// For a title that is said short, as "4" in "Alien 3 and 4", the words that it goes on from; by where it begins.
    package var stems: [Int: Range<Int>]
    /// The name of the model, or `rules`.
    package var model: String

    /// A reading.
    package init(
        intent: SentenceIntent,
        confidence: Double,
        titles: [Range<Int>],
        stems: [Int: Range<Int>] = [:],
        model: String
    ) {
        self.intent = intent
        self.confidence = confidence
        self.titles = titles
        self.stems = stems
        self.model = model
    }
}
