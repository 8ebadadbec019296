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
    /// Whether the text so far is a whole answer.
    public private(set) var isComplete: Bool

    private let cache: MaskCache
    private var state: ExpressionID

    /// The most bytes that are forced at a time.
    private static let longestForced = 4_096
    /// The most tokens at the end of a forced text that are given back.
    private static let mostGivenBack = 4

    /// A decoder at the start of an answer.
    ///
    /// - Parameters:
    ///   - matcher: The guide and vocabulary.
    ///   - budget: The most tokens of the answer; it is always whole within them.
    /// - Throws: ``GuideError/budgetTooSmall(needed:budget:)``.
    public init(matcher: GuideMatcher, budget: Int) throws(GuideError) {
        self.matcher = matcher
        let cache = matcher.cache
        self.cache = cache
        state = cache.root
        remainingBudget = budget
        let (cost, isComplete) = try cache.use {
            ($0.cost(of: cache.root), $0.arena.isNullable[Int(cache.root)])
        }
        self.isComplete = isComplete
        guard cost < FormSet.unreachable else {
            throw .unusableVocabulary(
                reason: "it misses bytes that every answer needs, or an answer is over a million bytes"
            )
        }
        guard cost <= budget else { throw .budgetTooSmall(needed: cost, budget: budget) }
    }

    /// A decoder that shares nothing with others.
    ///
    /// - Parameters:
    ///   - guide: The guide.
    ///   - vocabulary: The tokens of the model.
    ///   - budget: The most tokens of the answer; it is always whole within them.
    /// - Throws: ``GuideError/unusableVocabulary(reason:)``, ``GuideError/budgetTooSmall(needed:budget:)``.
    public init(guide: CompiledGuide, vocabulary: Vocabulary, budget: Int) throws(GuideError) {
        try self.init(matcher: GuideMatcher(guide: guide, vocabulary: vocabulary), budget: budget)
    }

    /// Whether nothing can follow: the answer is whole and cannot go on, has ended, or has spent its budget.
    public var mustEnd: Bool { hasEnded || state == ExpressionArena.empty || remainingBudget <= 0 }

    /// The tokens that may come next; end tokens among them where the answer is whole.
    ///
    /// - Throws: ``GuideError/tooComplex(what:limit:)``, for grammars that are ambiguous beyond bounds.
    public func mask() throws(GuideError) -> TokenMask {
        guard !hasEnded else { return TokenMask(tokenCount: matcher.vocabulary.tokenCount) }
        let (state, budget) = (state, remainingBudget)
        return try cache.use { compiler in
            let entry = compiler.entry(for: state)
            return entry.costliest < budget ? entry.mask : compiler.mask(for: state, within: budget - 1)
        }
    }

    /// Goes on by one token.
    ///
    /// - Parameter token: The token; one that ``mask()`` allows.
    /// - Throws: ``GuideError/tokenNotAllowed(token:offset:)``; the decoder is then where it was.
    public mutating func accept(_ token: Int32) throws(GuideError) {
        let refused = GuideError.tokenNotAllowed(token: token, offset: text.count)
        if matcher.vocabulary.endTokens.contains(token), isComplete, !hasEnded {
            hasEnded = true
            return
        }
        guard !hasEnded, remainingBudget > 0, matcher.vocabulary.isOffered(token) else { throw refused }
        let bytes = matcher.vocabulary.bytes(of: token)
        let (start, budget) = (state, remainingBudget - 1)
        let next: (ExpressionID, Bool) = try cache.use { compiler in
            var state = start
            for byte in bytes {
                state = compiler.arena.derivative(state, byte)
                if state == ExpressionArena.nothing { return (state, false) }
            }
            let fits =
                compiler.arena.shortest[Int(state)] <= budget && compiler.vocabulary.hasEveryByte
                || compiler.cost(of: state) <= budget
            return (fits ? state : ExpressionArena.nothing, compiler.arena.isNullable[Int(state)])
        }
        guard next.0 != ExpressionArena.nothing else { throw refused }
        (state, isComplete) = next
        text += bytes
        remainingBudget = budget
    }

    /// The bytes that must come next, as far as there is no choice; empty where there is one or the answer may end.
    ///
    /// - Throws: ``GuideError/tooComplex(what:limit:)``.
    public func forcedBytes() throws(GuideError) -> [UInt8] { try forced().bytes }

    private func forced() throws(GuideError) -> (bytes: [UInt8], end: ExpressionID) {
        guard !hasEnded else { return ([], state) }
        let start = state
        return try cache.use { compiler in
            var state = start
            var bytes: [UInt8] = []
            while bytes.count < Self.longestForced, !compiler.arena.isNullable[Int(state)],
                let byte = compiler.arena.firstBytes(state).only
            {
                bytes.append(byte)
                state = compiler.arena.derivative(state, byte)
            }
            return (bytes, state)
        }
    }

    /// The tokens that must come next, in the form in which the model's tokeniser writes them; they are accepted.
    ///
    /// The forced text is tokenised, and up to four tokens at its end are given back where a longer token could
    /// reach over the end: the model chooses there. Where the mask has a single token, that is forced as well.
    ///
    /// - Parameter tokenize: The model's own tokeniser, without special tokens and without a space put in front.
    /// - Returns: The tokens, already accepted; empty where there is a choice.
    /// - Throws: What `tokenize` throws, and ``GuideError/tooComplex(what:limit:)``.
    public mutating func forcedTokens(tokenize: ([UInt8]) throws -> [Int32]) throws -> [Int32] {
        var result: [Int32] = []
        while !mustEnd {
            let forced = try forced()
            var tokens: [Int32] = []
            if !forced.bytes.isEmpty {
                tokens = try canonicalTokens(of: forced.bytes, end: forced.end, tokenize: tokenize)
                for token in tokens { try accept(token) }
            }
            if tokens.isEmpty {
                guard let only = try mask().only, !matcher.vocabulary.endTokens.contains(only) else { break }
                try accept(only)
                tokens = [only]
            }
            result += tokens
        }
        return result
    }

    private func canonicalTokens(
        of bytes: [UInt8],
        end: ExpressionID,
        tokenize: ([UInt8]) throws -> [Int32]
    ) throws -> [Int32] {
        let vocabulary = matcher.vocabulary
        var tokens = try tokenize(bytes)
        var ends: [Int] = []
        for token in tokens { ends.append((ends.last ?? 0) + vocabulary.bytes(of: token).count) }
        guard tokens.allSatisfy(vocabulary.isOffered), tokens.flatMap(vocabulary.bytes(of:)) == bytes else {
            // A tokeniser that changes the text is of no use here; the model goes on by itself.
            return []
        }
        let budget = remainingBudget
        let kept = try cache.use { compiler in
            guard tokens.count + compiler.cost(of: end) <= budget else { return -1 }
            var kept = tokens.count
            for index in tokens.indices.reversed().prefix(Self.mostGivenBack) {
                let start = index == 0 ? 0 : ends[index - 1]
                guard let node = vocabulary.trie.node(at: bytes[start...]) else { continue }
                if compiler.hasToken(below: node, of: vocabulary.trie, from: end) { kept = index }
            }
            return kept
        }
        if kept < 0 { return try cache.use { $0.fewestTokens(of: bytes) } }
        tokens.removeSubrange(kept...)
        return tokens
    }
}
