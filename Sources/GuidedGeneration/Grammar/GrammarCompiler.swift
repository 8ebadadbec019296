/// Compiles grammars to forms.
struct GrammarCompiler {
    private var forms = FormSet()
    private var ruleNumbers: [String: Int] = [:]
    private var parts = 0

    /// The most parts of all rules together, and the deepest nesting.
    private static let maximumParts = 50_000
    private static let maximumBreadth = 2_000

    /// Compiles a grammar with its rules.
    ///
    /// - Throws: ``GuideError`` for what cannot be followed.
    static func compile(_ grammar: Grammar, rules: [String: Grammar]) throws(GuideError) -> FormSet {
        var compiler = GrammarCompiler()
        let names = rules.keys.sorted()
        for (number, name) in names.enumerated() { compiler.ruleNumbers[name] = number }
        compiler.forms.ruleNames = names
        for name in names {
            guard let rule = rules[name] else { continue }
            compiler.forms.rules.append(try compiler.form(of: rule, at: name, depth: 0))
        }
        compiler.forms.root = try compiler.form(of: grammar, at: "the grammar", depth: 0)
        return compiler.forms
    }

    private mutating func form(of grammar: Grammar, at location: String, depth: Int) throws(GuideError)
        -> Form
    {
        parts += 1
        guard parts <= Self.maximumParts else { throw .tooComplex(what: "parts", limit: Self.maximumParts) }
        guard depth < FormSet.maximumDepth else {
            throw .tooComplex(what: "nested parts", limit: FormSet.maximumDepth)
        }
        switch grammar {
        case .literal(let text): return .literal(Array(text.utf8))
        case .choice(let choices): return .choice(try forms(of: choices, at: location, depth: depth))
        case .sequence(let sequence):
            guard sequence.count <= Self.maximumBreadth else {
                throw .tooComplex(what: "parts of a sequence", limit: Self.maximumBreadth)
            }
            return .sequence(try forms(of: sequence, at: location, depth: depth))
        case .optional(let part):
            return .choice([.literal([]), try form(of: part, at: location, depth: depth + 1)])
        case .repeated(let part, let minimum, let maximum, let separator):
            guard minimum >= 0, maximum.map({ $0 >= minimum }) ?? true else {
                throw .invalid(
                    keyword: "repeated",
                    location: location,
                    reason: "from \(minimum) to \(maximum ?? 0) is no range"
                )
            }
            return .repeated(
                try form(of: part, at: location, depth: depth + 1),
                minimum: minimum,
                maximum: maximum,
                separator: Array(separator.utf8)
            )
        case .integer(let minimum, let maximum):
            guard minimum <= maximum else {
                throw .invalid(
                    keyword: "integer",
                    location: location,
                    reason: "from \(minimum) to \(maximum) is no range"
                )
            }
            return .number(NumberRange(fractionDigits: 0, lower: Int128(minimum), upper: Int128(maximum)))
        case .span(let span): return .span(try SpanPlaces(span))
        case .pattern(let pattern):
            let automaton = try PatternSyntax.automaton(of: pattern, isWhole: true, form: .plain)
            return automaton.map(Form.automaton) ?? .nothing
        case .rule(let name):
            guard let number = ruleNumbers[name] else { throw .undefinedReference(name) }
            return .rule(number)
        }
    }

    private mutating func forms(
        of parts: [Grammar],
        at location: String,
        depth: Int
    ) throws(GuideError) -> [Form] {
        var result: [Form] = []
        for part in parts { result.append(try form(of: part, at: location, depth: depth + 1)) }
        return result
    }
}
