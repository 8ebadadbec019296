/// A guide that has been read and checked, ready to be matched with a vocabulary.
public struct CompiledGuide: Sendable {
    /// Where JSON has white space.
    public enum Layout: Sendable, Hashable, Codable {
        /// One space after each colon and comma, nothing else: `{"a": 1, "b": [2, 3]}`; what models write.
        case spaced
        /// No white space at all.
        case compact
    }

    let forms: FormSet

    /// Reads and checks a guide.
    ///
    /// - Parameters:
    ///   - guide: A grammar or a JSON Schema.
    ///   - layout: Where JSON has white space.
    /// - Throws: ``GuideError`` for what cannot be followed; nothing has been generated then.
    public init(_ guide: Guide, layout: Layout = .spaced) throws(GuideError) {
        var forms: FormSet
        switch guide {
        case .grammar(let grammar, let rules): forms = try GrammarCompiler.compile(grammar, rules: rules)
        case .schema(let text): forms = try SchemaCompiler.compile(text, layout: layout)
        }
        try forms.analyse()
        self.forms = forms
    }
}
