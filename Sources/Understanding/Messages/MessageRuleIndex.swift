internal import MediaDomain

/// The rules, found by the first bytes of their phrases, so that a text is read once whatever their number.
struct MessageRuleIndex: Sendable {
    private let rules: [MessageRule]
    private let byStart: [UInt32: [Int]]

    init(_ rules: [MessageRule]) {
        self.rules = rules
        var byStart: [UInt32: [Int]] = [:]
        for (index, rule) in rules.enumerated() {
            guard let first = rule.parts.first else { continue }
            byStart[Self.key(first, at: 0), default: []].append(index)
        }
        self.byStart = byStart
    }

    /// What a text fits.
    struct Match {
        /// The rule that says best what the text tells.
        var rule: MessageRule
        /// Whether some rule says that the house is at fault.
        var alsoBlamesHouse: Bool
    }

    /// The rule that says best what a text tells, if any fits.
    func match(for text: MessageText, source: ServiceKind?) -> Match? {
        var best: MessageRule?
        var alsoBlamesHouse = false
        let bytes = text.bytes
        for position in bytes.indices where Self.mayStart(bytes, at: position) {
            for index in byStart[Self.key(bytes, at: position)] ?? [] {
                let rule = rules[index]
                if let sources = rule.sources, let source, !sources.contains(source) { continue }
                guard Self.fits(rule, bytes, at: position) else { continue }
                if rule.messageClass.isHouseFault { alsoBlamesHouse = true }
                if best.map({ Self.wins(rule, over: $0) }) ?? true { best = rule }
            }
        }
        return best.map { Match(rule: $0, alsoBlamesHouse: alsoBlamesHouse) }
    }

    private static func wins(_ rule: MessageRule, over other: MessageRule) -> Bool {
        if rule.strength != other.strength { return rule.strength == .sure }
        return rule.messageClass.precedence < other.messageClass.precedence
    }

    private static func fits(_ rule: MessageRule, _ bytes: [UInt8], at start: Int) -> Bool {
        var position = start
        for (number, part) in rule.parts.enumerated() {
            if number == 0 {
                guard bytes[position...].starts(with: part) else { return false }
            } else {
                while position + part.count <= bytes.count, !bytes[position...].starts(with: part) {
                    position += 1
                }
                guard position + part.count <= bytes.count else { return false }
            }
            position += part.count
        }
        return true
    }

    /// Phrases begin at the start of a word; scripts without spaces begin anywhere.
    private static func mayStart(_ bytes: [UInt8], at position: Int) -> Bool {
        let byte = bytes[position]
        if byte & 0xC0 == 0x80 { return false }
        guard position > 0, byte < 0x80 else { return true }
        let before = bytes[position - 1]
        let isWord =
            (97...122).contains(before) || (48...57).contains(before) || before >= 0x80 || before == 95
        return !isWord
    }

    private static func key(_ bytes: [UInt8], at position: Int) -> UInt32 {
        var key: UInt32 = 0
        for offset in 0..<3 {
            let index = position + offset
            key = key << 8 | UInt32(index < bytes.count ? bytes[index] : 0)
        }
        return key
    }
}
