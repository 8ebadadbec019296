internal import Accounts
internal import Activity
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import MediaDomain
internal import OrderedJSON

/// `GET, POST /api/v1/keys` and `DELETE /api/v1/keys/{id}`: programs' keys, for people only.
struct APIKeysController: Controller {
    let accounts: AccountService
    let activity: ActivityLog

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("keys") { _, context in
            _ = try person(in: context)
            return Page(items: try await accounts.apiKeys().map(Listed.init))
        }
        group.post("keys", use: make)
        group.delete("keys/{id}", use: revoke)
    }

    private struct Wanted: Decodable, Sendable {
        let name: String
        let scopes: Set<Scope>?
    }

    private struct Listed: Encodable, Sendable {
        let id: String
        let name: String
        let scopes: [Scope]
        let created: Date
        let lastUsed: Date?

        init(_ key: APIKey) {
            id = key.id
            name = key.name
            scopes = Scope.allCases.filter(key.scopes.contains)
            created = key.created
            lastUsed = key.lastUsed
        }
    }

    private struct Made: ResponseEncodable, Sendable {
        let key: Listed
        /// Shown this once.
        let secret: String
    }

    @Sendable private func make(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let person = try person(in: context)
        let wanted = try await request.decode(as: Wanted.self, context: context)
        let made = try await accounts.makeAPIKey(name: wanted.name, scopes: wanted.scopes ?? [.read])
        try await activity.record(
            "key.made",
            correlation: .random(),
            summary: "\(person.name) made the key \(made.key.name)",
            details: ["id": .string(made.key.id)]
        )
        var response = try Made(key: Listed(made.key), secret: made.secret.text)
            .response(from: request, context: context)
        response.status = .created
        return response
    }

    @Sendable private func revoke(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let person = try person(in: context)
        let id = try context.parameters.require("id")
        try await accounts.revokeAPIKey(id: id)
        try await activity.record(
            "key.revoked",
            correlation: .random(),
            summary: "\(person.name) took a key back",
            details: ["id": .string(id)]
        )
        return Response(status: .noContent)
    }

    private func person(in context: AppRequestContext) throws -> Principal {
        guard let principal = context.principal, principal.isPerson else {
            throw Problem(.forbidden, "keys are managed by people, logged in on the page")
        }
        return principal
    }
}

extension AccountError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .alreadyClaimed: Problem(.conflict, description)
        case .wrongClaimCode: Problem(.forbidden, description, members: ["field": "code"])
        case .wrongCredentials: Problem(.unauthorized, description)
        case .tooManyAttempts(let seconds): Self.retry(.tooManyRequests, description, after: seconds)
        case .unsuitablePassword: Problem(.unprocessableContent, description, members: ["field": "password"])
        case .unsuitableName: Problem(.unprocessableContent, description, members: ["field": "name"])
        case .unknownKey: Problem(.notFound, description)
        case .notClaimed, .unreadablePassword: Problem(.conflict, description)
        case .busy: Self.retry(.serviceUnavailable, description, after: 3)
        }
    }

    private static func retry(_ status: HTTPResponse.Status, _ detail: String, after seconds: Int) -> Problem
    {
        var problem = Problem(status, detail, members: ["retryAfter": .number(seconds)])
        problem.headers[.retryAfter] = String(seconds)
        return problem
    }
}
