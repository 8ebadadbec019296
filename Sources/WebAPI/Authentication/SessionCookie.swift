internal import Accounts
internal import HTTPTypes
internal import Hummingbird

/// The cookie that carries a session.
enum SessionCookie {
    private static let name = "autoarr_session"

    /// The token that a request carries.
    static func token(in request: Request) -> SecretToken? {
        request.cookies[name].map { SecretToken(text: $0.value) }
    }

    /// The cookie that begins a session.
    static func carrying(_ token: SecretToken, path: String, isSecure: Bool) -> Cookie {
        Cookie(
            name: name,
            value: token.text,
            maxAge: 30 * 24 * 3600,
            path: path,
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }

    /// The cookie that ends it.
    static func cleared(path: String, isSecure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: path, secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// Whether the browser reached us over HTTPS, as a proxy or the page's own origin tells.
    ///
    /// Both headers only ever make the cookie stricter, so anybody may send them.
    static func isSecure(_ request: Request) -> Bool {
        request.headers.value(of: "X-Forwarded-Proto")?.lowercased() == "https"
            || request.headers[.origin]?.lowercased().hasPrefix("https://") == true
    }
}
