internal import Crypto
internal import Foundation

/// What tells one model file from another without reading gigabytes: its size, its first megabyte, which holds the
/// head with all metadata, and sixty-four blocks spread over the weights.
enum FileFingerprint {
    private static let block = 16 << 10

    /// The fingerprint of a file; nil when it cannot be read.
    static func of(path: String) -> String? {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
            return nil
        }
        return data.withUnsafeBytes { bytes in
            var hasher = SHA256()
            hasher.update(data: Data("\(bytes.count) ".utf8))
            hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 20)))
            for place in 0..<64 {
                let start = bytes.count / 64 * place
                let end = min(bytes.count, start + block)
                hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            }
            return hasher.finalize().hexadecimal
        }
    }
}
