import Foundation
import OrderedJSON
import ServiceSimulators

/// A service that answers each path with what was recorded, to whoever has the key.
struct ReplayingService: SimulatedService {
    /// The replies by method and path; those of paths in `open` need no key.
    var replies: [String: JSONValue]
    /// Paths that need no key.
    var open: Set<String> = []
    /// The header that carries the key, and what stands around it.
    var header = "x-api-key"
    var prefix = ""
    var suffix = ""
    /// The answer to somebody without the key.
    var refusal = SimulatedReply.text("Unauthorized", status: 401)
    let seen = Seen()
    var kind: SimulatedServiceKind { .sonarr }
    var apiKey: String { "0123456789abcdef0123456789abcdef" }

    func respond(to request: SimulatedRequest) async -> SimulatedReply {
        let isKnown = request.headers[header] == prefix + apiKey + suffix
        guard isKnown || open.contains(request.path) else { return refusal }
        await seen.note(request)
        guard let reply = replies["\(request.method) \(request.path)"] else {
            return .text("Not found", status: 404)
        }
        return reply.isNull ? .empty(status: 204) : .json(reply)
    }

    func step() async {}

    /// The requests that were answered.
    actor Seen {
        private(set) var requests: [SimulatedRequest] = []
        func note(_ request: SimulatedRequest) { requests.append(request) }
    }
}
