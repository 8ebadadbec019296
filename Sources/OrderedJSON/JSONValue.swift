/// A JSON document that keeps what other readers lose: the order of members and the text of numbers.
///
/// Services get back the objects that they sent, changed in one place and nowhere else (read, modify, write);
/// schemas are read in the order in which they were written, which is the order of generation.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// The members, if this is an object.
    public var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    /// The elements, if this is an array.
    public var array: [JSONValue]? {
        guard case .array(let array) = self else { return nil }
        return array
    }

    /// The text, if this is a string.
    public var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }

    /// The truth value, if this is `true` or `false`.
    public var bool: Bool? {
        guard case .bool(let bool) = self else { return nil }
        return bool
    }

    /// The number as an integer, if this is a number without a fraction that fits.
    public var int: Int? {
        guard case .number(let number) = self else { return nil }
        return number.int
    }

    /// The number as a floating-point value, if this is a number.
    public var double: Double? {
        guard case .number(let number) = self else { return nil }
        return number.double
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The member of that name, or nil if this is no object or has none.
    ///
    /// Assigning to a member of something that is no object replaces it by an object.
    public subscript(key: String) -> JSONValue? {
        get { object?[key] }
        set {
            var object = object ?? JSONObject()
            object[key] = newValue
            self = .object(object)
        }
    }

    /// The element at that place, or nil if this is no array or is shorter.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    /// The number `value`.
    public static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

    /// The number `value`, or `null` if it is infinite or not a number.
    public static func number(_ value: Double) -> JSONValue {
        JSONNumber(value).map(JSONValue.number) ?? .null
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// The value of `nil`.
    public init(nilLiteral: ()) { self = .null }
    /// The value of `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// The number of an integer literal.
    public init(integerLiteral value: Int) { self = .number(value) }
    /// The number of a floating-point literal.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// The string of a literal.
    public init(stringLiteral value: String) { self = .string(value) }
    /// The array of these elements.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// The object of these members, in their order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(members: elements))
    }
}
