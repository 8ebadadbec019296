/// A number as it stood in the text: `1`, `1.0` and `1e0` stay apart, and no digit is lost.
///
/// Two numbers are equal when their texts are.
public struct JSONNumber: Sendable, Hashable {
    /// The text, valid by the grammar of RFC 8259.
    public let text: String

    /// The number of an integer.
    public init(_ value: Int) { text = String(value) }

    /// The number of a finite floating-point value, shortest form that reads back the same.
    ///
    /// - Returns: nil for an infinite value or one that is not a number, which JSON cannot write.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        if value == value.rounded(), let integer = Int(exactly: value), abs(integer) < 1 << 53 {
            text = String(integer)
        } else {
            text = "\(value)"
        }
    }

    /// The number of a text that the caller has checked against the grammar.
    init(checked text: String) { self.text = text }

    /// The value, if it has no fraction and fits 64 bits.
    public var int: Int? { Int(text) ?? Double(text).flatMap(Int.init(exactly:)) }

    /// The value, rounded to the nearest that a `Double` can hold.
    public var double: Double { Double(text) ?? .nan }

    /// Whether the text is that of an integer: no fraction, no exponent.
    public var isInteger: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= 48 && $0 <= 57) } }
}
