internal import HTTPTypes
internal import Hummingbird

/// Tells browsers how little our pages need.
struct SecurityHeadersMiddleware: RouterMiddleware {
    /// Scripts, styles and connections from here only, none of them inline; nobody may frame us.
    private static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: @concurrent (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers.set("X-Frame-Options", to: "DENY")
        // Not `no-referrer`: with that, browsers send `Origin: null` from forms, and the origin check would refuse us.
        response.headers.set("Referrer-Policy", to: "same-origin")
        response.headers.set("Cross-Origin-Opener-Policy", to: "same-origin")
        response.headers.set("Cross-Origin-Resource-Policy", to: "same-origin")
        response.headers.set("Permissions-Policy", to: "camera=(), geolocation=(), microphone=()")
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
