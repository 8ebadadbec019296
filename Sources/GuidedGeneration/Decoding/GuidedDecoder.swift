/// Follows an answer token by token and says what may come next.
///
/// A value: a copy keeps the place where it was taken, which is how one goes back.
///
/// The loop of an engine:
///
///     var decoder = try GuidedDecoder(matcher: matcher, budget: 200)
///     while !decoder.mustEnd {
///         let forced = try decoder.forcedTokens(tokenize: tokenize)   // already accepted
///         // … give `forced` to the model without reading logits …
///         if decoder.mustEnd { break }
///         let token = sample(logits, among: try decoder.mask())
///         try decoder.accept(token)
///         if decoder.hasEnded { break }
///     }
public struct GuidedDecoder: Sendable {
    /// The guide and vocabulary.
    public let matcher: GuideMatcher
    /// How many more tokens may be accepted; end tokens are not counted.
    public private(set) var remainingBudget: Int
    /// Whether an end token was accepted.
    public private(set) var hasEnded = false
    /// The text so far, in bytes.
    public private(set) var text: [UInt8] = []

    /// A decoder at the start of an answer.
    ///
    /// - Parameters:
    ///   - matcher: The guide and vocabulary.
    ///   - budget: The most tokens of the answer; it is always whole within them.
    /// - Throws: ``GuideError/budgetTooSmall(needed:budget:)``.
    public init(matcher: GuideMatcher, budget: Int) throws(GuideError) {
        self.matcher = matcher
        remainingBudget = budget
    }

    /// A decoder that shares nothing with others.
    public init(guide: CompiledGuide, vocabulary: Vocabulary, budget: Int) throws(GuideError) {
        try self.init(matcher: GuideMatcher(guide: guide, vocabulary: vocabulary), budget: budget)
    }

    /// The tokens that may come next; end tokens among them where the answer is whole.
    ///
    /// - Throws: ``GuideError/tooComplex(what:limit:)``, for grammars that are ambiguous beyond bounds.
    public mutating func mask() throws(GuideError) -> TokenMask {
        TokenMask(tokenCount: matcher.vocabulary.tokenCount)
    }

    /// Goes on by one token.
    ///
    /// - Throws: ``GuideError/tokenNotAllowed(token:offset:)``; the decoder is then where it was.
    public mutating func accept(_ token: Int32) throws(GuideError) {
        throw .tokenNotAllowed(token: token, offset: text.count)
    }

    /// The bytes that must come next, as far as there is no choice; empty where there is one or the answer may end.
    public func forcedBytes() throws(GuideError) -> [UInt8] { [] }

    /// The tokens that must come next, in the form in which the model's tokeniser writes them; they are accepted.
    ///
    /// The forced text is tokenised, and up to four tokens at its end are given back where a longer token could
    /// reach over the end: the model chooses there.
    ///
    /// - Parameter tokenize: The model's own tokeniser, without special tokens and without a space put in front.
    /// - Returns: The tokens, already accepted; empty where there is a choice.
    public mutating func forcedTokens(tokenize: ([UInt8]) throws -> [Int32]) throws -> [Int32] { [] }

    /// Whether the text so far is a whole answer.
    public var isComplete: Bool { false }

    /// Whether nothing can follow: the answer is whole and cannot go on, has ended, or has spent its budget.
    public var mustEnd: Bool { hasEnded }
}
