/// The members of a JSON object, in their order.
///
/// Equal when the same names hold the same values, in whatever order.
public struct JSONObject: Sendable {
    /// The names, in order.
    public private(set) var keys: [String] = []
    private var values: [String: JSONValue] = [:]

    /// An object without members.
    public init() {}

    /// An object of these members; of a name that comes twice the last value counts, at the first place.
    public init(members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The value of a name; setting nil takes the member out, setting a new name appends it.
    public subscript(key: String) -> JSONValue? {
        get { values[key] }
        set {
            if let newValue {
                if values.updateValue(newValue, forKey: key) == nil { keys.append(key) }
            } else if values.removeValue(forKey: key) != nil {
                keys.removeAll { $0 == key }
            }
        }
    }

    /// The number of members.
    public var count: Int { keys.count }

    /// Whether there are no members.
    public var isEmpty: Bool { keys.isEmpty }
}

extension JSONObject: Hashable {
    /// Whether both hold the same values under the same names.
    public static func == (left: JSONObject, right: JSONObject) -> Bool { left.values == right.values }
    /// Hashes names and values, without regard to their order.
    public func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

extension JSONObject: Sequence {
    /// The members in order.
    public func makeIterator() -> AnyIterator<(key: String, value: JSONValue)> {
        var rest = keys[...]
        return AnyIterator {
            guard let key = rest.popFirst(), let value = values[key] else { return nil }
            return (key, value)
        }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// The members of a literal, in its order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(members: elements) }
}
