internal import OrderedJSON

/// What can go wrong between a service and whoever asks it.
public enum TransportFault: Sendable, Hashable {
    /// The answer comes, after this time.
    case slow(Duration)
    /// The request is taken and never answered.
    case hang
    /// The answer is announced whole and ends in the middle.
    case cut
    /// 401, as for a wrong key.
    case unauthorized
    /// 429 with `Retry-After` in seconds.
    case tooManyRequests(retryAfter: Int)
    /// 500 with a text.
    case serverError
    /// 503, as a proxy answers for a service that is down.
    case unavailable
    /// 200 and a log-in page where JSON was due.
    case html
    /// 200 and a text that is not JSON, though it says so.
    case brokenJSON
    /// 200 and JSON of another shape: a string.
    case wrongJSON
    /// 307 to the log-in page, as for a missing URL base.
    case redirect

    /// One of each kind, with small figures.
    public static let all: [TransportFault] = [
        .slow(.milliseconds(50)), .hang, .cut, .unauthorized, .tooManyRequests(retryAfter: 1), .serverError,
        .unavailable, .html, .brokenJSON, .wrongJSON, .redirect,
    ]

    /// What the fault makes of a good reply; nil where the fault is not in the text (``slow(_:)``, ``hang``, ``cut``).
    func spoiled(_ reply: SimulatedReply) -> SimulatedReply? {
        switch self {
        case .slow, .hang, .cut: nil
        case .unauthorized: .json(["error": "Unauthorized"], status: 401)
        case .tooManyRequests(let seconds):
            SimulatedReply(
                status: 429,
                contentType: "text/plain",
                headers: ["Retry-After": String(seconds)],
                body: Array("Too Many Requests".utf8)
            )
        case .serverError: .json(["message": "database is locked"], status: 500)
        case .unavailable:
            .text("<html><body>503 Service Unavailable</body></html>", status: 503, type: "text/html")
        case .html:
            .text("<!doctype html><html><title>Login</title></html>", type: "text/html; charset=utf-8")
        case .brokenJSON:
            SimulatedReply(
                contentType: "application/json; charset=utf-8",
                body: reply.body.prefix(reply.body.count / 2) + Array("<".utf8)
            )
        case .wrongJSON: .json("unexpected")
        case .redirect:
            SimulatedReply(status: 307, contentType: "text/plain", headers: ["Location": "/login"], body: [])
        }
    }
}
