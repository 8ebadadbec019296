internal import MediaDomain
internal import Synchronization

/// What a service gave us for the time being, and whether it has refused our login.
///
/// It outlives the clients, which are made anew at every look at the house. Without it each look would log in again, and
/// a service that bans addresses for wrong passwords would soon ban ours.
package actor ServiceSession {
    /// What can be kept.
    package enum Item: Sendable, Hashable {
        /// The cookie or number that calls carry.
        case token
        /// The version of its API.
        case version
    }

    private var items: [Item: String] = [:]
    /// Why the service refused our login; once refused, it is not tried again with the same credential.
    package private(set) var refusal: ServiceError.Reason?

    /// A session in which nothing has happened yet.
    package init() {}

    /// What was kept.
    package func value(_ item: Item) -> String? { items[item] }

    /// Keeps something until the connection changes; nil lets it go.
    package func keep(_ value: String?, as item: Item) { items[item] = value }

    /// Remembers that the service refused our login.
    package func refuse(_ reason: ServiceError.Reason) { refusal = reason }
}

/// The sessions of all services, one for each way of being known to one.
final class SessionShelf: Sendable {
    private struct Entry {
        let endpoint: ServiceEndpoint
        let session: ServiceSession
    }
    private let entries = Mutex<[ServiceID: Entry]>([:])

    /// The session of an endpoint; another address or credential begins a new one.
    func session(of endpoint: ServiceEndpoint) -> ServiceSession {
        entries.withLock { entries in
            if let known = entries[endpoint.id], known.endpoint == endpoint { return known.session }
            let session = ServiceSession()
            entries[endpoint.id] = Entry(endpoint: endpoint, session: session)
            return session
        }
    }

    func forget(_ id: ServiceID) { entries.withLock { $0[id] = nil } }
}
