internal import Crypto

extension SHA256Digest {
    /// The digest in lower-case hexadecimal.
    var hexadecimal: String {
        map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
