package import Hummingbird

/// The routes of one subject.
package protocol Controller: Sendable {
    /// Adds the routes to a group, which stands at `/api/v1` unless the server is told otherwise.
    func addRoutes(to group: RouterGroup<AppRequestContext>)
}
