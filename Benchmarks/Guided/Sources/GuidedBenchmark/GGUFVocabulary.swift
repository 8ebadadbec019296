import Foundation
import GuidedGeneration

/// The vocabulary in the header of a model file, read without the engine.
struct GGUFVocabulary {
    let tokens: [[UInt8]]
    let endTokens: Set<Int32>
    let hidden: Set<Int32>

    var vocabulary: Vocabulary { Vocabulary(tokens: tokens, endTokens: endTokens, hidden: hidden) }

    private static let cache: String = {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache"
        return environment["AUTOARR_CACHE"] ?? base + "/autoarr"
    }()

    /// The starter model's file with 49,152 tokens, where `make llama` put it.
    static let small = existing(cache + "/models", suffix: "smollm2-135m-instruct-q4_1.gguf")
    /// The file of a vocabulary of 151,936 tokens that comes with the engine's source.
    static let large = existing(cache, suffix: "models/ggml-vocab-qwen2.gguf")

    private static func existing(_ folder: String, suffix: String) -> String? {
        let files = FileManager.default
        let direct = folder + "/" + suffix
        if files.fileExists(atPath: direct) { return direct }
        let folders = (try? files.contentsOfDirectory(atPath: folder)) ?? []
        return folders.sorted().map { "\(folder)/\($0)/\(suffix)" }.last { files.fileExists(atPath: $0) }
    }

    struct Damaged: Error {}

    init(path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw Damaged() }
        var reader = Reader(data: try handle.read(upToCount: 16 << 20) ?? Data())
        guard try reader.integer(4) == 0x4655_4747 else { throw Damaged() }
        _ = try reader.integer(12)
        var values: [String: Reader.Value] = [:]
        for _ in 0..<(try reader.integer(8)) {
            let key = String(decoding: try reader.string(), as: UTF8.self)
            values[key] = try reader.value(type: try reader.integer(4))
        }
        guard case .strings(let names)? = values["tokenizer.ggml.tokens"],
            case .integers(let types)? = values["tokenizer.ggml.token_type"]
        else { throw Damaged() }
        tokens = names.map(Self.bytes(ofByteLevel:))
        hidden = Set(types.indices.lazy.filter { [2, 3, 5].contains(types[$0]) }.map(Int32.init))
        var ends: Set<Int32> = []
        for key in ["tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id"] {
            if case .integer(let id)? = values[key] { ends.insert(Int32(id)) }
        }
        endTokens = ends
    }

    /// GPT-2 writes each byte as a character that can be printed; this is the way back.
    private static let byteOfScalar: [Unicode.Scalar: UInt8] = {
        let printable = Array(33...126) + Array(161...172) + Array(174...255)
        var result: [Unicode.Scalar: UInt8] = [:]
        var next: UInt32 = 256
        for byte in 0..<256 {
            if printable.contains(byte) {
                result[Unicode.Scalar(UInt8(byte))] = UInt8(byte)
            } else if let scalar = Unicode.Scalar(next) {
                result[scalar] = UInt8(byte)
                next += 1
            }
        }
        return result
    }()

    private static func bytes(ofByteLevel name: [UInt8]) -> [UInt8] {
        let scalars = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
        let bytes = scalars.compactMap { byteOfScalar[$0] }
        return bytes.count == scalars.count ? bytes : name
    }
}

/// Reads the values of a GGUF header in order.
private struct Reader {
    enum Value {
        case integer(Int)
        case strings([[UInt8]])
        case integers([Int])
        case other
    }

    let data: Data
    var position = 0

    mutating func integer(_ size: Int) throws -> Int {
        guard position + size <= data.count else { throw GGUFVocabulary.Damaged() }
        defer { position += size }
        return data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
            (0..<min(size, 8)).reduce(0) {
                $0 | Int(truncatingIfNeeded: UInt64(bytes[position + $1]) << UInt64(8 * $1))
            }
        }
    }

    mutating func string() throws -> [UInt8] {
        let length = try integer(8)
        guard length >= 0, position + length <= data.count else { throw GGUFVocabulary.Damaged() }
        defer { position += length }
        return Array(data[position..<position + length])
    }

    private static let sizes = [0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8]

    mutating func value(type: Int) throws -> Value {
        switch type {
        case 8:
            _ = try string()
            return .other
        case 9:
            let element = try integer(4)
            let count = try integer(8)
            if element == 8 { return .strings(try (0..<count).map { _ in try string() }) }
            guard let size = Self.sizes[element] else { throw GGUFVocabulary.Damaged() }
            return .integers(try (0..<count).map { _ in try integer(size) })
        default:
            guard let size = Self.sizes[type] else { throw GGUFVocabulary.Damaged() }
            return .integer(try integer(size))
        }
    }
}
