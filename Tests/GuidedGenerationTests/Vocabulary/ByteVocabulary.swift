import GuidedGeneration

extension Vocabulary {
    /// Every byte as a token of its own, the end as token 256, and some longer tokens after it.
    static func bytes(and longer: [String] = []) -> Vocabulary {
        let single = (UInt8.min...UInt8.max).map { [$0] }
        return Vocabulary(
            tokens: single + [Array("<end>".utf8)] + longer.map { Array($0.utf8) },
            endTokens: [256]
        )
    }
}

extension GuidedDecoder {
    /// Goes on by the bytes of a text, one token each.
    mutating func write(_ text: String) throws {
        for byte in text.utf8 { try accept(Int32(byte)) }
    }
}

/// Whether a text is a whole one of a guide.
func accepts(_ text: String, _ guide: Guide, layout: CompiledGuide.Layout = .spaced) throws -> Bool {
    var decoder = try GuidedDecoder(
        guide: CompiledGuide(guide, layout: layout),
        vocabulary: .bytes(),
        budget: 100_000
    )
    do {
        try decoder.write(text)
        return decoder.isComplete
    } catch GuideError.tokenNotAllowed {
        return false
    }
}

/// Whether a text is a whole one of a schema.
func accepts(_ text: String, schema: String) throws -> Bool { try accepts(text, .schema(schema)) }
