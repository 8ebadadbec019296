package import MediaDomain

/// Where one service is, and how it knows us.
package struct ServiceEndpoint: Sendable, Hashable {
    /// The instance.
    package let id: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// The address, with the URL base.
    package let address: ServiceAddress
    /// How the service knows us.
    package let credential: Credential
    /// Whose certificates count, where the address is `https`.
    package let trust: CertificateTrust

    /// A service at an address.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        address: ServiceAddress,
        credential: Credential = .none,
        trust: CertificateTrust = .system
    ) {
        self.id = id
        self.kind = kind
        self.address = address
        self.credential = credential
        self.trust = trust
    }

    /// A service at the address of that text.
    ///
    /// - Throws: ``AddressError`` when the text is no address.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        url: String,
        credential: Credential = .none
    ) throws(AddressError) {
        self.init(id: id, kind: kind, address: try ServiceAddress(url), credential: credential)
    }
}
