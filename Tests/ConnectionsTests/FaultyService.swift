internal import ServiceSimulators

/// A service that answers every call in one way.
struct FaultyService: SimulatedService {
    let reply: SimulatedReply
    var kind: SimulatedServiceKind { .sonarr }
    var apiKey: String { "" }
    func respond(to request: SimulatedRequest) async -> SimulatedReply { reply }
    func step() async {}
}

/// What an answer can be like.
enum Fault: String, Sendable, CaseIterable {
    case unauthorized, tooManyRequests, serverError, html, brokenJSON, wrongJSON, huge, deep, cut, hang, slow,
        redirect

    var reply: SimulatedReply {
        switch self {
        case .unauthorized:
            SimulatedReply(status: 401, contentType: "text/plain", body: Array("Unauthorized".utf8))
        case .tooManyRequests:
            SimulatedReply(status: 429, contentType: "text/plain", headers: ["Retry-After": "3600"], body: [])
        case .serverError:
            SimulatedReply(status: 500, contentType: "application/json", body: Array("{}".utf8))
        case .html:
            SimulatedReply(
                contentType: "text/html",
                body: Array("<!doctype html><html><title>Login</title></html>".utf8)
            )
        case .brokenJSON: SimulatedReply(contentType: "application/json", body: Array(#"{"a": [1, <"#.utf8))
        case .wrongJSON: SimulatedReply(contentType: "application/json", body: Array(#""unexpected""#.utf8))
        case .huge:
            SimulatedReply(
                contentType: "application/json",
                body: [UInt8](repeating: UInt8(ascii: " "), count: 80 << 20)
            )
        case .deep:
            SimulatedReply(
                contentType: "application/json",
                body: [UInt8](repeating: UInt8(ascii: "["), count: 10_000)
                    + [UInt8](repeating: UInt8(ascii: "]"), count: 10_000)
            )
        case .redirect:
            SimulatedReply(status: 307, contentType: "text/plain", headers: ["Location": "/login"], body: [])
        case .cut, .hang, .slow:
            SimulatedReply(contentType: "application/json", body: Array(#"{"records": []}"#.utf8))
        }
    }

    var transport: TransportFault? {
        switch self {
        case .cut: .cut
        case .hang: .hang
        case .slow: .slow(.seconds(30))
        default: nil
        }
    }

    /// The codes of the errors that it may come to.
    var codes: Set<String> {
        switch self {
        case .unauthorized: ["wrong-key"]
        case .tooManyRequests: ["too-many-requests"]
        case .serverError: ["wrong-status"]
        case .html: ["not-this-application", "bad-reply", "wrong-key"]
        case .brokenJSON, .deep: ["bad-reply", "wrong-key"]
        case .wrongJSON: ["bad-reply", "wrong-key", "not-this-application"]
        case .huge: ["reply-too-large"]
        case .cut: ["cut-off"]
        case .hang, .slow: ["timed-out"]
        case .redirect: ["redirected"]
        }
    }
}
