/// A word that a service chooses from a list of its own; words that newer versions add are kept, not refused.
package protocol ServiceTerm: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible
where RawValue == String {
    /// The word, as the service writes it.
    init(rawValue: String)
}

extension ServiceTerm {
    package var description: String { rawValue }
}

/// The number of one thing in one service; the numbers of different things do not mix.
package struct ResourceID<Resource>: RawRepresentable, Sendable, Hashable, Codable, Comparable,
    ExpressibleByIntegerLiteral, CustomStringConvertible
{
    /// The number.
    package let rawValue: Int

    /// The thing of that number.
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The thing of that number.
    package init(_ rawValue: Int) { self.rawValue = rawValue }

    package init(integerLiteral value: Int) { rawValue = value }
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
    package var description: String { String(rawValue) }
    package static func < (left: ResourceID, right: ResourceID) -> Bool { left.rawValue < right.rawValue }
}
