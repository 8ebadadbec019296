internal import OrderedJSON

extension SchemaCompiler {
    /// Whether a fixed value satisfies keywords.
    func satisfies(_ value: JSONValue, _ keywords: SchemaKeywords, depth: Int) throws(GuideError) -> Bool {
        guard depth < FormSet.maximumDepth else {
            throw .tooComplex(what: "nested levels of a value", limit: FormSet.maximumDepth)
        }
        guard !keywords.isNever, keywords.types.map({ Self.has(value, oneOf: $0) }) ?? true else {
            return false
        }
        for values in keywords.enumerations where !values.contains(where: { Self.areEqual($0, value) }) {
            return false
        }
        for group in keywords.branches {
            var count = 0
            for part in group.parts where try satisfies(value, [part], depth: depth) { count += 1 }
            guard group.isExclusive ? count == 1 : count > 0 else { return false }
        }
        switch value {
        case .null, .bool: return true
        case .number(let number): return try satisfies(SchemaDecimal(number), keywords)
        case .string(let string): return try satisfies(string, keywords)
        case .array(let array): return try satisfies(array, keywords, depth: depth)
        case .object(let object): return try satisfies(object, keywords, depth: depth)
        }
    }

    private func satisfies(_ value: JSONValue, _ parts: [SchemaPart], depth: Int) throws(GuideError) -> Bool {
        try satisfies(value, try reader.keywords(of: parts), depth: depth + 1)
    }

    private static func has(_ value: JSONValue, oneOf types: Set<SchemaType>) -> Bool {
        switch value {
        case .null: types.contains(.null)
        case .bool: types.contains(.boolean)
        case .number(let number):
            types.contains(.number) || types.contains(.integer) && SchemaDecimal(number).isInteger
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        }
    }

    /// Whether two values are the same by JSON Schema: numbers by their value.
    static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.number(let one), .number(let two)):
            return one == two
                || !(SchemaDecimal(one) < SchemaDecimal(two)) && !(SchemaDecimal(two) < SchemaDecimal(one))
        case (.array(let one), .array(let two)):
            return one.count == two.count && zip(one, two).allSatisfy { areEqual($0, $1) }
        case (.object(let one), .object(let two)):
            return one.count == two.count
                && one.allSatisfy { member in two[member.key].map { areEqual(member.value, $0) } ?? false }
        default: return left == right
        }
    }

    private func satisfies(_ number: SchemaDecimal, _ keywords: SchemaKeywords) throws(GuideError) -> Bool {
        if let minimum = keywords.minimum, number < minimum { return false }
        if let maximum = keywords.maximum, maximum < number { return false }
        if let minimum = keywords.exclusiveMinimum, !(minimum < number) { return false }
        if let maximum = keywords.exclusiveMaximum, !(number < maximum) { return false }
        for (multiple, location) in keywords.multiples {
            let (value, isExact) = number.scaled(by: NumberRange.maximumFractionDigits)
            let (step, isStepExact) = multiple.scaled(by: NumberRange.maximumFractionDigits)
            guard isStepExact, step > 0 else {
                throw .unsupported(keyword: "multipleOf with so many digits", location: location)
            }
            guard isExact, value % step == 0 else { return false }
        }
        return true
    }

    private func satisfies(_ string: String, _ keywords: SchemaKeywords) throws(GuideError) -> Bool {
        let length = string.unicodeScalars.count
        guard length >= keywords.minLength, keywords.maxLength.map({ length <= $0 }) ?? true else {
            return false
        }
        guard !keywords.patterns.isEmpty || !keywords.formats.isEmpty else { return true }
        return try Self.automaton(ofString: keywords)?.accepts(CharacterForm.json.bytes(of: string)) ?? false
    }

    private func satisfies(_ array: [JSONValue], _ keywords: SchemaKeywords, depth: Int) throws(GuideError)
        -> Bool
    {
        guard array.count >= keywords.minItems, keywords.maxItems.map({ array.count <= $0 }) ?? true else {
            return false
        }
        for (index, element) in array.enumerated() {
            if index < keywords.prefixItems.count {
                guard try satisfies(element, [keywords.prefixItems[index]], depth: depth) else {
                    return false
                }
                continue
            }
            for item in keywords.items {
                guard let item, try satisfies(element, [item], depth: depth) else { return false }
            }
        }
        return true
    }

    private func satisfies(_ object: JSONObject, _ keywords: SchemaKeywords, depth: Int) throws(GuideError)
        -> Bool
    {
        guard keywords.required.allSatisfy({ object[$0] != nil }) else { return false }
        for (name, member) in object {
            var parts = keywords.properties[name] ?? []
            for additional in keywords.additional where !additional.declared.contains(name) {
                guard let part = additional.part else { return false }
                parts.append(part)
            }
            if parts.isEmpty { continue }
            guard try satisfies(member, parts, depth: depth) else { return false }
        }
        return true
    }
}
