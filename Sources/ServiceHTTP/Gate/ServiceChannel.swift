package import MediaDomain

/// The way to one service through the gate; what a client holds.
///
/// Only the gate makes one, so nothing can call a host that nobody configured.
package struct ServiceChannel: Sendable {
    /// The service.
    package let endpoint: ServiceEndpoint
    private let gate: ServiceGate

    init(endpoint: ServiceEndpoint, gate: ServiceGate) {
        self.endpoint = endpoint
        self.gate = gate
    }

    /// The instance.
    package var id: ServiceID { endpoint.id }

    /// Makes one call.
    ///
    /// - Throws: ``ServiceError``; a status outside 2xx is one.
    package func send(_ request: ServiceRequest) async throws(ServiceError) -> ServiceResponse {
        try await gate.send(request, to: endpoint)
    }

    /// An error about this service.
    package func error(_ reason: ServiceError.Reason, operation: String) -> ServiceError {
        CallDescription(endpoint: endpoint, operation: operation).error(reason)
    }

    /// Takes the service's secrets out of a text of its own.
    package func redacted(_ text: String) -> String {
        Redaction(secrets: endpoint.credential.secrets).cleaned(text)
    }
}
