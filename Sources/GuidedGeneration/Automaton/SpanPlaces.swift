/// The places in a text at which a span of it may begin, be, and end.
final class SpanPlaces: Sendable {
    let bytes: [UInt8]
    /// Where a span may begin, in bytes from the start, ascending.
    let starts: [Int32]
    /// For each place, the bytes to the next one at which a span may end; `Int32.max` where there is none.
    let toEnd: [Int32]

    /// The longest text that spans are taken from, in bytes.
    static let maximumLength = 65_536

    /// - Throws: ``GuideError/tooComplex(what:limit:)`` for a text that is too long.
    init(_ span: Span) throws(GuideError) {
        bytes = Array(span.source.utf8)
        guard bytes.count <= Self.maximumLength else {
            throw .tooComplex(what: "bytes of a text for spans", limit: Self.maximumLength)
        }
        var starts: [Int32] = []
        var isEnd = [Bool](repeating: false, count: bytes.count + 1)
        var offset = 0
        var previous: Kind?
        for character in span.source {
            let kind = Kind(character)
            let isBorder =
                span.boundary == .characters || previous == nil || previous != .word || kind != .word
            if isBorder {
                if previous.map({ $0 != .space || span.boundary == .characters }) ?? false {
                    isEnd[offset] = true
                }
                if kind != .space || span.boundary == .characters { starts.append(Int32(offset)) }
            }
            offset += character.utf8.count
            previous = kind
        }
        if let previous, previous != .space || span.boundary == .characters { isEnd[offset] = true }
        var toEnd = [Int32](repeating: .max, count: bytes.count + 1)
        for place in isEnd.indices.reversed() {
            if isEnd[place] {
                toEnd[place] = 0
            } else if place < bytes.count, toEnd[place + 1] != .max {
                toEnd[place] = toEnd[place + 1] + 1
            }
        }
        self.toEnd = toEnd
        self.starts = starts.filter { Int($0) < toEnd.count - 1 && toEnd[Int($0) + 1] != .max }
    }

    /// What a character is for the borders of words; scripts without spaces between words count each character as one.
    private enum Kind {
        case word
        case space
        case other

        init(_ character: Character) {
            if character.isWhitespace {
                self = .space
            } else if character.isLetter || character.isNumber || character == "_" {
                self = character.unicodeScalars.contains { Self.isUnspaced($0.value) } ? .other : .word
            } else {
                self =
                    character.unicodeScalars.first?.properties.generalCategory == .nonspacingMark
                    ? .word : .other
            }
        }

        /// Thai to Khmer, kana, ideographs and Hangul, after which particles follow without a space.
        private static func isUnspaced(_ scalar: UInt32) -> Bool {
            switch scalar {
            case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
                0xAC00...0xD7AF,
                0xF900...0xFAFF, 0x20000...0x3FFFF:
                true
            default: false
            }
        }
    }
}

extension SpanPlaces: Hashable {
    static func == (left: SpanPlaces, right: SpanPlaces) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
