import GuidedGeneration
import Testing

struct GrammarTests {
    @Test(arguments: [
        ("Amélie", true), ("die fabelhafte Welt", true), ("Welt der Amélie", true), ("Ame", false),
        ("fabel", false),
        ("Amelie", false), ("die ", false), (" Welt", false), ("", false), ("Welt. der", false),
    ])
    func `a span of words is copied as it stands`(text: String, isSpan: Bool) throws {
        let span = Grammar.span(Span(of: "die fabelhafte Welt der Amélie, bitte"))
        #expect(try accepts(text, .grammar(span, rules: [:])) == isSpan)
    }

    @Test(arguments: [("fabel", true), ("e W", true), ("é", true), ("e\u{301}", false), ("", false)])
    func `a span of characters may begin and end anywhere between them`(text: String, isSpan: Bool) throws {
        let span = Grammar.span(Span(of: "fabelhafte Welt é", boundary: .characters))
        #expect(try accepts(text, .grammar(span, rules: [:])) == isSpan)
    }

    @Test(arguments: [("기생충", true), ("기생충을", true), ("千と千尋", true), ("Dune 2", true), ("Dun", false)])
    func `scripts without spaces can be cut at each character`(text: String, isSpan: Bool) throws {
        let span = Grammar.span(Span(of: "기생충을 千と千尋の神隠し Dune 2"))
        #expect(try accepts(text, .grammar(span, rules: [:])) == isSpan)
    }

    @Test(arguments: [
        ("movie 1999 x", true), ("series 2001 x;y;x", true), ("movie 2010 x", true), ("movie 2011 x", false),
        ("movie 01999 x", false), ("movie 1999 x;", false), ("movie 1999 x;y;x;y", false),
        ("movie 1999 ", false),
    ])
    func `literals, choices, numbers and repetitions fit together`(text: String, isText: Bool) throws {
        let grammar = Grammar.sequence([
            .choice([.literal("movie"), .literal("series")]), .literal(" "),
            .integer(minimum: 1999, maximum: 2010),
            .literal(" "), .repeated(.pattern("[xy]"), minimum: 1, maximum: 3, separator: ";"),
        ])
        #expect(try accepts(text, .grammar(grammar, rules: [:])) == isText)
    }

    @Test(arguments: [("()", true), ("(()())", true), ("", false), ("(()", false), ("())", false)])
    func `rules may recurse`(text: String, isText: Bool) throws {
        let pair = Grammar.sequence([
            .literal("("), .repeated(.rule("pair"), minimum: 0, maximum: nil, separator: ""), .literal(")"),
        ])
        #expect(try accepts(text, .grammar(.rule("pair"), rules: ["pair": pair])) == isText)
    }

    @Test(arguments: [("", true), ("abab", true), ("aab", true), ("ba", true), ("c", false)])
    func `a repetition of what may be empty ends`(text: String, isText: Bool) throws {
        let part = Grammar.sequence([.optional(.literal("a")), .optional(.literal("b"))])
        let grammar = Grammar.repeated(part, minimum: 2, maximum: nil, separator: "")
        #expect(try accepts(text, .grammar(grammar, rules: [:])) == isText)
    }

    @Test func `recursion without end and rules that are not there are refused`() {
        let left = Grammar.sequence([.rule("a"), .literal("x")])
        let endless = Grammar.sequence([.literal("x"), .rule("a")])
        #expect(throws: GuideError.endlessRecursion("a")) {
            try CompiledGuide(
                .grammar(.choice([.rule("a"), .literal("y")]), rules: ["a": .choice([left, .literal("b")])])
            )
        }
        #expect(throws: GuideError.endlessRecursion("a")) {
            try CompiledGuide(.grammar(.rule("a"), rules: ["a": endless]))
        }
        #expect(throws: GuideError.undefinedReference("b")) {
            try CompiledGuide(.grammar(.rule("b"), rules: [:]))
        }
        #expect(throws: GuideError.self) {
            try CompiledGuide(.grammar(.integer(minimum: 3, maximum: 2), rules: [:]))
        }
    }
}
