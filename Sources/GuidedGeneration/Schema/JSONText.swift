/// The pieces of JSON text that are the same in every schema.
enum JSONText {
    /// The characters that stand for themselves inside a string.
    static let plainCharacters = ScalarSet([0...0x1F, 0x22...0x22, 0x5C...0x5C]).inverted

    /// One character inside a string: any but `"`, `\` and control characters as UTF-8, or an escape; two `\u` escapes
    /// for a character beyond U+FFFF, and never half of such a pair.
    static let character: ByteAutomaton = {
        let hex = ScalarSet([48...57, 65...70, 97...102])
        func digits(_ sets: [ScalarSet]) -> [PatternSyntax] { sets.map(PatternSyntax.characters) }
        let backslash = PatternSyntax.characters(ScalarSet("\\"))
        let start: [PatternSyntax] = [backslash, .characters(ScalarSet("u"))]
        let high = digits([ScalarSet("dD"), ScalarSet("89abAB"), hex, hex])
        let low = digits([ScalarSet("dD"), ScalarSet("cdefCDEF"), hex, hex])
        let syntax = PatternSyntax.choice([
            .characters(plainCharacters),
            .sequence([backslash, .characters(ScalarSet("\"\\/bfnrt"))]),
            .sequence(
                start + digits([ScalarSet([48...57, 65...67, 69...70, 97...99, 101...102]), hex, hex, hex])
            ),
            .sequence(start + digits([ScalarSet("dD"), ScalarSet("01234567"), hex, hex])),
            .sequence(start + high + start + low),
        ])
        return automaton(syntax)
    }()

    /// One character of a string without any escape.
    static let plainCharacter = automaton(.characters(plainCharacters))

    /// One character in the shortest form that a JSON string has for it; what patterns are made of.
    static let shortestCharacter: ByteAutomaton = automaton(.characters(.all), form: .json)

    private static func automaton(_ syntax: PatternSyntax, form: CharacterForm = .plain) -> ByteAutomaton {
        do {
            guard let automaton = try PatternAutomaton.automaton(of: syntax, form: form) else {
                preconditionFailure("a fixed pattern that nothing matches")
            }
            return automaton
        } catch {
            preconditionFailure("a fixed pattern that does not compile: \(error)")
        }
    }
}
