internal import Crypto
internal import Foundation

/// A random secret that is handed out once and kept only as its digest.
package struct SecretToken: Sendable, Hashable {
    /// The text for the cookie or the header: 32 random bytes in base64url, after the prefix.
    package let text: String

    /// The token of that text.
    package init(text: String) { self.text = text }

    /// A new token.
    ///
    /// - Parameter prefix: What it begins with, so that a leaked one is recognised.
    /// - Returns: The token.
    package static func random(prefix: String = "") -> SecretToken {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let text = bytes.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return SecretToken(text: prefix + text)
    }

    /// What is stored: SHA-256 in hexadecimal; enough, since the token is random and long.
    package var digest: String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
