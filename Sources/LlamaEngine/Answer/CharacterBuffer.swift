/// Holds bytes back until they make whole characters: tokens may end in the middle of one.
package struct CharacterBuffer {
    private var bytes: [UInt8] = []

    /// An empty buffer.
    package init() {}

    /// Adds bytes.
    package mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// The whole characters so far; bytes that can become none are replaced (U+FFFD).
    package mutating func take() -> String {
        let end = bytes.count - incompleteTail
        defer { bytes.removeFirst(end) }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// All that is left, at the end of an answer; an unfinished character is replaced.
    package mutating func takeAll() -> String {
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many bytes at the end are the start of a character that is not whole.
    private var incompleteTail: Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            let length =
                switch byte {
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            if length > 0 { return length > back ? back : 0 }
            guard (0x80...0xBF).contains(byte) else { return 0 }
        }
        return 0
    }
}
