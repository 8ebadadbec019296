internal import Foundation
package import Hummingbird
internal import OrderedJSON
package import QueueRecovery

/// `GET /api/v1/incidents`, `/{id}/decide`, `/{id}/act`, and `GET /api/v1/decisions`.
package struct RecoveryController: Controller {
    private let recovery: RecoveryService

    /// The routes of recovery.
    package init(recovery: RecoveryService) { self.recovery = recovery }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("incidents") { request, _ in
            let all = request.uri.queryParameters["all"] == "true"
            let found = try await recovery.incidents(includingClosed: all, limit: try request.limit())
            return Response.json(["items": .array(try found.map(Self.document)), "next": nil])
        }
        group.post("incidents/{id}/decide") { _, context in
            let decision = try await recovery.decide(try context.parameters.require("id"))
            return Response.json(try JSONValue(encoding: decision))
        }
        group.post("incidents/{id}/act") { request, context in
            let wish = try await Self.wish(request, context)
            let record = try await recovery.act(
                try context.parameters.require("id"),
                action: wish.action,
                dryRun: wish.dryRun ?? false
            )
            return Response.json(try JSONValue(encoding: record))
        }
        group.get("decisions") { request, _ in
            let limit = try request.limit()
            let found = try await recovery.decisions(
                matching: DecisionQuery(
                    before: try request.numericCursor(),
                    incident: request.uri.queryParameters["incident"].map(String.init),
                    limit: limit + 1
                )
            )
            let page = Array(found.prefix(limit))
            return Page(items: page, next: found.count > limit ? page.last.map { String($0.id) } : nil)
        }
    }

    /// What may stand in the body; there may be none at all.
    private struct Wish: Decodable, Sendable {
        var action: RecoveryAction?
        var dryRun: Bool?
    }

    private static func wish(_ request: Request, _ context: AppRequestContext) async throws -> Wish {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        guard body.readableBytes > 0 else { return Wish() }
        do {
            return try JSONValue(parsing: String(buffer: body)).decoded()
        } catch {
            let names = RecoveryAction.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                .badRequest,
                "the body must be a JSON object with action (\(names)) or dryRun, or empty"
            )
        }
    }

    private static func document(_ incident: Incident) throws -> JSONValue {
        var document = try JSONValue(encoding: incident)
        document["what"] = .string(incident.symptom.words)
        return document
    }
}

extension RecoveryError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownIncident: Problem(.notFound, description)
        case .notAllowed, .inProgress, .nothingThere: Problem(.conflict, description)
        }
    }
}
