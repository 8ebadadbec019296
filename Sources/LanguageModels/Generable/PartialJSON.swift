internal import OrderedJSON

/// Reads JSON that is still being written: what is complete is there, what is not yet is left out.
enum PartialJSON {
    private enum Place {
        case object(expectsKey: Bool)
        case array
    }

    /// The value of the beginning of a JSON text; nil while there is none.
    ///
    /// A text that is not closed yet counts as far as it goes; a number, a word or a key that is not finished does
    /// not count.
    static func value(of text: String) -> JSONValue? {
        if let whole = try? JSONValue(parsing: text) { return whole }
        var places: [Place] = []
        var isInText = false
        var isEscaped = false
        // Where the text can be cut off and closed: after a whole value, or inside a value that is a text.
        var cut: (bytes: Int, closing: [UInt8])?
        let bytes = Array(text.utf8)
        func closing() -> [UInt8] {
            places.reversed().map { place in
                if case .array = place { UInt8(ascii: "]") } else { UInt8(ascii: "}") }
            }
        }
        var isKey = false
        for (index, byte) in bytes.enumerated() {
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                    if !isKey { cut = (index + 1, closing()) }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isInText = true
                if case .object(let expectsKey) = places.last { isKey = expectsKey } else { isKey = false }
            case UInt8(ascii: "{"):
                places.append(.object(expectsKey: true))
                cut = (index + 1, closing())
            case UInt8(ascii: "["):
                places.append(.array)
                cut = (index + 1, closing())
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard !places.isEmpty else { return nil }
                places.removeLast()
                cut = (index + 1, closing())
            case UInt8(ascii: ":"):
                if case .object = places.last { places[places.count - 1] = .object(expectsKey: false) }
            case UInt8(ascii: ","):
                // What stood before the comma is whole, numbers and words too.
                cut = (index, closing())
                if case .object = places.last { places[places.count - 1] = .object(expectsKey: true) }
            default: break
            }
        }
        if isInText, !isKey {
            // An escape or a character that is half there is left out.
            for shorter in 0..<min(12, bytes.count) {
                let closed = Array(bytes.prefix(bytes.count - shorter)) + [UInt8(ascii: "\"")] + closing()
                if let value = try? JSONValue(parsing: closed) { return value }
            }
        }
        guard let cut else { return nil }
        return try? JSONValue(parsing: Array(bytes[..<cut.bytes]) + cut.closing)
    }
}
