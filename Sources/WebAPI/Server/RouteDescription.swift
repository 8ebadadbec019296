/// A method and the route that it belongs to.
package struct RouteDescription: Sendable, Hashable {
    /// The method: `GET`.
    package let method: String
    /// The route as OpenAPI writes it: `/api/v1/findings/{id}/apply`.
    package let route: String

    /// Whether a path belongs to the route.
    func matches(_ path: String) -> Bool {
        let wanted = route.split(separator: "/")
        let given = path.split(separator: "/")
        guard wanted.count == given.count else { return false }
        return zip(wanted, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
