internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Refuses writes that another site's page sends with our cookie.
///
/// Browsers say where a request comes from, in `Sec-Fetch-Site` or, over plain HTTP, in `Origin`; neither can be set by
/// a page. Programs that are no browsers send neither.
enum OriginCheck {
    /// Checks a request.
    ///
    /// - Throws: ``Problem`` with status 403 for a write from elsewhere.
    static func check(_ request: Request) throws {
        switch request.method {
        case .get, .head, .options: return
        default: break
        }
        if let site = request.headers.value(of: "Sec-Fetch-Site") {
            guard site == "same-origin" || site == "none" else { throw refusal }
            return
        }
        guard let origin = request.headers[.origin] else { return }
        guard let host = request.head.authority, let separator = origin.range(of: "://"),
            origin[separator.upperBound...].lowercased() == host.lowercased()
        else { throw refusal }
    }

    private static var refusal: Problem {
        Problem(
            .forbidden,
            "this write comes from another site's page; behind a proxy, have it pass the Host header on unchanged"
        )
    }
}
