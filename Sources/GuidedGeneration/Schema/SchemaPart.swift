internal import OrderedJSON

/// A schema inside a document, with its place there.
struct SchemaPart: Sendable, Hashable {
    let value: JSONValue
    /// The JSON Pointer as a URI fragment: `#/properties/title`.
    let location: String

    func child(_ keyword: String, _ value: JSONValue) -> SchemaPart {
        let token = keyword.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
        return SchemaPart(value: value, location: "\(location)/\(token)")
    }

    static func == (left: SchemaPart, right: SchemaPart) -> Bool { left.location == right.location }
    func hash(into hasher: inout Hasher) { hasher.combine(location) }
}

/// The types that JSON Schema knows.
enum SchemaType: String, Sendable, CaseIterable {
    case null
    case boolean
    case integer
    case number
    case string
    case array
    case object
}

/// What several schemas that all apply to one value ask of it together.
struct SchemaKeywords: Sendable {
    /// Where the first of the schemas stands.
    var location: String
    /// Nil where any type may come.
    var types: Set<SchemaType>?
    /// Nothing satisfies them.
    var isNever = false
    var enumerations: [[JSONValue]] = []

    var propertyNames: [String] = []
    var properties: [String: [SchemaPart]] = [:]
    var required: [String] = []
    /// For each schema that says so, the names that it declares and what others must be; nil where there are none.
    var additional: [(declared: Set<String>, part: SchemaPart?)] = []

    /// What elements after the prefix must be; nil for a schema that allows none.
    var items: [SchemaPart?] = []
    var prefixItems: [SchemaPart] = []
    /// The schemas that `items` and `prefixItems` come from.
    var itemSources: Set<String> = []
    var minItems = 0
    var maxItems: Int?

    var minLength = 0
    var maxLength: Int?
    var patterns: [String] = []
    var formats: [(name: String, location: String)] = []

    var minimum: SchemaDecimal?
    var maximum: SchemaDecimal?
    var exclusiveMinimum: SchemaDecimal?
    var exclusiveMaximum: SchemaDecimal?
    var multiples: [(value: SchemaDecimal, location: String)] = []

    /// For each `anyOf` and `oneOf` its branches.
    var branches: [(parts: [SchemaPart], isExclusive: Bool, location: String)] = []
    /// What was read already, so that references in a circle are found.
    var visited: Set<String> = []

    init(location: String) { self.location = location }

    /// The types that a value may have: those that are named, or else those that some keyword is about.
    ///
    /// Nil where any value may come.
    var effectiveTypes: Set<SchemaType>? {
        if let types { return types }
        var result: Set<SchemaType> = []
        if !propertyNames.isEmpty || !required.isEmpty || !additional.isEmpty { result.insert(.object) }
        if !items.isEmpty || !prefixItems.isEmpty || minItems > 0 || maxItems != nil {
            result.insert(.array)
        }
        if minLength > 0 || maxLength != nil || !patterns.isEmpty || !formats.isEmpty {
            result.insert(.string)
        }
        if minimum != nil || maximum != nil || exclusiveMinimum != nil || exclusiveMaximum != nil
            || !multiples.isEmpty
        {
            result.insert(.number)
        }
        return result.isEmpty ? nil : result
    }
}
