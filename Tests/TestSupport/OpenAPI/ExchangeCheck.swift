package import ServiceSimulators
internal import Synchronization

/// Holds every exchange with a simulator against the application's official document.
package final class ExchangeCheck: Sendable {
    private struct Record {
        var faults: [String] = []
        var operations: Set<String> = []
    }
    private let documents: [SimulatedServiceKind: OpenAPIDocument]
    private let record = Mutex(Record())

    /// A check with the documents of the shared folder.
    ///
    /// - Throws: Where the folder is not there; see ``SharedFolder``.
    package init() throws {
        documents = [
            .sonarr: try OpenAPIDocument(try SharedFolder.bytes("contracts/sonarr-v3.openapi.json")),
            .radarr: try OpenAPIDocument(try SharedFolder.bytes("contracts/radarr-v3.openapi.json")),
            .prowlarr: try OpenAPIDocument(try SharedFolder.bytes("contracts/prowlarr-v1.openapi.json")),
        ]
    }

    /// Give this to a simulator as its observer.
    package var observer: @Sendable (Exchange) -> Void {
        { [self] in note($0) }
    }

    /// All that did not fit, each with its method and path.
    package var faults: [String] { record.withLock { $0.faults } }

    /// The operations that were asked and described: `GET /api/v3/movie`.
    package var operations: Set<String> { record.withLock { $0.operations } }

    private func note(_ exchange: Exchange) {
        guard let document = documents[exchange.kind], (200..<300).contains(exchange.reply.status) else {
            return
        }
        let what = "\(exchange.kind.rawValue): \(exchange.request.method) \(exchange.request.path)"
        guard let operation = document.operation(exchange.request.method, exchange.request.path) else {
            if exchange.request.path.hasPrefix("/api/") {
                record.withLock { $0.faults.append("\(what) is not in the document") }
            }
            return
        }
        var faults =
            exchange.reply.body.isEmpty ? [] : document.faults(ofReply: exchange.reply.body, to: operation)
        if ["POST", "PUT"].contains(exchange.request.method), !exchange.request.body.isEmpty {
            faults += document.faults(ofRequest: exchange.request.body, to: operation).map {
                "request: \($0)"
            }
        }
        record.withLock {
            $0.operations.insert("\(exchange.request.method) \(operation.template)")
            $0.faults += faults.map { "\(what): \($0)" }
        }
    }
}
