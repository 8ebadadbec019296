internal import CLlama
internal import Foundation

/// What stands at the head of a model file: metadata and the places of the tensors.
///
/// Read before llama.cpp is: a file that is missing, cut off or no model is told apart here, and the memory that the
/// model will need is known before any is taken.
/// - Note: Source: `docs/gguf.md` of ggml, version 3 (and 2, which differs only in what we skip).
struct GGUFHeader {
    /// Why the head could not be read.
    struct Malformed: Error {
        let reason: String
    }

    /// Metadata that are single numbers.
    private(set) var integers: [String: Int] = [:]
    /// Metadata that are single texts.
    private(set) var strings: [String: String] = [:]
    /// How many tensors there are.
    private(set) var tensorCount = 0
    /// How many bytes the file must have to hold all its tensors.
    private(set) var requiredBytes = 0

    /// Reads the head of a file.
    ///
    /// - Parameter file: The bytes of the file, mapped.
    /// - Throws: ``Malformed`` with what is wrong.
    init(_ file: Data) throws(Malformed) {
        var reader = Reader(bytes: file)
        guard try reader.integer(UInt32.self) == 0x4655_4747 else {
            throw Malformed(reason: "it does not begin as a GGUF file does")
        }
        let version = try reader.integer(UInt32.self)
        guard version == 2 || version == 3 else {
            throw Malformed(reason: "GGUF version \(version) is not known, only 2 and 3")
        }
        tensorCount = try reader.count(limit: 1 << 20)
        let pairs = try reader.count(limit: 1 << 20)
        for _ in 0..<pairs {
            let key = try reader.string()
            let type = try reader.integer(UInt32.self)
            try readValue(of: type, key: key, from: &reader)
        }
        try readTensors(from: &reader)
    }

    private mutating func readValue(of type: UInt32, key: String?, from reader: inout Reader)
        throws(Malformed)
    {
        switch type {
        case 8:
            let value = try reader.string()
            if let key { strings[key] = value }
        case 9:
            let element = try reader.integer(UInt32.self)
            let count = try reader.count(limit: 1 << 28)
            if let width = Self.width(of: element) {
                try reader.skip(width * count)
            } else {
                for _ in 0..<count { try readValue(of: element, key: nil, from: &reader) }
            }
        default:
            guard let width = Self.width(of: type) else {
                throw Malformed(reason: "a value has the unknown type \(type)")
            }
            let value = try reader.number(width: width)
            if let key, type != 6, type != 12 { integers[key] = value }
        }
    }

    private mutating func readTensors(from reader: inout Reader) throws(Malformed) {
        var end = 0
        for _ in 0..<tensorCount {
            let name = try reader.string()
            let dimensions = try reader.integer(UInt32.self)
            guard (1...4).contains(dimensions) else {
                throw Malformed(reason: "the tensor \(name.prefix(60)) has \(dimensions) dimensions")
            }
            var sizes: [Int] = []
            for _ in 0..<dimensions { sizes.append(try reader.count(limit: 1 << 40)) }
            let type = try reader.integer(UInt32.self)
            guard type < UInt32(GGML_TYPE_COUNT.rawValue), ggml_blck_size(ggml_type(type)) > 0 else {
                throw Malformed(
                    reason: "the tensor \(name.prefix(60)) is of a kind that this engine does not know"
                )
            }
            let offset = try reader.count(limit: 1 << 48)
            var bytes = sizes[0] / Int(ggml_blck_size(ggml_type(type))) * ggml_type_size(ggml_type(type))
            for size in sizes.dropFirst() {
                let (product, overflow) = bytes.multipliedReportingOverflow(by: size)
                guard !overflow else {
                    throw Malformed(reason: "the tensor \(name.prefix(60)) has no possible size")
                }
                bytes = product
            }
            end = max(end, offset + min(bytes, 1 << 50))
        }
        let alignment = max(integers["general.alignment"] ?? 32, 1)
        requiredBytes = (reader.position + alignment - 1) / alignment * alignment + end
    }

    private static func width(of type: UInt32) -> Int? {
        switch type {
        case 0, 1, 7: 1
        case 2, 3: 2
        case 4, 5, 6: 4
        case 10, 11, 12: 8
        default: nil
        }
    }

    private struct Reader {
        let bytes: Data
        var position = 0

        mutating func integer<Value: FixedWidthInteger>(_: Value.Type) throws(Malformed) -> Value {
            let width = MemoryLayout<Value>.size
            guard bytes.count - position >= width else {
                throw Malformed(reason: "it is cut off in its header")
            }
            defer { position += width }
            let start = position
            return bytes.withUnsafeBytes {
                Value(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: Value.self))
            }
        }

        mutating func count(limit: Int) throws(Malformed) -> Int {
            let value = try integer(UInt64.self)
            guard value <= UInt64(limit) else {
                throw Malformed(reason: "a count in its header is not possible")
            }
            return Int(value)
        }

        mutating func number(width: Int) throws(Malformed) -> Int {
            switch width {
            case 1: Int(try integer(UInt8.self))
            case 2: Int(try integer(UInt16.self))
            case 4: Int(try integer(UInt32.self))
            default: Int(truncatingIfNeeded: try integer(UInt64.self))
            }
        }

        mutating func string() throws(Malformed) -> String {
            let length = try count(limit: 1 << 30)
            guard bytes.count - position >= length else {
                throw Malformed(reason: "it is cut off in its header")
            }
            defer { position += length }
            let range = position..<(position + length)
            return bytes.withUnsafeBytes { String(decoding: $0[range], as: UTF8.self) }
        }

        mutating func skip(_ count: Int) throws(Malformed) {
            guard bytes.count - position >= count else {
                throw Malformed(reason: "it is cut off in its header")
            }
            position += count
        }
    }
}
