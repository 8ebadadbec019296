internal import OrderedJSON

extension SchemaCompiler {
    /// Objects: declared members in their order, required ones that are not declared after them, then others.
    mutating func object(of keywords: SchemaKeywords, depth: Int) throws(GuideError) -> Form {
        let required = Set(keywords.required)
        let names = keywords.propertyNames + keywords.required.filter { keywords.properties[$0] == nil }
        guard names.count <= Self.maximumMembers else {
            throw .tooComplex(what: "properties of an object", limit: Self.maximumMembers)
        }
        var members: [ObjectForm.Member] = []
        for name in names {
            var parts = keywords.properties[name] ?? []
            var isAllowed = true
            for additional in keywords.additional where !additional.declared.contains(name) {
                if let part = additional.part { parts.append(part) } else { isAllowed = false }
            }
            guard isAllowed || required.contains(name) else { continue }
            var value: Form =
                isAllowed ? .rule(anyValue()) : contradiction(at: "\(keywords.location)/required/\(name)")
            if isAllowed, !parts.isEmpty { value = try form(of: parts, depth: depth + 1) }
            members.append(
                ObjectForm.Member(
                    name: bytes(of: .string(name)) + colon,
                    value: value,
                    isRequired: required.contains(name)
                )
            )
        }
        let additional = try additional(of: keywords, names: names, depth: depth)
        forms.objects.append(ObjectForm(members: members, additional: additional, separator: comma))
        return .sequence([.literal([UInt8(ascii: "{")]), .object(forms.objects.count - 1)])
    }

    /// The members that may follow the declared ones: what `additionalProperties` says; where it says nothing, any for an
    /// object without declared members, and none for another.
    private mutating func additional(
        of keywords: SchemaKeywords,
        names: [String],
        depth: Int
    ) throws(GuideError) -> Form? {
        var parts: [SchemaPart] = []
        for additional in keywords.additional {
            guard let part = additional.part else { return nil }
            parts.append(part)
        }
        if parts.isEmpty, !names.isEmpty { return nil }
        let value = parts.isEmpty ? .rule(anyValue()) : try form(of: parts, depth: depth + 1)
        guard !names.isEmpty else { return additionalMember(value, except: nil) }
        let anyName = try PatternAutomaton.automaton(
            of: .repeated(.characters(JSONText.plainCharacters), minimum: 0, maximum: nil),
            form: .plain
        )
        guard let anyName, let declared = ByteAutomaton.texts(names.map { Array($0.utf8) }) else {
            return nil
        }
        let others = try anyName.subtracting(declared, limit: PatternSyntax.Limit.states)
        return others.map { additionalMember(value, except: $0) }
    }

    /// Arrays: `prefixItems` first, then `items`.
    mutating func array(of keywords: SchemaKeywords, depth: Int) throws(GuideError) -> Form {
        let maximum = keywords.maxItems ?? .max
        guard keywords.minItems <= maximum else { return contradiction(at: "\(keywords.location)/minItems") }
        if !keywords.prefixItems.isEmpty, keywords.itemSources.count > 1 {
            throw .unsupported(
                keyword: "prefixItems beside items of another schema",
                location: keywords.location
            )
        }
        let prefix = keywords.prefixItems
        var item: Form?
        let schemas = keywords.items.compactMap(\.self)
        if schemas.count == keywords.items.count, maximum > prefix.count {
            if !schemas.isEmpty {
                item = try form(of: schemas, depth: depth + 1)
            } else if prefix.isEmpty || keywords.minItems > prefix.count {
                item = .rule(anyValue())
            }
        }
        var rest = Form.literal([])
        if let item {
            let least = max(0, keywords.minItems - prefix.count)
            let most = keywords.maxItems.map { $0 - prefix.count }
            rest =
                prefix.isEmpty
                ? .repeated(item, minimum: least, maximum: most, separator: comma)
                : .repeated(.sequence([.literal(comma), item]), minimum: least, maximum: most, separator: [])
        } else if keywords.minItems > prefix.count {
            return contradiction(at: "\(keywords.location)/minItems")
        }
        for (index, part) in prefix.enumerated().reversed() {
            guard index < maximum else {
                rest = .literal([])
                continue
            }
            let element = try form(of: [part], depth: depth + 1)
            let step = Form.sequence([.literal(index == 0 ? [] : comma), element, rest])
            rest = index < keywords.minItems ? step : .choice([.literal([]), step])
        }
        return .sequence([.literal([UInt8(ascii: "[")]), rest, .literal([UInt8(ascii: "]")])])
    }

    /// A fixed value as text.
    func bytes(of value: JSONValue) -> [UInt8] {
        switch value {
        case .array(let array):
            return [UInt8(ascii: "[")] + array.map { bytes(of: $0) }.joined(separator: comma) + [
                UInt8(ascii: "]")
            ]
        case .object(let object):
            let members = object.map { bytes(of: .string($0.key)) + colon + bytes(of: $0.value) }
            return [UInt8(ascii: "{")] + members.joined(separator: comma) + [UInt8(ascii: "}")]
        case .string(let string):
            return [UInt8(ascii: "\"")] + CharacterForm.json.bytes(of: string) + [UInt8(ascii: "\"")]
        default: return Array(value.text().utf8)
        }
    }
}
