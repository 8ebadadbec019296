/// What grammars and schemas are compiled to: a description of texts as bytes, not yet an automaton.
indirect enum Form: Sendable {
    /// No text at all.
    case nothing
    case literal([UInt8])
    case choice([Form])
    case sequence([Form])
    case repeated(Form, minimum: Int, maximum: Int?, separator: [UInt8])
    /// Words of a prefix-free automaton, such as characters, so many of them.
    case characters(ByteAutomaton, minimum: Int, maximum: Int?)
    case automaton(ByteAutomaton)
    case number(NumberRange)
    case span(SpanPlaces)
    /// A rule by its place in ``FormSet/rules``.
    case rule(Int)
    /// The rest of an object after its `{`, by its place in ``FormSet/objects``.
    case object(Int)
}

/// The members of a JSON object, in the order in which they are written.
struct ObjectForm: Sendable {
    /// One member that is declared.
    struct Member: Sendable {
        /// The name with its quotes and colon.
        let name: [UInt8]
        let value: Form
        let isRequired: Bool
    }

    let members: [Member]
    /// A member that is not declared, name and colon included; nil where there must be none.
    let additional: Form?
    /// What stands between members.
    let separator: [UInt8]
}

/// Everything that a guide was compiled to.
struct FormSet: Sendable {
    var root: Form = .nothing
    var rules: [Form] = []
    var ruleNames: [String] = []
    var objects: [ObjectForm] = []
    /// For each rule the fewest bytes of a text of it, ``unreachable`` where there is none.
    ///
    /// Filled by ``analyse()``, as is ``objectShortest``.
    var ruleShortest: [Int] = []
    /// For each object, and each member from which on it is still to be written, the fewest bytes of the rest:
    /// first where no member was written before, then where one was.
    var objectShortest: [[SIMD2<Int>]] = []

    /// Where the first part is that nothing satisfies, a JSON Pointer.
    var contradiction: String?

    /// More bytes than any text has: there is none.
    static let unreachable = Int.max / 4
    /// The deepest nesting of forms, and the longest chain of rules that begin with each other.
    static let maximumDepth = 200
}
