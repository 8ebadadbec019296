internal import Foundation
internal import GuidedGeneration

/// The guides that were compiled for a model, with the masks that were computed for them.
///
/// Used on the engine's thread.
final class GuideShelf {
    private static let limit = 32

    private let model: LoadedModel
    private var vocabulary: GuidedGeneration.Vocabulary?
    private var matchers: [(guide: Guide, matcher: GuideMatcher)] = []

    private let directory: String?

    /// The shelf of a model.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - directory: Where the sorted vocabulary is kept between runs; nil keeps none.
    init(_ model: LoadedModel, directory: String?) {
        self.model = model
        self.directory = directory
    }

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
        let file = vocabularyFile()
        if let file, let bytes = try? Data(contentsOf: file),
            let stored = try? GuidedGeneration.Vocabulary(decoding: Array(bytes))
        {
            vocabulary = stored
            return stored
        }
        let made = madeVocabulary()
        vocabulary = made
        // What cannot be kept is made again; nothing else depends on it.
        if let file { try? Data(made.encoded()).write(to: file, options: .atomic) }
        return made
    }

    /// Where the vocabulary of this very file is kept.
    private func vocabularyFile() -> URL? {
        guard let directory, let fingerprint = FileFingerprint.of(path: model.file.path) else { return nil }
        return URL(filePath: directory).appending(path: "\(fingerprint).vocabulary")
    }

    private func madeVocabulary() -> GuidedGeneration.Vocabulary {
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
        return GuidedGeneration.Vocabulary(tokens: tokens, endTokens: endTokens, hidden: hidden)
    }
}
