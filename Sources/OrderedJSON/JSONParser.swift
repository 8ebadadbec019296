/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of fault.
    public enum Reason: String, Sendable, Hashable {
        case unexpectedEnd = "the text ends in the middle"
        case unexpectedByte = "a character that cannot stand there"
        case invalidNumber = "a number that is not one"
        case invalidString = "a string with a character or an escape that is not allowed"
        case tooDeep = "nested too deep"
        case trailingText = "text after the end of the value"
        case notUTF8 = "bytes that are not UTF-8"
    }

    /// The kind of fault.
    public let reason: Reason
    /// The place in the text, in bytes from its start.
    public let offset: Int

    /// The fault and its place, for people.
    public var description: String { "not JSON: \(reason.rawValue) (at byte \(offset))" }
}

extension JSONValue {
    /// Reads a text by RFC 8259, strictly.
    ///
    /// - Parameters:
    ///   - text: The text, without a byte-order mark.
    ///   - maximumDepth: How deep arrays and objects may nest; deeper is refused, so that no text can exhaust the stack.
    /// - Throws: ``JSONError`` for anything that is not one JSON value.
    public init(parsing text: String, maximumDepth: Int = 512) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
    }

    /// Reads UTF-8 bytes by RFC 8259, strictly.
    ///
    /// - Parameters:
    ///   - bytes: The bytes; a byte-order mark at the start is passed over.
    ///   - maximumDepth: How deep arrays and objects may nest; deeper is refused.
    /// - Throws: ``JSONError`` for anything that is not one JSON value.
    public init(parsing bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) {
        var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
        self = try parser.document()
    }
}

/// A recursive-descent reader; its recursion is bounded by `maximumDepth`.
struct JSONParser {
    private let bytes: [UInt8]
    private let maximumDepth: Int
    private var position = 0

    init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    mutating func document() throws(JSONError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault(.trailingText) }
        return value
    }

    private func fault(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: reason, offset: position)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw fault(.unexpectedEnd) }
        return bytes[position]
    }

    private mutating func expect(_ text: StaticString) throws(JSONError) {
        for index in 0..<text.utf8CodeUnitCount {
            guard try peek() == text.utf8Start[index] else { throw fault(.unexpectedByte) }
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= maximumDepth else { throw fault(.tooDeep) }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try expect("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw fault(.unexpectedByte)
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        position += 1
        var object = JSONObject()
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return object
        }
        while true {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else { throw fault(.unexpectedByte) }
            let key = try string()
            skipSpace()
            try expect(":")
            object[key] = try value(depth: depth + 1)
            skipSpace()
            let next = try peek()
            guard next == UInt8(ascii: ",") || next == UInt8(ascii: "}") else { throw fault(.unexpectedByte) }
            position += 1
            if next == UInt8(ascii: "}") { return object }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        position += 1
        var array: [JSONValue] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return array
        }
        while true {
            array.append(try value(depth: depth + 1))
            skipSpace()
            let next = try peek()
            guard next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else { throw fault(.unexpectedByte) }
            position += 1
            if next == UInt8(ascii: "]") { return array }
        }
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let leading = position
        try digits()
        if bytes[leading] == UInt8(ascii: "0"), position > leading + 1 { throw fault(.invalidNumber) }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) {
                position += 1
            }
            try digits()
        }
        return JSONNumber(checked: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        guard position > start else { throw fault(position == bytes.count ? .unexpectedEnd : .invalidNumber) }
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        var text: [UInt8] = []
        while true {
            let byte = try peek()
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw fault(.notUTF8) }
                return string
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
            case 0..<0x20: throw fault(.invalidString)
            default: text.append(byte)
            }
        }
    }

    private mutating func escape() throws(JSONError) -> [UInt8] {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
        default: throw fault(.invalidString)
        }
    }

    /// A `\u` escape, with its second half where it is the first of a pair; a half alone becomes U+FFFD.
    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let back = position
        position += 2
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else {
            position = back
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw fault(.unexpectedEnd) }
        let text = String(decoding: bytes[position..<position + 4], as: UTF8.self)
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let value = UInt32(text, radix: 16)
        else { throw fault(.invalidString) }
        position += 4
        return value
    }
}
