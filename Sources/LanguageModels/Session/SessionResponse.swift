public import OrderedJSON

/// An answer with what it took.
public struct SessionResponse<Content: Sendable>: Sendable {
    /// The answer.
    public let content: Content
    /// The text that the model wrote.
    public let text: String
    /// Where the form left the model a choice, and how it chose; empty for free text.
    public let decisions: [TokenDecision]
    /// How the answer ended and what it took.
    public let completion: Completion

    /// How sure the model was of the least sure of its choices, in 0…1; nil for free text.
    ///
    /// Not calibrated: see ``ChoiceCalibration``.
    public var leastProbability: Double? { decisions.map(\.probability).min() }
}

/// A generated value while it is being written: what is there so far.
public struct GenerationSnapshot: Sendable, Hashable {
    /// What is complete so far; nil while nothing is.
    ///
    /// Text that is being written is there as far as it goes.
    public let content: JSONValue?
    /// The text so far.
    public let text: String
    /// Whether this is the last one, which follows the whole schema.
    public let isComplete: Bool
}
