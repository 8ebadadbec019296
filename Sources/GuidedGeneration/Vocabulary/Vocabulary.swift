/// The tokens of a model, ordered so that masks over them are quick to compute.
///
/// Built once for a model; ``encoded()`` keeps the result for the next start.
public struct Vocabulary: Sendable {
    /// How many tokens there are, special ones included.
    public let tokenCount: Int
    /// The tokens that end an answer.
    public let endTokens: Set<Int32>

    /// A vocabulary.
    ///
    /// - Parameters:
    ///   - tokens: The bytes of each token, by its id; byte-level encodings undone (`Ġ` is a space), byte tokens as
    ///     their one byte. Tokens without bytes are never offered.
    ///   - endTokens: The tokens that end an answer: end of text, end of turn.
    ///   - hidden: Tokens that are never part of an answer: control tokens, unused ones. End tokens need not be here.
    public init(tokens: [[UInt8]], endTokens: Set<Int32>, hidden: Set<Int32> = []) {
        tokenCount = tokens.count
        self.endTokens = endTokens
    }

    /// Reads what ``encoded()`` wrote.
    ///
    /// - Throws: ``GuideError/unusableVocabulary(reason:)`` for anything else.
    public init(decoding bytes: [UInt8]) throws(GuideError) {
        throw .unusableVocabulary(reason: "not the file of a vocabulary")
    }

    /// The vocabulary as bytes, to be kept on disk.
    public func encoded() -> [UInt8] { [] }
}
