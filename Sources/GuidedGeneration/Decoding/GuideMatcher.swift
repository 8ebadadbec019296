/// A guide and a vocabulary brought together, with the masks that were computed so far.
///
/// Keep one for each guide and model; any number of decoders share it, also at the same time.
public final class GuideMatcher: Sendable {
    /// The guide.
    public let guide: CompiledGuide
    /// The vocabulary.
    public let vocabulary: Vocabulary

    /// A matcher without any mask yet.
    ///
    /// - Throws: ``GuideError/unusableVocabulary(reason:)`` where the vocabulary has no end token or misses bytes.
    public init(guide: CompiledGuide, vocabulary: Vocabulary) throws(GuideError) {
        self.guide = guide
        self.vocabulary = vocabulary
    }
}
