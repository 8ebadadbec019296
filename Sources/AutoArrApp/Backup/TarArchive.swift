internal import Foundation

/// A few small files in one, in the format that every system can look into.
///
/// - Note: Source: POSIX.1-1988 `ustar`: blocks of 512 bytes, numbers in octal, two empty blocks at the end.
enum TarArchive {
    private static let block = 512

    /// The archive of these files, readable for their owner only.
    static func write(_ files: [(name: String, data: Data)], modified: Date) -> Data {
        var archive = Data()
        for file in files {
            archive.append(head(name: file.name, size: file.data.count, modified: modified))
            archive.append(file.data)
            archive.append(Data(count: (block - file.data.count % block) % block))
        }
        archive.append(Data(count: 2 * block))
        return archive
    }

    /// The files of an archive.
    ///
    /// - Returns: nil for anything that is no archive, or is cut off or damaged.
    static func read(_ archive: Data) -> [(name: String, data: Data)]? {
        let bytes = Array(archive)
        var files: [(name: String, data: Data)] = []
        var position = 0
        while position + block <= bytes.count {
            let head = Array(bytes[position..<(position + block)])
            if head.allSatisfy({ $0 == 0 }) { return files }
            guard Array(head[257..<262]) == Array("ustar".utf8), let sum = octal(head[148..<156]),
                sum == checksum(head),
                let size = octal(head[124..<136]), size >= 0, position + block + size <= bytes.count
            else { return nil }
            let name = String(decoding: head[0..<100].prefix { $0 != 0 }, as: UTF8.self)
            let start = position + block
            files.append((name, Data(bytes[start..<(start + size)])))
            position = start + (size + block - 1) / block * block
        }
        return nil
    }

    private static func head(name: String, size: Int, modified: Date) -> Data {
        var head = [UInt8](repeating: 0, count: block)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() { head[place + offset] = byte }
        }
        func number(_ value: Int, digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(String(name.prefix(99)), at: 0)
        put("0000600", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(number(size, digits: 11), at: 124)
        put(number(Int(modified.timeIntervalSince1970), digits: 11), at: 136)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(number(checksum(head), digits: 6), at: 148)
        head[155] = UInt8(ascii: " ")
        return Data(head)
    }

    /// The sum of all bytes of a head, its own field counted as spaces.
    private static func checksum(_ head: [UInt8]) -> Int {
        head.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { (48...55).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }
}
