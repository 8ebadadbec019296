/// How a character of a pattern stands in the text that is generated.
enum CharacterForm: Sendable, Hashable {
    /// As its UTF-8 bytes.
    case plain
    /// Inside a JSON string: `"`, `\` and control characters as their shortest escape, all else as UTF-8 bytes.
    case json

    /// The byte sequences of these characters.
    func byteSequences(of set: ScalarSet) -> [[ClosedRange<UInt8>]] {
        guard self == .json else { return set.byteSequences }
        let escaped = ScalarSet([0...0x1F, 0x22...0x22, 0x5C...0x5C])
        var result = set.subtracting(escaped).byteSequences
        for range in escaped.ranges {
            for scalar in range where set.contains(scalar) {
                result.append(Self.escape(scalar).map { $0...$0 })
            }
        }
        return result
    }

    /// The bytes of a text in this form.
    func bytes(of text: String) -> [UInt8] {
        guard self == .json else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
                ? Self.escape(scalar.value) : ScalarSet.utf8(scalar.value)
        }
    }

    /// The shortest JSON escape of a character that cannot stand for itself.
    private static func escape(_ scalar: UInt32) -> [UInt8] {
        switch scalar {
        case 0x22: return Array("\\\"".utf8)
        case 0x5C: return Array("\\\\".utf8)
        case 0x08: return Array("\\b".utf8)
        case 0x09: return Array("\\t".utf8)
        case 0x0A: return Array("\\n".utf8)
        case 0x0C: return Array("\\f".utf8)
        case 0x0D: return Array("\\r".utf8)
        default: return Array((scalar < 16 ? "\\u000" : "\\u00").utf8) + Array(String(scalar, radix: 16).utf8)
        }
    }
}
