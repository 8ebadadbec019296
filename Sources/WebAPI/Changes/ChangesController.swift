package import Activity
package import Hummingbird
internal import MediaDomain
internal import OrderedJSON

/// `GET /api/v1/changes`, `GET /api/v1/changes/{id}` and `POST /api/v1/changes/{id}/undo`.
package struct ChangesController: Controller {
    private let changes: ChangeJournal

    /// The routes of the changes.
    package init(changes: ChangeJournal) { self.changes = changes }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("changes") { request, _ in
            let limit = try request.limit()
            let parameters = request.uri.queryParameters
            let found = try await changes.changes(
                matching: ChangeQuery(
                    before: try request.numericCursor(),
                    service: parameters["service"].map { ServiceID(rawValue: String($0)) },
                    correlation: parameters["correlation"].map { CorrelationID(rawValue: String($0)) },
                    limit: limit + 1
                )
            )
            let page = Array(found.prefix(limit))
            return Page(items: page, next: found.count > limit ? page.last.map { String($0.id) } : nil)
        }
        group.get("changes/{id}") { _, context in
            Response.json(try JSONValue(encoding: try await changes.change(try Self.id(context))))
        }
        group.post("changes/{id}/undo") { _, context in
            Response.json(try JSONValue(encoding: try await changes.undo(try Self.id(context))))
        }
    }

    private static func id(_ context: AppRequestContext) throws -> Int64 {
        let text = try context.parameters.require("id")
        guard let id = Int64(text) else { throw Problem.notFound("change \(text)") }
        return id
    }
}

extension Request {
    /// The place that the query's `cursor` names, if there is one.
    ///
    /// - Throws: ``Problem`` with status 400 for a cursor that is none of ours.
    func numericCursor() throws -> Int64? {
        guard let cursor = uri.queryParameters["cursor"] else { return nil }
        guard let place = Int64(cursor), place > 0 else {
            throw Problem(.badRequest, "the cursor is none that we gave", members: ["parameter": "cursor"])
        }
        return place
    }
}

extension ChangeError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, description)
        case .notUndoable, .changedSince: Problem(.conflict, description)
        case .undoFailed: Problem(.badGateway, description)
        }
    }
}
