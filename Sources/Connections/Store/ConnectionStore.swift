package import MediaDomain
package import ServiceHTTP

/// Where the page's connections are kept.
package protocol ConnectionStore: Sendable {
    /// All of them.
    func connections() async throws -> [StoredConnection]
    /// Keeps one, in place of one of the same name.
    func saveConnection(_ connection: StoredConnection) async throws
    /// Takes one out; nothing happens if there is none.
    func deleteConnection(_ id: ServiceID) async throws
}

/// A connection as it is kept: its credential only sealed.
package struct StoredConnection: Sendable, Hashable {
    /// The instance's name.
    package let id: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// The address, without user and password.
    package let address: String
    /// Whose certificates count.
    package let trust: CertificateTrust
    /// The credential, sealed by ``KeySeal``.
    package let sealedCredential: [UInt8]

    /// A connection.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        address: String,
        trust: CertificateTrust,
        sealedCredential: [UInt8]
    ) {
        self.id = id
        self.kind = kind
        self.address = address
        self.trust = trust
        self.sealedCredential = sealedCredential
    }
}

/// A store in memory, for tests and for a server without a data directory.
package actor MemoryConnectionStore: ConnectionStore {
    private var rows: [ServiceID: StoredConnection] = [:]

    /// An empty store.
    package init() {}

    package func connections() -> [StoredConnection] { rows.values.sorted { $0.id < $1.id } }
    package func saveConnection(_ connection: StoredConnection) { rows[connection.id] = connection }
    package func deleteConnection(_ id: ServiceID) { rows[id] = nil }
}
