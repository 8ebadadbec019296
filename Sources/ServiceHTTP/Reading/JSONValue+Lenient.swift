package import OrderedJSON

extension JSONValue {
    /// The text of a string, number or truth value.
    package var lenientText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let bool): bool ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The integer of a number, of a number without a fraction in a text, or of a truth value.
    package var lenientInt: Int? {
        switch self {
        case .number(let number): number.int ?? number.double.truncatedInt
        case .string(let text): Int(text) ?? Double(text)?.truncatedInt
        case .bool(let bool): bool ? 1 : 0
        case .null, .array, .object: nil
        }
    }

    /// The number of a number or of a text that is one.
    package var lenientDouble: Double? {
        switch self {
        case .number(let number): number.double
        case .string(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
        case .bool, .null, .array, .object: nil
        }
    }

    /// The truth of `true`, `1`, `"1"`, `"true"`, `"yes"`, `"on"`, and of their opposites.
    package var lenientBool: Bool? {
        switch self {
        case .bool(let bool): return bool
        case .number(let number): return number.double != 0
        case .string(let text):
            switch text.lowercased() {
            case "1", "true", "yes", "on": return true
            case "0", "false", "no", "off", "": return false
            default: return nil
            }
        case .null, .array, .object: return nil
        }
    }
}

extension Double {
    /// The integer part, if it fits 64 bits.
    fileprivate var truncatedInt: Int? { isFinite ? Int(exactly: rounded(.towardZero)) : nil }
}
