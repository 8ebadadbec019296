internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import OrderedJSON

/// Lets nobody past who has not shown who they are, but for the exact set of ``PublicRoutes``.
///
/// It stands at the root of the router, so a route that somebody adds is closed until it is named there.
struct AuthenticationMiddleware: RouterMiddleware {
    let accounts: AccountService
    let signIn: WebServerConfiguration.SignIn

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: @concurrent (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.principal = try await principal(of: request, context: context)
        let isPublic = try await PublicRoutes.contains(request.method, context.endpointPath) {
            try await accounts.isClaimed()
        }
        guard let principal = context.principal else {
            guard isPublic else { return try await refuse(request, context: context) }
            try OriginCheck.check(request)
            return try await next(request, context)
        }
        if principal.method != .apiKey { try OriginCheck.check(request) }
        if !isPublic { try Self.checkScope(of: principal, for: request, route: context.endpointPath) }
        return try await next(request, context)
    }

    private func principal(of request: Request, context: AppRequestContext) async throws -> Principal? {
        if let key = Self.apiKey(in: request) {
            // A wrong key is refused even where no key would do: the caller should learn of it.
            guard let principal = try await accounts.principal(apiKey: SecretToken(text: key)) else {
                throw Problem(.unauthorized, "the key in X-Api-Key is unknown: make one on the settings page")
            }
            return principal
        }
        if let cookie = SessionCookie.token(in: request),
            let principal = try await accounts.principal(session: cookie)
        {
            return principal
        }
        guard signIn == .automaticOnLoopback, Loopback.isLocal(request, peer: context.peer) else {
            return nil
        }
        return Principal(name: "demo", method: .loopback)
    }

    private static func apiKey(in request: Request) -> String? {
        if let key = request.headers.value(of: "X-Api-Key") { return key }
        // Programs that speak OpenAI's protocol can send a key in this way only.
        guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") else {
            return nil
        }
        return header.dropFirst("bearer ".count).trimmingPrefix { $0 == " " }.description
    }

    private static func checkScope(of principal: Principal, for request: Request, route: String?) throws {
        let needed: Scope =
            switch request.method {
            case .get, .head, .options: .read
            default: readingWrites.contains(route ?? "") ? .read : .act
            }
        guard principal.scopes.contains(needed) else {
            throw Problem(
                .forbidden,
                "the key \(principal.name) may not do this: it lacks the scope \(needed.rawValue)",
                members: ["scope": .string(needed.rawValue)]
            )
        }
    }

    /// Routes that take a body to look at and change nothing.
    private static let readingWrites: Set<String> = [
        "/api/v1/understand", "/api/v1/classify", "/v1/chat/completions", "/v1/completions",
        "/api/chat", "/api/generate",
    ]

    /// A browser is led to the page where it can log in; everybody else is told.
    private func refuse(_ request: Request, context: AppRequestContext) async throws -> Response {
        let wantsPage = request.method == .get && request.headers[.accept]?.contains("text/html") == true
        guard wantsPage, !request.uri.path.hasPrefix("/api/") else {
            var problem = Problem(.unauthorized, "log in on the page, or send a key in the header X-Api-Key")
            problem.headers[.wwwAuthenticate] = "ApiKey realm=\"AutoArr\""
            throw problem
        }
        let page = try await accounts.isClaimed() ? "login" : "claim"
        return Response(
            status: .seeOther,
            headers: [.location: RelativePath.from(request.uri.path, to: page)]
        )
    }
}
