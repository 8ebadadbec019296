/// What ties a failure, its decision, the action and its outcome together, or a request and its course.
package struct CorrelationID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// Sixteen hexadecimal digits where made here.
    package let rawValue: String

    /// The id of that text.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// A new id.
    package static func random() -> CorrelationID {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    /// A new id from this source of randomness.
    package static func random(using generator: inout some RandomNumberGenerator) -> CorrelationID {
        let digits = String(UInt64.random(in: 0 ... .max, using: &generator), radix: 16)
        return CorrelationID(rawValue: String(repeating: "0", count: 16 - digits.count) + digits)
    }

    package var description: String { rawValue }
}
