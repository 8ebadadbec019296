internal import Hummingbird

/// The routes that need no login: an exact set, by method and route as the router writes it, never by the text of a path.
struct PublicRoutes: Sendable {
    /// A method and a route.
    struct Entry: Sendable, Hashable {
        let method: HTTPRequest.Method
        let route: String
    }

    /// Open at all times.
    static let always: Set<Entry> = [
        Entry(method: .get, route: "/health"),
        Entry(method: .get, route: "/health/ready"),
        Entry(method: .get, route: "/login"),
        Entry(method: .post, route: "/api/v1/session"),
        Entry(method: .get, route: "/assets/entry.js"),
        Entry(method: .get, route: "/assets/style.css"),
        Entry(method: .get, route: "/assets/icon.svg"),
    ]

    /// Open while the house has no owner.
    static let unclaimed: Set<Entry> = [
        Entry(method: .get, route: "/claim"),
        Entry(method: .post, route: "/api/v1/claim"),
    ]

    /// Whether a request needs no login.
    ///
    /// The route is the one that the router chose, nil where it found none; whether the house has an owner is asked
    /// only where it matters.
    static func contains(
        _ method: HTTPRequest.Method,
        _ route: String?,
        isClaimed: () async throws -> Bool
    ) async rethrows -> Bool {
        guard let route else { return false }
        let entry = Entry(method: method == .head ? .get : method, route: route)
        if always.contains(entry) { return true }
        guard unclaimed.contains(entry) else { return false }
        return try await !isClaimed()
    }
}
