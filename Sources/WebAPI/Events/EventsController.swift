internal import Activity
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON

/// `GET /api/v1/events`: what is recorded in the journal, as it happens.
///
/// Every event is named `activity` and bears its place in the journal as id, so that a browser that was away gets what
/// it missed. `kind`, `correlation` and `service` narrow it down as in the journal's list.
struct EventsController: Controller {
    let activity: ActivityLog

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("events") { request, _ in
            let filter = try ActivityQuery(request)
            let feed = try await activity.feed(after: Self.lastSeen(by: request))
            let events = feed.filter { filter.matches($0) }.compactMap { event -> ServerSentEvent? in
                guard let data = try? JSONValue(encoding: event) else { return nil }
                return ServerSentEvent(name: "activity", id: String(event.id), data: data)
            }
            return Response.serverSentEvents(to: request, events)
        }
    }

    /// The place in `Last-Event-ID`, or in the parameter of that name for clients that cannot send the header.
    private static func lastSeen(by request: Request) throws -> Int64? {
        let given =
            request.headers.value(of: "Last-Event-ID")
            ?? request.uri.queryParameters["lastEventId"].map(String.init)
        guard let given, !given.isEmpty else { return nil }
        guard let place = Int64(given), place >= 0 else {
            throw Problem(
                .badRequest,
                "Last-Event-ID is none that we gave",
                members: ["parameter": "Last-Event-ID"]
            )
        }
        return place
    }
}
