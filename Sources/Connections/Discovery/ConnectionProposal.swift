package import MediaDomain

/// A service that could be connected: somebody names it, or it answers.
package struct ConnectionProposal: Sendable, Hashable {
    /// The application.
    package let kind: ServiceKind
    /// Its address.
    package let address: String
    /// How it came to our knowledge: `Sonarr's download client "SABnzbd"`.
    package let source: String
    /// Whether the application answers there; else somebody only names it.
    package let answers: Bool

    /// A proposal.
    package init(kind: ServiceKind, address: String, source: String, answers: Bool) {
        self.kind = kind
        self.address = address
        self.source = source
        self.answers = answers
    }
}
