internal import MediaDomain

/// One phrase by which code knows what a message tells.
struct MessageRule: Sendable {
    /// How sure the phrase is.
    enum Strength: Sendable {
        /// Nothing else says it so.
        case sure
        /// Usually means it; a sure phrase of another class wins.
        case likely
    }

    let messageClass: MessageClass
    let strength: Strength
    /// The services that the phrase is limited to; nil for all.
    let sources: Set<ServiceKind>?
    /// The parts of the phrase, folded, in their order; anything may stand between them.
    let parts: [[UInt8]]

    /// The rules of a table: phrases between bars, `*` for anything.
    static func rules(
        _ messageClass: MessageClass,
        _ strength: Strength,
        from sources: Set<ServiceKind>? = nil,
        _ table: String
    ) -> [MessageRule] {
        table.split(whereSeparator: { $0 == "|" || $0.isNewline }).compactMap { phrase in
            let parts = phrase.split(separator: "*")
                .map { Array(MessageText.fold(String($0)).utf8) }
                .map { $0.first == UInt8(ascii: " ") ? Array($0.dropFirst()) : $0 }
                .filter { !$0.isEmpty }
            // A phrase is found by its first three bytes.
            guard let first = parts.first, first.count >= 3 else { return nil }
            return MessageRule(messageClass: messageClass, strength: strength, sources: sources, parts: parts)
        }
    }

    /// The rules of a table of sure phrases.
    static func rules(_ messageClass: MessageClass, _ table: String) -> [MessageRule] {
        rules(messageClass, .sure, table)
    }

    /// All rules.
    static let all: [MessageRule] =
        house + providers + releases + imports + torrents + indexers + translatedReleases + translatedHouse
        + furtherLanguages + wording
}
