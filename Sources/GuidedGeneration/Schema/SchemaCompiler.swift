internal import OrderedJSON

/// Compiles JSON Schemas to forms.
///
/// Every text of the result satisfies the schema; which of the texts that do are written is stated in the article
/// <doc:GuidedGeneration>: one form of white space, properties in their order, numbers without exponent.
struct SchemaCompiler {
    let reader: SchemaReader
    let layout: CompiledGuide.Layout
    var forms = FormSet()

    private var ruleNumbers: [[SchemaPart]: Int] = [:]
    private var waiting: [(rule: Int, parts: [SchemaPart])] = []
    private var anyValueRule: Int?
    private var work = 0

    /// The longest schema, in bytes.
    static let maximumLength = 1 << 20
    static let maximumRules = 2_000
    static let maximumWork = 50_000
    static let maximumMembers = 1_000

    /// Compiles a schema.
    ///
    /// - Throws: ``GuideError`` for what cannot be followed.
    static func compile(_ text: String, layout: CompiledGuide.Layout) throws(GuideError) -> FormSet {
        guard text.utf8.count <= maximumLength else {
            throw .tooComplex(what: "bytes of the schema", limit: maximumLength)
        }
        let root: JSONValue
        do {
            root = try JSONValue(parsing: text, maximumDepth: FormSet.maximumDepth)
        } catch {
            if error.reason == .tooDeep {
                throw .tooComplex(what: "nested levels of the schema", limit: FormSet.maximumDepth)
            }
            throw .notJSON(reason: error.description)
        }
        var compiler = SchemaCompiler(reader: try SchemaReader(root: root), layout: layout)
        let number = compiler.rule(for: [compiler.reader.root])
        compiler.forms.root = .rule(number)
        while let next = compiler.waiting.popLast() {
            guard compiler.forms.rules.count <= maximumRules else {
                throw .tooComplex(what: "referenced schemas", limit: maximumRules)
            }
            compiler.forms.rules[next.rule] = try compiler.form(ofMerged: next.parts, depth: 0)
        }
        return compiler.forms
    }

    private init(reader: SchemaReader, layout: CompiledGuide.Layout) {
        self.reader = reader
        self.layout = layout
    }

    var colon: [UInt8] { Array((layout == .spaced ? ": " : ":").utf8) }
    var comma: [UInt8] { Array((layout == .spaced ? ", " : ",").utf8) }

    /// The rule for values that satisfy all of these schemas; compiled when its turn comes.
    private mutating func rule(for parts: [SchemaPart]) -> Int {
        if let number = ruleNumbers[parts] { return number }
        let number = forms.rules.count
        forms.rules.append(.nothing)
        forms.ruleNames.append(parts.map(\.location).joined(separator: " and "))
        ruleNumbers[parts] = number
        waiting.append((number, parts))
        return number
    }

    /// The form of values that satisfy all of these schemas.
    mutating func form(of parts: [SchemaPart], depth: Int) throws(GuideError) -> Form {
        var resolved: [SchemaPart] = []
        var isReferenced = false
        for part in parts {
            var part = part
            var chain: Set<String> = []
            while reader.isPureReference(part) {
                guard chain.insert(part.location).inserted else { throw .endlessRecursion(part.location) }
                part = try reader.target(of: part)
                isReferenced = true
            }
            if !resolved.contains(part) { resolved.append(part) }
        }
        if isReferenced || resolved.count > 1 {
            return .rule(rule(for: resolved.sorted { $0.location < $1.location }))
        }
        return try form(ofMerged: resolved, depth: depth)
    }

    private mutating func form(ofMerged parts: [SchemaPart], depth: Int) throws(GuideError) -> Form {
        try form(of: try reader.keywords(of: parts), depth: depth)
    }

    /// The form of values that satisfy merged keywords.
    mutating func form(of keywords: SchemaKeywords, depth: Int) throws(GuideError) -> Form {
        work += 1
        guard work <= Self.maximumWork else {
            throw .tooComplex(what: "parts of the schema", limit: Self.maximumWork)
        }
        guard depth < FormSet.maximumDepth else {
            throw .tooComplex(what: "nested levels of the schema", limit: FormSet.maximumDepth)
        }
        if keywords.isNever { return contradiction(at: keywords.location) }
        if !keywords.branches.isEmpty { return try form(ofBranches: keywords, depth: depth) }
        if !keywords.enumerations.isEmpty { return try form(ofEnumeration: keywords) }
        guard let types = keywords.effectiveTypes else { return .rule(anyValue()) }
        var choices: [Form] = []
        for type in SchemaType.allCases where types.contains(type) {
            switch type {
            case .null: choices.append(.literal(Array("null".utf8)))
            case .boolean: choices += [.literal(Array("true".utf8)), .literal(Array("false".utf8))]
            case .integer where types.contains(.number): break
            case .integer: choices.append(try number(of: keywords, isInteger: true))
            case .number: choices.append(try number(of: keywords, isInteger: false))
            case .string: choices.append(try string(of: keywords))
            case .array: choices.append(try array(of: keywords, depth: depth))
            case .object: choices.append(try object(of: keywords, depth: depth))
            }
        }
        let satisfiable = choices.filter { if case .nothing = $0 { false } else { true } }
        if satisfiable.isEmpty { return contradiction(at: keywords.location) }
        return satisfiable.count == 1 ? satisfiable[0] : .choice(satisfiable)
    }

    /// No value at all, for the error should nothing else be left.
    mutating func contradiction(at location: String) -> Form {
        if forms.contradiction == nil { forms.contradiction = location }
        return .nothing
    }

    /// The rule for any JSON value.
    mutating func anyValue() -> Int {
        if let anyValueRule { return anyValueRule }
        let number = forms.rules.count
        anyValueRule = number
        forms.rules.append(.nothing)
        forms.ruleNames.append("any value")
        let value = Form.rule(number)
        forms.objects.append(
            ObjectForm(members: [], additional: additionalMember(value, except: nil), separator: comma)
        )
        forms.rules[number] = .choice([
            .literal(Array("null".utf8)), .literal(Array("true".utf8)), .literal(Array("false".utf8)),
            .number(.numbers), freeString,
            .sequence([
                .literal([UInt8(ascii: "[")]), .repeated(value, minimum: 0, maximum: nil, separator: comma),
                .literal([UInt8(ascii: "]")]),
            ]),
            .sequence([.literal([UInt8(ascii: "{")]), .object(forms.objects.count - 1)]),
        ])
        return number
    }

    private var freeString: Form { quoted(.characters(JSONText.character, minimum: 0, maximum: nil)) }

    /// A string of this content.
    func quoted(_ content: Form) -> Form {
        .sequence([.literal([UInt8(ascii: "\"")]), content, .literal([UInt8(ascii: "\"")])])
    }

    /// A member of a name that is not declared; such names are written without escapes.
    func additionalMember(_ value: Form, except names: ByteAutomaton?) -> Form {
        let content =
            names.map(Form.automaton) ?? .characters(JSONText.plainCharacter, minimum: 0, maximum: nil)
        return .sequence([quoted(content), .literal(colon), value])
    }
}
