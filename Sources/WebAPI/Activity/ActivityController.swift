internal import Activity
internal import Hummingbird
internal import MediaDomain

extension ActivityEvent: ResponseEncodable {}

/// `GET /api/v1/activity`: the journal, newest first.
struct ActivityController: Controller {
    let activity: ActivityLog

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("activity") { request, _ in
            let limit = try request.limit()
            var query = try ActivityQuery(request)
            query.limit = limit + 1
            let events = try await activity.events(matching: query)
            let page = Array(events.prefix(limit))
            return Page(items: page, next: events.count > limit ? page.last.map { String($0.id) } : nil)
        }
    }
}
