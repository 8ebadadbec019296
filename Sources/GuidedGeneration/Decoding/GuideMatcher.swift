internal import Synchronization

/// A guide and a vocabulary brought together, with the masks that were computed so far.
///
/// Keep one for each guide and model; any number of decoders share it, also at the same time.
public final class GuideMatcher: Sendable {
    /// The guide.
    public let guide: CompiledGuide
    /// The vocabulary.
    public let vocabulary: Vocabulary

    /// The states and masks so far; begun anew when it has grown too much, while older decoders keep theirs.
    private let current: Mutex<MaskCache>

    /// How many expressions a cache may have for new decoders to join it.
    private static let joinableCount = 200_000

    /// A matcher without any mask yet.
    ///
    /// - Parameters:
    ///   - guide: The guide.
    ///   - vocabulary: The tokens of the model.
    /// - Throws: ``GuideError/unusableVocabulary(reason:)`` where the vocabulary has no end token or misses bytes.
    public init(guide: CompiledGuide, vocabulary: Vocabulary) throws(GuideError) {
        guard !vocabulary.endTokens.isEmpty else { throw .unusableVocabulary(reason: "it has no end token") }
        if let missing = (0x20...0x7E).first(where: { !vocabulary.hasByte[Int($0)] }) {
            throw .unusableVocabulary(reason: "it has no token for byte \(missing)")
        }
        self.guide = guide
        self.vocabulary = vocabulary
        current = Mutex(MaskCache(forms: guide.forms, vocabulary: vocabulary))
    }

    var cache: MaskCache {
        current.withLock { cache in
            if cache.count > Self.joinableCount {
                cache = MaskCache(forms: guide.forms, vocabulary: vocabulary)
            }
            return cache
        }
    }
}

/// A mask compiler that several may use, one at a time.
final class MaskCache: Sendable {
    let root: ExpressionID
    private let compiler: Mutex<MaskCompiler>

    init(forms: FormSet, vocabulary: Vocabulary) {
        let compiler = MaskCompiler(forms: forms, vocabulary: vocabulary)
        root = compiler.root
        self.compiler = Mutex(compiler)
    }

    var count: Int { compiler.withLock { $0.arena.count } }

    /// Uses the compiler, and refuses what it came to if it went beyond its bounds.
    func use<Result: Sendable>(_ body: (inout MaskCompiler) -> Result) throws(GuideError) -> Result {
        let (result, isExhausted) = compiler.withLock { compiler in
            let result = body(&compiler)
            return (result, compiler.arena.isExhausted)
        }
        if isExhausted { throw .tooComplex(what: "states", limit: ExpressionArena.maximumCount) }
        return result
    }
}
