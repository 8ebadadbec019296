internal import Accounts
internal import Activity
internal import HTTPTypes
internal import Hummingbird
internal import MediaDomain
internal import OrderedJSON

/// `POST /api/v1/claim`, `GET, POST, DELETE /api/v1/session` and `PUT /api/v1/account/password`.
struct SessionController: Controller {
    let accounts: AccountService
    let activity: ActivityLog
    /// The path that the cookie holds for: the URL base with a slash.
    let cookiePath: String

    func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.post("claim", use: claim)
        group.post("session", use: logIn)
        group.get("session") { _, context in
            Response.json([
                "name": .string(context.principal?.name ?? ""), "scopes": scopes(of: context.principal),
            ])
        }
        group.delete("session", use: logOut)
        group.put("account/password", use: changePassword)
    }

    private struct Claim: Decodable, Sendable {
        let code: String
        let name: String
        let password: String
    }

    private struct Credentials: Decodable, Sendable {
        let name: String
        let password: String
    }

    private struct PasswordChange: Decodable, Sendable {
        let current: String
        let new: String
    }

    @Sendable private func claim(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let claim = try await request.decode(as: Claim.self, context: context)
        let token = try await accounts.claim(
            code: claim.code,
            name: claim.name,
            password: claim.password,
            from: context.peer
        )
        try await record("account.claimed", "\(claim.name) claimed the house", from: context)
        return signedIn(claim.name, token, request, status: .created)
    }

    @Sendable private func logIn(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let credentials = try await request.decode(as: Credentials.self, context: context)
        do {
            let token = try await accounts.logIn(
                name: credentials.name,
                password: credentials.password,
                from: context.peer
            )
            try await record("session.started", "\(credentials.name) logged in", from: context)
            return signedIn(credentials.name, token, request, status: .ok)
        } catch AccountError.wrongCredentials {
            // The name that was typed may be a password by mistake, so it is not written down.
            try await record("session.refused", "a log-in was refused", level: .warning, from: context)
            throw AccountError.wrongCredentials
        }
    }

    @Sendable private func logOut(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        if let token = SessionCookie.token(in: request) { try await accounts.logOut(session: token) }
        var response = Response(status: .noContent)
        response.setCookie(SessionCookie.cleared(path: cookiePath, isSecure: SessionCookie.isSecure(request)))
        return response
    }

    @Sendable private func changePassword(_ request: Request, _ context: AppRequestContext) async throws
        -> Response
    {
        guard let principal = context.principal, principal.method == .session else {
            throw Problem(.forbidden, "a password can be changed by its owner only, logged in on the page")
        }
        let change = try await request.decode(as: PasswordChange.self, context: context)
        try await accounts.changePassword(
            of: principal.name,
            from: change.current,
            to: change.new,
            keeping: SessionCookie.token(in: request),
            address: context.peer
        )
        try await record("account.passwordChanged", "\(principal.name) set another password", from: context)
        return Response(status: .noContent)
    }

    private func signedIn(
        _ name: String,
        _ token: SecretToken,
        _ request: Request,
        status: HTTPResponse.Status
    ) -> Response {
        var response = Response.json(["name": .string(name)], status: status)
        response.setCookie(
            SessionCookie.carrying(token, path: cookiePath, isSecure: SessionCookie.isSecure(request))
        )
        return response
    }

    private func record(
        _ kind: String,
        _ summary: String,
        level: ActivityEvent.Level = .info,
        from context: AppRequestContext
    ) async throws {
        try await activity.record(
            kind,
            level: level,
            correlation: .random(),
            summary: summary,
            details: ["address": .string(context.peer)]
        )
    }

    private func scopes(of principal: Principal?) -> JSONValue {
        .array((principal?.scopes ?? []).map(\.rawValue).sorted().map(JSONValue.string))
    }
}
