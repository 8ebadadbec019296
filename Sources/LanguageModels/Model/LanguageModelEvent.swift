/// What comes back while a request is answered.
public enum LanguageModelEvent: Sendable, Hashable, Codable {
    /// Text that was added to the answer; whole characters only.
    case text(String)
    /// A place where a guide left the model a choice, and how it chose.
    case decision(TokenDecision)
    /// The end of the answer.
    case finished(Completion)
}

/// A place in a guided answer where more than one token was allowed.
public struct TokenDecision: Sendable, Hashable, Codable {
    /// One token that was allowed there.
    public struct Alternative: Sendable, Hashable, Codable {
        /// The token's text.
        public let text: String
        /// Its probability among the allowed tokens, in 0…1.
        public let probability: Double

        /// An alternative.
        public init(text: String, probability: Double) {
            self.text = text
            self.probability = probability
        }
    }

    /// The place in the answer, in UTF-8 bytes from its start.
    public let offset: Int
    /// The text of the token that was taken.
    public let text: String
    /// The probability of the token that was taken, among the allowed ones, in 0…1.
    public let probability: Double
    /// How much of the model's whole probability fell on allowed tokens, in 0…1.
    public let coverage: Double
    /// The likeliest allowed tokens, likeliest first, at most eight; the one taken may be among them.
    public let alternatives: [Alternative]

    /// A decision.
    public init(offset: Int, text: String, probability: Double, coverage: Double, alternatives: [Alternative])
    {
        self.offset = offset
        self.text = text
        self.probability = probability
        self.coverage = coverage
        self.alternatives = alternatives
    }
}

/// How an answer ended and what it took.
public struct Completion: Sendable, Hashable, Codable {
    /// Why the answer ended.
    public enum Reason: String, Sendable, Hashable, Codable {
        /// The model was done, the guide complete, or a stop text came.
        case stop
        /// The budget of tokens was spent.
        case length
    }

    /// Why the answer ended.
    public let reason: Reason
    /// For a choice: for each option, in the order given, the natural logarithm of its probability among the options.
    public let optionLogProbabilities: [Double]?
    /// For a choice: how much of the model's whole probability fell on the options at all, in 0…1.
    public let coverage: Double?
    /// Tokens of the prompt, cached ones included.
    public let promptTokens: Int
    /// Tokens of the prompt whose state was there already.
    public let cachedTokens: Int
    /// Tokens of the answer.
    public let answerTokens: Int
    /// Tokens of the answer that the guide forced, so that no step of the model was spent on them.
    public let forcedTokens: Int
    /// Wall time in the engine, waiting in the queue not counted, in seconds.
    public let seconds: Double

    /// A completion.
    public init(
        reason: Reason,
        optionLogProbabilities: [Double]? = nil,
        coverage: Double? = nil,
        promptTokens: Int = 0,
        cachedTokens: Int = 0,
        answerTokens: Int = 0,
        forcedTokens: Int = 0,
        seconds: Double = 0
    ) {
        self.reason = reason
        self.optionLogProbabilities = optionLogProbabilities
        self.coverage = coverage
        self.promptTokens = promptTokens
        self.cachedTokens = cachedTokens
        self.answerTokens = answerTokens
        self.forcedTokens = forcedTokens
        self.seconds = seconds
    }
}
