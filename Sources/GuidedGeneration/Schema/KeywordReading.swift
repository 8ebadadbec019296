internal import OrderedJSON

/// One keyword of a schema, being read.
struct KeywordReading {
    let keyword: String
    let value: JSONValue
    let part: SchemaPart

    private func fault(_ reason: String) -> GuideError {
        .invalid(keyword: keyword, location: part.location, reason: reason)
    }

    private func count() throws(GuideError) -> Int {
        guard let count = value.int, count >= 0 else { throw fault("it is no whole number from 0 on") }
        return min(count, Int(Int32.max))
    }

    private func decimal() throws(GuideError) -> SchemaDecimal {
        guard case .number(let number) = value else { throw fault("it is no number") }
        return SchemaDecimal(number)
    }

    private func members() throws(GuideError) -> JSONObject {
        guard let object = value.object else { throw fault("it is no object") }
        return object
    }

    private func strings() throws(GuideError) -> [String] {
        guard let array = value.array else { throw fault("it is no list") }
        let strings = array.compactMap(\.string)
        guard strings.count == array.count else { throw fault("it is no list of strings") }
        return strings
    }

    /// Reads a keyword about values of every type.
    ///
    /// - Returns: false for another keyword.
    func readGeneral(into keywords: inout SchemaKeywords) throws(GuideError) -> Bool {
        switch keyword {
        case "type":
            let names = if let name = value.string { [name] } else { try strings() }
            var types: Set<SchemaType> = []
            for name in names {
                guard let type = SchemaType(rawValue: name) else { throw fault("\(name) is no type") }
                types.insert(type)
            }
            guard !types.isEmpty else { throw fault("it names no type") }
            keywords.types = keywords.types.map { Self.intersection($0, types) } ?? types
        case "enum":
            guard let values = value.array else { throw fault("it is no list") }
            guard !values.isEmpty else { throw fault("it is empty") }
            keywords.enumerations.append(values)
        case "const": keywords.enumerations.append([value])
        default: return false
        }
        return true
    }

    /// The types of both; an integer is a number.
    static func intersection(_ left: Set<SchemaType>, _ right: Set<SchemaType>) -> Set<SchemaType> {
        var result = left.intersection(right)
        if left.contains(.integer), right.contains(.number) || right.contains(.integer) {
            result.insert(.integer)
        }
        if right.contains(.integer), left.contains(.number) { result.insert(.integer) }
        return result
    }

    /// Reads a keyword about objects or arrays.
    ///
    /// - Returns: false for another keyword.
    func readStructure(into keywords: inout SchemaKeywords) throws(GuideError) -> Bool {
        switch keyword {
        case "properties":
            let place = part.child(keyword, value)
            for (name, schema) in try members() {
                if keywords.properties[name] == nil { keywords.propertyNames.append(name) }
                keywords.properties[name, default: []].append(place.child(name, schema))
            }
        case "required":
            for name in try strings() where !keywords.required.contains(name) {
                keywords.required.append(name)
            }
        case "additionalProperties":
            let declared = Set(part.value["properties"]?.object?.keys ?? [])
            let isClosed = value.bool == false
            keywords.additional.append((declared, isClosed ? nil : part.child(keyword, value)))
        case "items":
            keywords.items.append(value.bool == false ? nil : part.child(keyword, value))
            keywords.itemSources.insert(part.location)
        case "prefixItems":
            guard let array = value.array, !array.isEmpty else { throw fault("it is no list of schemas") }
            guard array.count <= 100 else { throw .tooComplex(what: "prefixItems", limit: 100) }
            let place = part.child(keyword, value)
            keywords.prefixItems = array.enumerated().map { place.child(String($0), $1) }
            keywords.itemSources.insert(part.location)
        case "minItems": keywords.minItems = max(keywords.minItems, try count())
        case "maxItems": keywords.maxItems = min(keywords.maxItems ?? .max, try count())
        case "uniqueItems" where value.bool == false: break
        default: return false
        }
        return true
    }

    /// Reads a keyword about strings or numbers.
    ///
    /// - Returns: false for another keyword.
    func readScalar(into keywords: inout SchemaKeywords) throws(GuideError) -> Bool {
        switch keyword {
        case "minLength": keywords.minLength = max(keywords.minLength, try count())
        case "maxLength": keywords.maxLength = min(keywords.maxLength ?? .max, try count())
        case "pattern":
            guard let pattern = value.string else { throw fault("it is no string") }
            keywords.patterns.append(pattern)
        case "format":
            guard let name = value.string else { throw fault("it is no string") }
            guard StringFormat(rawValue: name) != nil else {
                throw .unsupported(keyword: "format: \(name)", location: part.location)
            }
            keywords.formats.append((name, part.location))
        case "minimum": Self.raise(&keywords.minimum, to: try decimal())
        case "exclusiveMinimum": Self.raise(&keywords.exclusiveMinimum, to: try decimal())
        case "maximum": Self.lower(&keywords.maximum, to: try decimal())
        case "exclusiveMaximum": Self.lower(&keywords.exclusiveMaximum, to: try decimal())
        case "multipleOf":
            let multiple = try decimal()
            guard multiple.scaled(by: 30).floor > 0 else { throw fault("it is not above 0") }
            keywords.multiples.append((multiple, part.location))
        default: return false
        }
        return true
    }

    private static func raise(_ bound: inout SchemaDecimal?, to other: SchemaDecimal) {
        if bound.map({ $0 < other }) ?? true { bound = other }
    }

    private static func lower(_ bound: inout SchemaDecimal?, to other: SchemaDecimal) {
        if bound.map({ other < $0 }) ?? true { bound = other }
    }
}
