/// One attempt at a call: the transport against the clock.
enum Attempt {
    enum Outcome: Sendable {
        case reply(HTTPResponse)
        case failed(TransportError)
        case timedOut
    }

    static func make(
        _ wire: HTTPRequest,
        _ request: ServiceRequest,
        _ endpoint: ServiceEndpoint,
        _ transport: any HTTPTransport,
        within limit: Duration,
        time: GateTime
    ) async -> Outcome {
        guard limit > .zero else { return .timedOut }
        return await withTaskGroup(of: Outcome.self) { group in
            group.addTask {
                do throws(TransportError) {
                    return .reply(
                        try await transport.send(wire, trust: endpoint.trust, limit: request.allowance.reply)
                    )
                } catch {
                    return .failed(error)
                }
            }
            group.addTask {
                do {
                    try await time.sleep(limit)
                    return .timedOut
                } catch {
                    return .failed(.cancelled)
                }
            }
            let first = await group.next() ?? .failed(.cancelled)
            group.cancelAll()
            return first
        }
    }
}
