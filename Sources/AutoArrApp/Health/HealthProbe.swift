internal import AsyncHTTPTransport
internal import ServiceHTTP

/// Asks the server on this machine whether it answers.
package enum HealthProbe {
    /// What came of it.
    package struct Report: Sendable, Hashable {
        /// Whether the server answered that it is well.
        package let isHealthy: Bool
        /// What was asked and what came back, for people.
        package let sentence: String
    }

    /// Asks `GET /health` on the configured port, for at most four seconds.
    package static func ask(_ configuration: Configuration) async -> Report {
        let any = ["0.0.0.0": "127.0.0.1", "::": "[::1]"]
        let host = any[configuration.bind] ?? configuration.bind
        let url = "http://\(host):\(configuration.port)\(configuration.urlBase)/health"
        let transport = AsyncHTTPTransport()
        let report = await withTaskGroup(of: Report.self) { group in
            group.addTask { await answer(of: url, transport) }
            group.addTask {
                try? await Task.sleep(for: .seconds(4))
                return Report(isHealthy: false, sentence: "\(url) did not answer within 4 s")
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? Report(isHealthy: false, sentence: "\(url) was not asked")
        }
        try? await transport.shutdown()
        return report
    }

    private static func answer(of url: String, _ transport: AsyncHTTPTransport) async -> Report {
        do {
            let reply = try await transport.send(HTTPRequest(url: url), trust: .system, limit: 65536)
            return Report(isHealthy: reply.status == 200, sentence: "\(url) answered \(reply.status)")
        } catch {
            return Report(isHealthy: false, sentence: "\(url) does not answer: \(error)")
        }
    }
}
