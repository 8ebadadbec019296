package import ContentRequests
package import Hummingbird
internal import Foundation
internal import HTTPTypes
internal import OrderedJSON
internal import Understanding

/// Requests for content and their course.
///
/// - `GET requests?limit&cursor`: `{"items": [request…], "next"}`, newest first.
/// - `POST requests` with `{"text": "Add Dune in 4K"}`: `{"understood": {…}, "requests": [request…]}`, 202.
/// - `GET requests/{id}`; `POST requests/{id}/choose` with `{"candidate": "movie:438631", "token"?}`;
///   `POST requests/{id}/confirm` with `{"token": "…"}`; `POST requests/{id}/cancel`: the request.
///
/// A request is `{"id", "correlation", "text", "item", "state", "stateText", "isClosed", "candidates": [{"id", "kind",
/// "title", "year", "overview", "poster", "inLibrary", "service"}], "chosen", "confirmation": {"text", "token", "service",
/// "profile", "rootFolder", "remark"}, "token", "progress" (0…1), "note", "change", "created", "updated", "events"}`.
/// States: `choosing`, `confirming`, `added`, `searched`, `grabbed`, `downloading`, `imported`, `available`,
/// `already_there`, `not_released`, `nothing_found`, `blocked`, `not_found`, `failed`, `cancelled`.
package struct RequestsController: Controller {
    private let requests: RequestService

    /// The routes over requests.
    package init(requests: RequestService) { self.requests = requests }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("requests") { request, _ in
            let limit = try request.limit()
            let cursor = request.uri.queryParameters["cursor"].map(String.init)
            let found = try await requests.requests(before: cursor, limit: limit + 1)
            let page = found.prefix(limit)
            let next =
                found.count > limit ? page.last.map { JSONValue.string($0.id) } : nil
            return Response.json(["items": .array(page.map(\.json)), "next": next ?? .null])
        }
        group.post("requests") { request, context in
            let body = try await request.decode(as: Wish.self, context: context)
            let submission = try await requests.submit(body.text)
            return Response.json(
                [
                    "understood": submission.understood.json,
                    "requests": .array(submission.requests.map(\.json)),
                ],
                status: .accepted
            )
        }
        group.get("requests/{id}") { _, context in
            Response.json(try await requests.request(try context.parameters.require("id")).json)
        }
        group.post("requests/{id}/choose") { request, context in
            let body = try await request.decode(as: Choice.self, context: context)
            let id = try context.parameters.require("id")
            return Response.json(try await requests.choose(id, key: body.candidate, token: body.token).json)
        }
        group.post("requests/{id}/confirm") { request, context in
            let body = try await request.decode(as: Confirmation.self, context: context)
            let id = try context.parameters.require("id")
            return Response.json(try await requests.confirm(id, token: body.token).json)
        }
        group.post("requests/{id}/cancel") { _, context in
            Response.json(try await requests.cancel(try context.parameters.require("id")).json)
        }
    }

    private struct Wish: Decodable, Sendable {
        let text: String
    }
    private struct Choice: Decodable, Sendable {
        let candidate: String
        let token: String?
    }
    private struct Confirmation: Decodable, Sendable {
        let token: String
    }
}

extension RequestError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, description)
        case .stale, .notNow: Problem(.conflict, description)
        case .noService, .noProfile, .noRootFolder, .noSuchSeason, .titleGone:
            Problem(.unprocessableContent, description)
        case .notAdded: Problem(.badGateway, description)
        }
    }
}
