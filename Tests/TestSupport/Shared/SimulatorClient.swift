package import OrderedJSON
package import ServiceSimulators

extension SimulatedService {
    /// Asks the service directly, with its key, and reads the reply as JSON.
    ///
    /// - Throws: Where the reply is not JSON.
    @discardableResult
    package func ask(
        _ method: String,
        _ path: String,
        _ query: [(name: String, value: String)] = [],
        body: JSONValue? = nil,
        check: ExchangeCheck? = nil
    ) async throws -> (status: Int, json: JSONValue) {
        let request = SimulatedRequest(
            method,
            path,
            query: query,
            headers: ["x-api-key": apiKey],
            body: body.map { Array($0.text().utf8) } ?? []
        )
        let reply = await respond(to: request)
        check?.observer(Exchange(kind: kind, request: request, reply: reply))
        return (reply.status, reply.body.isEmpty ? nil : try JSONValue(parsing: reply.body))
    }
}
