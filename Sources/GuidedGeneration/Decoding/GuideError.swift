/// Why a guide cannot be followed, or why a token cannot come next.
public enum GuideError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The schema is not JSON.
    case notJSON(reason: String)
    /// A keyword, or a value of one, that we do not support; nothing is ignored in silence.
    ///
    /// - `keyword`: its name, such as `patternProperties` or `format: duration-ish`; `location`: a JSON Pointer.
    case unsupported(keyword: String, location: String)
    /// A keyword with a value that it cannot have, such as a negative `minLength`.
    case invalid(keyword: String, location: String, reason: String)
    /// A `$ref` or a rule that leads nowhere.
    case undefinedReference(String)
    /// Recursion that never ends: a rule that begins with itself, or one that nothing finite satisfies.
    case endlessRecursion(String)
    /// Nothing at all satisfies the guide: its parts contradict each other.
    case unsatisfiable(location: String)
    /// Branches of a `oneOf` that are not shown to be disjoint.
    case overlappingBranches(location: String)
    /// A pattern outside the regular subset.
    case unsupportedPattern(String, reason: String)
    /// The guide is too large for the bounds on time and memory that are set for guides.
    case tooComplex(what: String, limit: Int)
    /// The vocabulary cannot write this guide: it has no end token, or misses bytes.
    case unusableVocabulary(reason: String)
    /// The budget does not suffice for even the shortest text; both counted in tokens.
    case budgetTooSmall(needed: Int, budget: Int)
    /// A token that the guide does not allow here.
    case tokenNotAllowed(token: Int32, offset: Int)

    /// What happened, to which part, for people.
    public var description: String {
        switch self {
        case .notJSON(let reason): "The schema is \(reason)."
        case .unsupported(let keyword, let location):
            "The schema uses \(keyword) at \(location), which is not supported."
        case .invalid(let keyword, let location, let reason):
            "The schema's \(keyword) at \(location) is wrong: \(reason)."
        case .undefinedReference(let name): "The reference \(name) leads nowhere."
        case .endlessRecursion(let name): "The rule \(name) recurses without end."
        case .unsatisfiable(let location): "Nothing can satisfy the guide at \(location)."
        case .overlappingBranches(let location): "The branches of oneOf at \(location) are not disjoint."
        case .unsupportedPattern(let pattern, let reason): "The pattern \(pattern) cannot be used: \(reason)."
        case .tooComplex(let what, let limit): "The guide is too large: more than \(limit) \(what)."
        case .unusableVocabulary(let reason): "The vocabulary cannot write this: \(reason)."
        case .budgetTooSmall(let needed, let budget):
            "The shortest answer takes \(needed) tokens, and the budget is \(budget)."
        case .tokenNotAllowed(let token, let offset):
            "Token \(token) is not allowed at byte \(offset) of the answer."
        }
    }
}
