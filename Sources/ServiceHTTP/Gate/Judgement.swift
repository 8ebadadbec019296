internal import OrderedJSON

/// What an attempt came to: a response, or an error, whether to send again, and what it says about the service.
struct Judgement {
    enum Health: Hashable {
        case well, ill, unknown
    }

    private(set) var response: ServiceResponse?
    private(set) var error: ServiceError?
    private(set) var retry: RetryPolicy.Failure?
    private(set) var health: Health

    init(_ outcome: Attempt.Outcome, request: ServiceRequest, call: CallDescription) {
        switch outcome {
        case .timedOut:
            error = call.error(.timedOut(after: request.allowance.time))
            health = .ill
        case .failed(let failure):
            (health, retry) = Self.consequences(of: failure)
            error = call.error(Self.reason(of: failure, request))
        case .reply(let reply):
            health = [502, 503, 504].contains(reply.status) ? .ill : .well
            if (200...299).contains(reply.status) || request.alsoAccepted.contains(reply.status) {
                response = ServiceResponse(
                    status: reply.status,
                    headers: reply.headers,
                    body: reply.body,
                    call: call
                )
            } else {
                error = call.error(StatusReading(reply, endpoint: call.endpoint).reason)
                retry = Self.retry(of: reply)
            }
        }
    }

    private static func consequences(of failure: TransportError) -> (Health, RetryPolicy.Failure?) {
        switch failure {
        case .refused, .unreachable, .connectTimedOut: (.ill, .notSent)
        case .cutOff: (.ill, .unsure)
        case .certificate, .notHTTP: (.ill, nil)
        case .bodyTooLarge, .addressNotAllowed, .cancelled: (.unknown, nil)
        }
    }

    private static func reason(of failure: TransportError, _ request: ServiceRequest) -> ServiceError.Reason {
        switch failure {
        case .refused: .refused
        case .unreachable(let detail): .unreachable(detail)
        case .connectTimedOut: .timedOut(after: request.allowance.time)
        case .certificate(let detail): .certificate(detail)
        case .cutOff: .cutOff
        case .bodyTooLarge(let limit): .replyTooLarge(limit: limit)
        case .notHTTP: .notThisApplication(title: nil)
        case .addressNotAllowed(let why): .hostNotAllowed(why)
        case .cancelled: .cancelled
        }
    }

    private static func retry(of reply: HTTPResponse) -> RetryPolicy.Failure? {
        switch reply.status {
        case 429, 503: .turnedAway(retryAfter: RetryPolicy.retryAfter(reply.headers))
        case 500, 502, 504: .unsure
        default: nil
        }
    }
}
