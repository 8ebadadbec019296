internal import GuidedGeneration

/// The guides that were compiled for a model, with the masks that were computed for them.
///
/// Used on the engine's thread.
final class GuideShelf {
    private static let limit = 32

    private let model: LoadedModel
    private var vocabulary: GuidedGeneration.Vocabulary?
    private var matchers: [(guide: Guide, matcher: GuideMatcher)] = []

    /// The shelf of a model.
    init(_ model: LoadedModel) { self.model = model }

    /// The matcher of a guide, made when there is none yet; the longest unused goes when there are too many.
    ///
    /// - Throws: `GuideError`.
    func matcher(for guide: Guide) throws(GuideError) -> GuideMatcher {
        if let place = matchers.firstIndex(where: { $0.guide == guide }) {
            let known = matchers.remove(at: place)
            matchers.append(known)
            return known.matcher
        }
        let matcher = try GuideMatcher(guide: CompiledGuide(guide), vocabulary: guideVocabulary())
        matchers.append((guide, matcher))
        if matchers.count > Self.limit { matchers.removeFirst() }
        return matcher
    }

    private func guideVocabulary() -> GuidedGeneration.Vocabulary {
        if let vocabulary { return vocabulary }
        let source = model.vocabulary
        var endTokens: Set<Int32> = []
        var hidden: Set<Int32> = []
        let tokens = (0..<Int32(source.count)).map { token -> [UInt8] in
            if source.endsAnswer(token) { endTokens.insert(token) }
            guard !source.isControl(token), !source.endsAnswer(token) else {
                hidden.insert(token)
                return []
            }
            return source.bytes(of: token)
        }
        let vocabulary = GuidedGeneration.Vocabulary(tokens: tokens, endTokens: endTokens, hidden: hidden)
        self.vocabulary = vocabulary
        return vocabulary
    }
}
