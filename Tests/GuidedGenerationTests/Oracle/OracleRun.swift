import GuidedGeneration

/// Compares masks with the oracle, token by token of a whole vocabulary.
struct OracleRun {
    /// What was compared, and where the two disagreed.
    struct Tally {
        var schemas = 0
        var texts = 0
        var tokens = 0
        var allowedWrongly = 0
        var bannedWrongly = 0
        var examples: [String] = []
    }

    let vocabulary: Vocabulary
    private let bytes: [[UInt8]]
    private let offered: [Int32]
    private(set) var tally = Tally()

    init(_ file: GGUFVocabulary) {
        vocabulary = file.vocabulary
        bytes = file.tokens
        offered = file.tokens.indices.map(Int32.init).filter { token in
            !file.hidden.contains(token) && !file.endTokens.contains(token)
                && !file.tokens[Int(token)].isEmpty
        }
    }

    /// Follows random texts of a shape and, after a few tokens each, a damaged one; compares whole masks on the way.
    mutating func check(_ shape: Shape, texts: Int, using random: inout SeededGenerator) throws {
        let matcher = try GuideMatcher(guide: CompiledGuide(.schema(shape.schema)), vocabulary: vocabulary)
        tally.schemas += 1
        for _ in 0..<texts {
            var decoder = try GuidedDecoder(matcher: matcher, budget: 100_000)
            let places = Int.random(in: 0...14, using: &random)
            for _ in 0..<places where !decoder.mustEnd {
                guard let token = try decoder.mask().tokens.randomElement(using: &random) else { break }
                try decoder.accept(token)
            }
            guard !decoder.hasEnded else { continue }
            try compare(decoder, shape)
            // A valid beginning with a wrong token behind it is an invalid text; it must be refused as such.
            for _ in 0..<50 {
                guard let token = offered.randomElement(using: &random) else { break }
                var copy = decoder
                let isRight = PrefixOracle.isPrefix(decoder.text + bytes[Int(token)], of: shape)
                let isAccepted = (try? copy.accept(token)) != nil
                if isAccepted != isRight { note(token, after: decoder.text, isAllowed: isAccepted, shape) }
            }
        }
    }

    private mutating func compare(_ decoder: GuidedDecoder, _ shape: Shape) throws {
        let mask = try decoder.mask()
        tally.texts += 1
        var known: [UInt8: Bool] = [:]
        for token in offered {
            let text = bytes[Int(token)]
            let first = known[text[0]] ?? PrefixOracle.isPrefix(decoder.text + [text[0]], of: shape)
            known[text[0]] = first
            let expected = first && (text.count == 1 || PrefixOracle.isPrefix(decoder.text + text, of: shape))
            tally.tokens += 1
            if mask.contains(token) != expected {
                note(token, after: decoder.text, isAllowed: mask.contains(token), shape)
            }
        }
        for token in vocabulary.endTokens
        where mask.contains(token) != PrefixOracle.isWhole(decoder.text, of: shape) {
            note(token, after: decoder.text, isAllowed: mask.contains(token), shape)
        }
    }

    private mutating func note(_ token: Int32, after text: [UInt8], isAllowed: Bool, _ shape: Shape) {
        if isAllowed { tally.allowedWrongly += 1 } else { tally.bannedWrongly += 1 }
        guard tally.examples.count < 5 else { return }
        let written = String(decoding: text, as: UTF8.self)
        let next = String(decoding: bytes[Int(token)], as: UTF8.self)
        tally.examples.append(
            "\(isAllowed ? "allowed" : "banned") \(next) after \(written) in \(shape.schema)"
        )
    }
}
