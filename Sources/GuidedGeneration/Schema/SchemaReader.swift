internal import OrderedJSON

/// Reads the keywords of schemas, follows references, and merges what applies to one value.
struct SchemaReader: Sendable {
    let root: SchemaPart
    private let identifier: String?
    private let anchors: [String: SchemaPart]

    /// Says something about a schema or holds definitions, and asks nothing of a value.
    private static let annotations: Set<String> = [
        "title", "description", "default", "examples", "$comment", "deprecated", "readOnly", "writeOnly",
        "$schema",
        "$anchor", "$defs", "definitions",
    ]

    init(root: JSONValue) throws(GuideError) {
        self.root = SchemaPart(value: root, location: "#")
        identifier = root["$id"]?.string
        var anchors: [String: SchemaPart] = [:]
        for keyword in ["$defs", "definitions"] {
            guard let definitions = root[keyword]?.object else { continue }
            for (name, value) in definitions {
                guard let anchor = value["$anchor"]?.string else { continue }
                anchors[anchor] = self.root.child(keyword, .null).child(name, value)
            }
        }
        if let anchor = root["$anchor"]?.string { anchors[anchor] = self.root }
        self.anchors = anchors
    }

    /// Whether a schema is a reference and nothing else.
    func isPureReference(_ part: SchemaPart) -> Bool {
        guard let object = part.value.object, object["$ref"] != nil else { return false }
        return object.keys.allSatisfy { $0 == "$ref" || Self.annotations.contains($0) || $0.hasPrefix("x-") }
    }

    /// The schema that the `$ref` of a schema means.
    func target(of part: SchemaPart) throws(GuideError) -> SchemaPart {
        guard let reference = part.value["$ref"]?.string else {
            throw .invalid(keyword: "$ref", location: part.location, reason: "it is no string")
        }
        var fragment = reference[...]
        if let identifier, fragment.hasPrefix(identifier) { fragment = fragment.dropFirst(identifier.count) }
        if fragment.isEmpty || fragment == "#" { return root }
        guard fragment.hasPrefix("#") else { throw .undefinedReference(reference) }
        fragment = fragment.dropFirst()
        if !fragment.hasPrefix("/") {
            guard let anchored = anchors[String(fragment)] else { throw .undefinedReference(reference) }
            return anchored
        }
        var current = root
        for token in fragment.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = Self.decoded(token) else { throw .undefinedReference(reference) }
            let name = decoded.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
            guard let next = current.value[name] ?? Int(name).flatMap({ current.value[$0] }) else {
                throw .undefinedReference(reference)
            }
            current = current.child(name, next)
        }
        return current
    }

    /// A token of a pointer without its percent encoding.
    private static func decoded(_ token: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(token.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// What several schemas ask of one value.
    func keywords(of parts: [SchemaPart]) throws(GuideError) -> SchemaKeywords {
        var keywords = SchemaKeywords(location: parts.first?.location ?? "#")
        for part in parts { try read(part, into: &keywords) }
        return keywords
    }

    /// Adds what a schema asks to what others ask.
    func read(_ part: SchemaPart, into keywords: inout SchemaKeywords) throws(GuideError) {
        guard keywords.visited.insert(part.location).inserted else { return }
        if let bool = part.value.bool {
            if !bool { keywords.isNever = true }
            return
        }
        guard let object = part.value.object else {
            throw .invalid(
                keyword: "schema",
                location: part.location,
                reason: "it is neither an object nor a boolean"
            )
        }
        for (keyword, value) in object {
            if Self.annotations.contains(keyword) || keyword.hasPrefix("x-") { continue }
            switch keyword {
            case "$id":
                guard part.location == "#" else {
                    throw .unsupported(keyword: "$id", location: part.location)
                }
            case "$ref":
                let target = try target(of: part)
                if isPureReference(target), keywords.visited.contains(target.location) {
                    throw .endlessRecursion(target.location)
                }
                try read(target, into: &keywords)
            case "allOf":
                for branch in try branches(keyword, value, of: part) { try read(branch, into: &keywords) }
            case "anyOf", "oneOf":
                keywords.branches.append(
                    (
                        try branches(keyword, value, of: part), keyword == "oneOf",
                        "\(part.location)/\(keyword)"
                    )
                )
            default:
                let reading = KeywordReading(keyword: keyword, value: value, part: part)
                if try reading.readGeneral(into: &keywords) { continue }
                if try reading.readStructure(into: &keywords) { continue }
                if try reading.readScalar(into: &keywords) { continue }
                throw .unsupported(keyword: keyword, location: part.location)
            }
        }
    }

    private func branches(
        _ keyword: String,
        _ value: JSONValue,
        of part: SchemaPart
    ) throws(GuideError) -> [SchemaPart] {
        guard let array = value.array, !array.isEmpty else {
            throw .invalid(keyword: keyword, location: part.location, reason: "it is no list of schemas")
        }
        return array.enumerated().map { part.child(keyword, value).child(String($0), $1) }
    }
}
