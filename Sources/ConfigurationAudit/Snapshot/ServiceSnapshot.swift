package import Foundation
package import MediaDomain
package import OrderedJSON

/// What one service said of its settings in this run; without secrets.
package struct ServiceSnapshot: Sendable {
    /// The instance.
    package let id: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// The documents that could be read, by name.
    package let documents: [String: JSONValue]
    /// Why the service could not be read at all; nil when it answered.
    package let failure: String?

    /// What a service said.
    package init(id: ServiceID, kind: ServiceKind, documents: [String: JSONValue], failure: String? = nil) {
        self.id = id
        self.kind = kind
        self.documents = documents.mapValues(SecretFields.removed)
        self.failure = failure
    }

    /// The instance's name as people know it: `Sonarr`, or `Sonarr (sonarr-4k)` for a further one.
    var name: String {
        id == ServiceID(kind) ? kind.displayName : "\(kind.displayName) (\(id))"
    }

    /// The document, nil where the service has none.
    subscript(document: String) -> JSONValue? { documents[document] }

    /// The elements of a document that is a list.
    func list(_ document: String) -> [JSONValue] { documents[document]?.array ?? [] }
}

/// What the whole house said, at one moment.
package struct ConfigurationSnapshot: Sendable {
    /// The services, those that did not answer too.
    package let services: [ServiceSnapshot]
    /// When it was read.
    package let time: Date

    /// A snapshot.
    package init(services: [ServiceSnapshot], time: Date) {
        self.services = services
        self.time = time
    }

    /// The services of these kinds that answered.
    func services(_ kinds: Set<ServiceKind>) -> [ServiceSnapshot] {
        services.filter { kinds.contains($0.kind) && $0.failure == nil }
    }
}

extension Set<ServiceKind> {
    /// Sonarr and Radarr.
    static let servarr: Set = [.sonarr, .radarr]
    /// Prowlarr.
    static let prowlarr: Set = [.prowlarr]
    /// Sonarr, Radarr and Prowlarr, which have host settings and health in common.
    static let servarrFamily: Set = servarr.union(prowlarr)
    /// SABnzbd.
    static let sabnzbd: Set = [.sabnzbd]
}
