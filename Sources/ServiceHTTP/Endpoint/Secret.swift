/// A key, password or token, which no print, log line, error or encoder ever shows.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The text in clear; only for the header, query or body that carries it.
    package let revealed: String

    /// The secret of that text, without space around it.
    package init(_ text: String) {
        revealed = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What stands for any secret.
    package static let mask = "********"

    /// Whether it can travel in a header: not empty, and no control character inside.
    package var isUsable: Bool {
        !revealed.isEmpty && revealed.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }

    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// How a service knows us.
package enum Credential: Sendable, Hashable {
    case none
    /// An API key or token.
    case key(Secret)
    /// A user and password.
    case login(username: String, password: Secret)

    /// All that must never be shown.
    package var secrets: [Secret] {
        switch self {
        case .none: []
        case .key(let key): [key]
        case .login(_, let password): [password]
        }
    }
}
