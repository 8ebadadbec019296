/// Who makes a request.
package struct Principal: Sendable, Hashable {
    /// How the caller showed who it is.
    package enum Method: Sendable, Hashable {
        /// A browser with the cookie of a session.
        case session
        /// A program with a key.
        case apiKey
        /// A caller on this machine, where the demo asks for no password.
        case loopback
    }

    /// The account's or the key's name, for the journal.
    package let name: String
    /// How the caller showed who it is.
    package let method: Method
    /// What it may do.
    package let scopes: Set<Scope>

    /// A caller.
    package init(name: String, method: Method, scopes: Set<Scope> = Set(Scope.allCases)) {
        self.name = name
        self.method = method
        self.scopes = scopes
    }

    /// Whether the caller may manage accounts and keys: a person may, a program's key may not make further keys.
    package var isPerson: Bool { method != .apiKey }
}
