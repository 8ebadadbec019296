import GuidedGeneration
import Testing

struct VocabularyTests {
    @Test func `a vocabulary comes back from its bytes as it was, twins included`() throws {
        let vocabulary = Vocabulary.bytes(and: ["abc", "abc", "ab", "\u{00E9}t", ""])
        let again = try Vocabulary(decoding: vocabulary.encoded())
        #expect(again.tokenCount == vocabulary.tokenCount)
        #expect(again.endTokens == vocabulary.endTokens)
        #expect(again.encoded() == vocabulary.encoded())
        let guide = try CompiledGuide(.grammar(.literal("abc"), rules: [:]))
        for candidate in [vocabulary, again] {
            let mask = try GuidedDecoder(guide: guide, vocabulary: candidate, budget: 5).mask()
            #expect(mask.tokens == [97, 257, 258, 259])
        }
    }

    @Test func `a damaged file is refused, whichever byte is wrong`() throws {
        let bytes = Vocabulary.bytes(and: ["abc"]).encoded()
        for place in stride(from: 0, to: bytes.count, by: 37) {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(throws: GuideError.self) { try Vocabulary(decoding: damaged) }
            #expect(throws: GuideError.self) { try Vocabulary(decoding: Array(bytes.prefix(place))) }
        }
    }
}
