/// The encoding of binary posts; source: the yEnc draft 1.3.
enum YEnc {
    /// The bytes in lines of 128, each ended by CRLF.
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 30)
        var column = 0
        for byte in bytes {
            let value = byte &+ 42
            switch value {
            case 0, 10, 13, 61:
                text.append(61)
                text.append(value &+ 64)
                column += 2
            default:
                text.append(value)
                column += 1
            }
            if column >= 128 {
                text.append(13)
                text.append(10)
                column = 0
            }
        }
        if column > 0 { text += [13, 10] }
        return text
    }

    /// The checksum of ISO 3309.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }

    /// Eight digits in lower case.
    static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
