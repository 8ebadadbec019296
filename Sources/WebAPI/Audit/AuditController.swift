internal import Activity
package import ConfigurationAudit
internal import Foundation
package import Hummingbird
internal import OrderedJSON

/// `GET, POST /api/v1/audit` and `/api/v1/findings/{id}/preview`, `/apply`, `/dismiss`.
package struct AuditController: Controller {
    private let audit: AuditService

    /// The routes of an analysis.
    package init(audit: AuditService) { self.audit = audit }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("audit") { _, _ in Response.json(try await Self.document(audit.last())) }
        group.post("audit") { _, _ in Response.json(try await Self.document(audit.run())) }
        group.get("audit/runs") { request, _ in
            let runs = try await audit.runs(limit: try request.limit())
            return Response.json(
                [
                    "items": .array(
                        runs.map { run in
                            [
                                "id": .number(Int(run.id)), "time": .string(run.time.ISO8601Format()),
                                "score": .number(run.score), "findings": .number(run.findings.count),
                            ]
                        }
                    )
                ]
            )
        }
        group.get("findings/{id}/preview", use: preview)
        group.post("findings/{id}/preview", use: preview)
        group.post("findings/{id}/apply") { request, context in
            let wish = try await Self.wish(request, context)
            let id = try context.parameters.require("id")
            return Response.json(
                try JSONValue(encoding: try await audit.apply(id, dryRun: wish.dryRun ?? false))
            )
        }
        group.post("findings/{id}/dismiss") { request, context in
            let wish = try await Self.wish(request, context)
            let id = try context.parameters.require("id")
            try await audit.setAccepted(wish.accepted ?? true, finding: id)
            return Response.json(["id": .string(id), "accepted": .bool(wish.accepted ?? true)])
        }
    }

    /// What may stand in the body; there may be none at all.
    private struct Wish: Decodable, Sendable {
        var dryRun: Bool?
        var accepted: Bool?
    }

    private static func wish(_ request: Request, _ context: AppRequestContext) async throws -> Wish {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        guard body.readableBytes > 0 else { return Wish() }
        do {
            return try JSONValue(parsing: String(buffer: body)).decoded()
        } catch {
            throw Problem(.badRequest, "the body must be a JSON object with dryRun or accepted, or empty")
        }
    }

    @Sendable private func preview(_ request: Request, _ context: AppRequestContext) async throws -> Response
    {
        let shown = try await audit.preview(try context.parameters.require("id"))
        var document = try JSONValue(encoding: shown)
        document["isStale"] = .bool(shown.isStale)
        document["lines"] = .array(
            shown.lines.map { ["setting": .string($0.setting), "before": $0.before, "after": $0.after] }
        )
        return Response.json(document)
    }

    /// A run as a document; before the first one everything is empty.
    private static func document(_ run: AuditRun?) throws -> JSONValue {
        guard let run else { return ["time": nil, "score": nil, "findings": [], "services": []] }
        var document = try JSONValue(encoding: run)
        document["rules"] = .number(AuditRun.ruleCount)
        return document
    }
}

extension AuditError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownFinding: Problem(.notFound, description)
        case .nothingToApply: Problem(.unprocessableContent, description)
        case .changedSince, .serviceGone, .inProgress: Problem(.conflict, description)
        }
    }
}
