internal import OrderedJSON

extension SchemaCompiler {
    /// The values of `anyOf` or `oneOf`: those of each branch together with all that stands beside.
    mutating func form(ofBranches keywords: SchemaKeywords, depth: Int) throws(GuideError) -> Form {
        var base = keywords
        let group = base.branches.removeFirst()
        var merged: [SchemaKeywords] = []
        for part in group.parts {
            if reader.isPureReference(part), try reader.target(of: part).location == base.location {
                throw .endlessRecursion(part.location)
            }
            var own = base
            try reader.read(part, into: &own)
            merged.append(own)
        }
        if group.isExclusive {
            for left in merged.indices {
                for right in merged.indices where right > left {
                    guard try areDisjoint(merged[left], merged[right], depth: 0) else {
                        throw .overlappingBranches(location: group.location)
                    }
                }
            }
        }
        let isAlone = Self.asksNothing(base)
        var choices: [Form] = []
        for (part, own) in zip(group.parts, merged) {
            choices.append(
                isAlone ? try form(of: [part], depth: depth + 1) : try form(of: own, depth: depth + 1)
            )
        }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    /// Whether nothing stands beside a group of branches, so that each can be compiled by itself.
    private static func asksNothing(_ keywords: SchemaKeywords) -> Bool {
        keywords.types == nil && keywords.effectiveTypes == nil && keywords.enumerations.isEmpty
            && keywords.branches.isEmpty && !keywords.isNever
    }

    /// Whether no value satisfies both; false where that is not certain.
    func areDisjoint(_ left: SchemaKeywords, _ right: SchemaKeywords, depth: Int) throws(GuideError) -> Bool {
        guard depth < 8 else { return false }
        if left.isNever || right.isNever { return true }
        if let values = try values(of: left) {
            for value in values where try satisfies(value, right, depth: 0) { return false }
            return true
        }
        if try values(of: right) != nil { return try areDisjoint(right, left, depth: depth + 1) }
        let types = KeywordReading.intersection(
            left.types ?? Set(SchemaType.allCases),
            right.types ?? Set(SchemaType.allCases)
        )
        for type in types {
            switch type {
            case .null, .boolean, .array: return false
            case .integer, .number:
                guard try areNumbersDisjoint(left, right) else { return false }
            case .string:
                guard try areStringsDisjoint(left, right) else { return false }
            case .object:
                guard try areObjectsDisjoint(left, right, depth: depth) else { return false }
            }
        }
        return true
    }

    /// The values of `enum` or `const` that satisfy the rest; nil where there is no such keyword.
    func values(of keywords: SchemaKeywords) throws(GuideError) -> [JSONValue]? {
        guard let first = keywords.enumerations.first else { return nil }
        var result: [JSONValue] = []
        for value in first where try satisfies(value, keywords, depth: 0) { result.append(value) }
        return result
    }

    private func areNumbersDisjoint(_ left: SchemaKeywords, _ right: SchemaKeywords) throws(GuideError)
        -> Bool
    {
        guard let one = try Self.range(of: left, isInteger: false),
            let two = try Self.range(of: right, isInteger: false)
        else { return true }
        return one.upper < two.lower || two.upper < one.lower
    }

    private func areStringsDisjoint(_ left: SchemaKeywords, _ right: SchemaKeywords) throws(GuideError)
        -> Bool
    {
        if left.maxLength.map({ $0 < right.minLength }) ?? false { return true }
        if right.maxLength.map({ $0 < left.minLength }) ?? false { return true }
        guard !left.patterns.isEmpty || !left.formats.isEmpty,
            !right.patterns.isEmpty || !right.formats.isEmpty
        else {
            return false
        }
        guard let one = try Self.automaton(ofString: left), let two = try Self.automaton(ofString: right)
        else {
            return true
        }
        return try one.intersection(two, limit: PatternSyntax.Limit.states) == nil
    }

    /// Whether a member that both require, or that one requires and the other forbids, keeps two objects apart.
    private func areObjectsDisjoint(
        _ left: SchemaKeywords,
        _ right: SchemaKeywords,
        depth: Int
    ) throws(GuideError) -> Bool {
        for (one, two) in [(left, right), (right, left)] {
            for name in one.required {
                if two.properties[name] == nil, two.additional.contains(where: { $0.part == nil }) {
                    return true
                }
            }
        }
        for name in left.required where right.required.contains(name) {
            guard let one = left.properties[name], let two = right.properties[name] else { continue }
            let first = try reader.keywords(of: one)
            let second = try reader.keywords(of: two)
            guard first.branches.isEmpty, second.branches.isEmpty else { continue }
            if try areDisjoint(first, second, depth: depth + 1) { return true }
        }
        return false
    }

    /// The values of `enum` and `const` that satisfy everything beside them.
    mutating func form(ofEnumeration keywords: SchemaKeywords) throws(GuideError) -> Form {
        let values = try values(of: keywords) ?? []
        if values.isEmpty { return contradiction(at: keywords.location) }
        return .choice(values.map { .literal(bytes(of: $0)) })
    }
}
