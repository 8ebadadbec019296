import GuidedGeneration
import Testing

struct GuidedDecoderTests {
    private static let schema = ##"""
        {"type": "object", "properties": {"title": {"type": "string", "minLength": 3}, "tags": {"type": "array",
        "items": {"$ref": "#"}}, "year": {"type": "integer"}}, "required": ["title", "year"]}
        """##

    @Test(arguments: 0..<60)
    func `an answer is whole before its budget runs out, whatever the model wants`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let vocabulary = Vocabulary.bytes(and: [
            "{\"", "\": ", "title", "[{\"title\": \"", "abc", "\\", "é\"", "19",
        ])
        let matcher = try GuideMatcher(guide: CompiledGuide(.schema(Self.schema)), vocabulary: vocabulary)
        var decoder = try GuidedDecoder(matcher: matcher, budget: Int.random(in: 21...120, using: &random))
        while !decoder.mustEnd {
            let token = try #require(try decoder.mask().tokens.randomElement(using: &random))
            try decoder.accept(token)
        }
        #expect(decoder.isComplete)
        #expect(decoder.remainingBudget >= 0)
    }

    @Test func `a budget below the shortest answer is refused before anything is written`() throws {
        let guide = try CompiledGuide(.schema(#"{"const": "abcdef"}"#))
        #expect(throws: GuideError.budgetTooSmall(needed: 8, budget: 7)) {
            try GuidedDecoder(guide: guide, vocabulary: .bytes(), budget: 7)
        }
        #expect(throws: GuideError.budgetTooSmall(needed: 4, budget: 3)) {
            try GuidedDecoder(guide: guide, vocabulary: .bytes(and: ["abc", "def"]), budget: 3)
        }
    }

    @Test
    func
        `what is forced comes in the tokeniser's form, and is given back where a longer token could reach over`()
        throws
    {
        let longer = ["{\"", "title", "\": ", "\": \"", "\"a"]
        let vocabulary = Vocabulary.bytes(and: longer)
        func tokenize(_ bytes: [UInt8]) -> [Int32] {
            var rest = String(decoding: bytes, as: UTF8.self)[...]
            var tokens: [Int32] = []
            while !rest.isEmpty {
                let match = longer.enumerated().filter { rest.hasPrefix($0.element) }.max {
                    $0.element.count < $1.element.count
                }
                tokens.append(match.map { Int32(257 + $0.offset) } ?? Int32(rest.utf8.first ?? 0))
                rest = rest.dropFirst(match?.element.count ?? 1)
            }
            return tokens
        }
        var decoder = try GuidedDecoder(
            guide: CompiledGuide(.schema(Self.schema)),
            vocabulary: vocabulary,
            budget: 100
        )
        // `": "` is one token and no longer one begins with it; but with `": ` and `"a` the model could go on otherwise.
        let tokens = try decoder.forcedTokens(tokenize: tokenize)
        #expect(tokens == [257, 258, 260])
        #expect(String(decoding: decoder.text, as: UTF8.self) == #"{"title": ""#)
        var compact = try GuidedDecoder(
            guide: CompiledGuide(
                .grammar(.sequence([.literal("x\""), .choice([.literal("a"), .literal("b")])]), rules: [:])
            ),
            vocabulary: vocabulary,
            budget: 100
        )
        // The quotation mark is given back: `"a` could stand for it.
        let kept = try compact.forcedTokens(tokenize: tokenize)
        #expect(kept == [Int32(UInt8(ascii: "x"))])
        #expect(try compact.mask().tokens == [34, 261])
    }

    @Test func `a copy goes back to where it was taken`() throws {
        var decoder = try GuidedDecoder(
            guide: CompiledGuide(.schema(#"{"enum": ["ab", "ac"]}"#)),
            vocabulary: .bytes(),
            budget: 10
        )
        try decoder.write("\"a")
        let copy = decoder
        try decoder.write("b\"")
        #expect(decoder.mustEnd)
        #expect(!copy.isComplete)
        #expect(try copy.mask().tokens == [98, 99])
    }

    @Test func `a token that is not allowed is refused and changes nothing`() throws {
        var decoder = try GuidedDecoder(
            guide: CompiledGuide(.schema(#"{"type": "boolean"}"#)),
            vocabulary: .bytes(),
            budget: 10
        )
        try decoder.write("tr")
        for token: Int32 in [120, 256, -1, 9_999] {
            #expect(throws: GuideError.tokenNotAllowed(token: token, offset: 2)) { try decoder.accept(token) }
        }
        try decoder.write("ue")
        try decoder.accept(256)
        #expect(decoder.hasEnded)
        #expect(try decoder.mask().isEmpty)
    }

    @Test func `a vocabulary without an end token is refused`() throws {
        let vocabulary = Vocabulary(tokens: (UInt8.min...UInt8.max).map { [$0] }, endTokens: [])
        #expect(throws: GuideError.unusableVocabulary(reason: "it has no end token")) {
            try GuidedDecoder(guide: CompiledGuide(.schema("{}")), vocabulary: vocabulary, budget: 10)
        }
    }
}
