/// What a text may be: the small language in which answer formats are written.
///
/// A grammar describes a set of byte strings. JSON Schemas are compiled to grammars; answer formats of our own,
/// which cost a model fewer tokens than JSON, are written in it directly.
public indirect enum Grammar: Sendable, Hashable, Codable {
    /// Exactly this text.
    case literal(String)
    /// One of these.
    case choice([Grammar])
    /// These, one after another.
    case sequence([Grammar])
    /// This or nothing.
    case optional(Grammar)
    /// This, at least `minimum` and at most `maximum` times (nil: any number), with `separator` between.
    case repeated(Grammar, minimum: Int, maximum: Int?, separator: String)
    /// A decimal integer of this range, without leading zeros.
    case integer(minimum: Int, maximum: Int)
    /// A part of a given text; what is written can then not be invented.
    case span(Span)
    /// Text of a regular expression (the stated subset: see <doc:GuidedGeneration>).
    case pattern(String)
    /// A rule by its name, for recursion; named rules are given to the guide.
    case rule(String)
}

/// The parts of a text that a value may be.
public struct Span: Sendable, Hashable, Codable {
    /// Where a part may begin and end.
    public enum Boundary: String, Sendable, Hashable, Codable {
        /// At the borders of words: next to white space, punctuation or the ends.
        case words
        /// Between any two characters.
        case characters
    }

    /// The text that the value is copied from.
    public let source: String
    /// Where a part may begin and end.
    public let boundary: Boundary

    /// The parts of `source`, none of them empty.
    public init(of source: String, boundary: Boundary = .words) {
        self.source = source
        self.boundary = boundary
    }
}

/// What a generation has to follow: a grammar or a JSON Schema, as it travels from a session to an engine.
public enum Guide: Sendable, Hashable, Codable {
    /// A grammar with the named rules that it uses.
    case grammar(Grammar, rules: [String: Grammar])
    /// A JSON Schema (2020-12) as text; the order of its properties is the order of generation.
    case schema(String)
}
