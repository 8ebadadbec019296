package import MediaDomain
package import ServiceHTTP

/// A service of this house as it was configured.
package struct Connection: Sendable, Hashable, Identifiable {
    /// The instance's name: `sonarr`, `sonarr-4k`.
    package var id: ServiceID
    /// The application.
    package var kind: ServiceKind
    /// The address as it was written, without user and password.
    package var address: String
    /// How the service knows us.
    package var credential: Credential
    /// Whose certificates count.
    package var trust: CertificateTrust
    /// Where it was configured.
    package var origin: Origin

    /// Where a connection was configured.
    package enum Origin: String, Sendable, Hashable, Codable {
        /// In the environment; it can be changed only there.
        case environment
        /// On the page.
        case page
    }

    /// A connection.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        address: String,
        credential: Credential = .none,
        trust: CertificateTrust = .system,
        origin: Origin = .page
    ) {
        self.id = id
        self.kind = kind
        self.address = address
        self.credential = credential
        self.trust = trust
        self.origin = origin
    }

    /// Where to call it.
    ///
    /// - Throws: ``AddressError`` when the address is none.
    package func endpoint() throws(AddressError) -> ServiceEndpoint {
        ServiceEndpoint(
            id: id,
            kind: kind,
            address: try ServiceAddress(address),
            credential: credential,
            trust: trust
        )
    }
}

/// What a person fills in to connect a service.
package struct ConnectionDraft: Sendable, Hashable {
    /// The application.
    package var kind: ServiceKind
    /// The name of the instance; nil makes one of the application's name.
    package var id: ServiceID?
    /// The address; a user and password in it are taken as the login.
    package var address: String
    /// The API key or token; the mask keeps the one that is there.
    package var key: String?
    /// The user, where the application knows users.
    package var username: String?
    /// The password; the mask keeps the one that is there.
    package var password: String?
    /// A certificate authority of one's own, as PEM text.
    package var authority: String?

    /// What a person filled in.
    package init(
        kind: ServiceKind,
        id: ServiceID? = nil,
        address: String,
        key: String? = nil,
        username: String? = nil,
        password: String? = nil,
        authority: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.address = address
        self.key = key
        self.username = username
        self.password = password
        self.authority = authority
    }
}

/// Why a connection cannot be kept.
package enum ConnectionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The address is none.
    case address(AddressError)
    /// The name is taken.
    case nameTaken(ServiceID)
    /// The name holds something else than small letters, digits and hyphens.
    case invalidName(String)
    /// There is none of that name.
    case unknown(ServiceID)
    /// It stands in the environment, where it must be changed.
    case fixedByEnvironment(ServiceID)
    /// The key is empty or holds a line break.
    case unusableKey
    /// The host is never called.
    case hostNotAllowed(String)
    /// The key file is missing or another one than the keys were sealed with.
    case sealed(ServiceID)

    package var description: String {
        switch self {
        case .address(let error): error.description
        case .nameTaken(let id): "there is a connection named \(id) already; choose another name"
        case .invalidName(let name):
            "\(name) is no name for a connection; use small letters, digits and hyphens"
        case .unknown(let id): "there is no connection named \(id)"
        case .fixedByEnvironment(let id):
            "the connection \(id) stands in the environment; change it there and restart"
        case .unusableKey: "the key is empty or holds a line break; copy it again"
        case .hostNotAllowed(let why): "this host is never called: \(why)"
        case .sealed(let id):
            "the key of \(id) cannot be opened with the key file in the data directory; enter the key again"
        }
    }
}
