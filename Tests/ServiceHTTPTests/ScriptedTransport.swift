internal import ServiceHTTP
internal import Synchronization

/// A transport that gives answers from a list, the last one again and again, and remembers what was sent.
final class ScriptedTransport: HTTPTransport {
    enum Answer: Sendable {
        case reply(HTTPResponse)
        case failure(TransportError)
        case never
    }

    private let state: Mutex<(answers: [Answer], sent: [HTTPRequest])>

    init(_ answers: [Answer]) { state = Mutex((answers, [])) }

    /// What was sent, in order.
    var sent: [HTTPRequest] { state.withLock { $0.sent } }

    func send(
        _ request: HTTPRequest,
        trust: CertificateTrust,
        limit: Int
    ) async throws(TransportError) -> HTTPResponse {
        let answer = state.withLock { state in
            state.sent.append(request)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers.first ?? .never
        }
        switch answer {
        case .reply(let reply): return reply
        case .failure(let error): throw error
        case .never:
            do { try await Task.sleep(for: .seconds(3600)) } catch { throw .cancelled }
            throw .cancelled
        }
    }
}

extension ScriptedTransport.Answer {
    static func status(_ status: Int, _ headers: HTTPHeaders = [:], _ body: String = "{}") -> Self {
        .reply(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }
}
