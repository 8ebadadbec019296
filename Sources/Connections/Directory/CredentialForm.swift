package import MediaDomain

/// What an application wants to know of whoever calls it.
package enum CredentialForm: String, Sendable, Hashable, Codable, CaseIterable {
    case key, token
    /// A user and a password.
    case login
    /// A password without a user.
    case password
}

extension ServiceKind {
    /// The applications for which there is a client.
    package static var connectable: [ServiceKind] { allCases.filter { $0 != .bazarr && $0 != .lidarr } }

    /// What this application wants to know of us.
    package var credentialForm: CredentialForm {
        switch self {
        case .nzbget, .qbittorrent, .transmission: .login
        case .deluge: .password
        case .plex: .token
        default: .key
        }
    }
}
