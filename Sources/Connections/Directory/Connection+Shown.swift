internal import ServiceHTTP

extension Connection {
    /// Whether a key or password is set; itself it is never shown.
    package var hasSecret: Bool { !credential.secrets.allSatisfy(\.revealed.isEmpty) }

    /// The user, where there is one.
    package var username: String? {
        guard case .login(let username, _) = credential else { return nil }
        return username
    }

    /// Whether it knows its service by a key or token, not by user and password.
    package var usesKey: Bool {
        if case .key = credential { true } else { false }
    }

    /// Whether a certificate authority of one's own is set.
    package var hasAuthority: Bool { trust != .system }

    /// What stands for a secret on the page; sent back, it keeps the one that is there.
    package static let mask = Secret.mask
}
