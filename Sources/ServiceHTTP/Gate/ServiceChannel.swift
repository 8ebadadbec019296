package import MediaDomain

/// The way to one service through the gate; what a client holds.
///
/// Only the gate makes one, so nothing can call a host that nobody configured.
package struct ServiceChannel: Sendable {
    /// The service.
    package let endpoint: ServiceEndpoint
    /// What the service gave us for the time being; the same for all ways to one endpoint.
    package let session: ServiceSession
    private let gate: ServiceGate
    private let trial: Trial?

    /// The time that all calls of a trial have together.
    private struct Trial {
        let whole: Duration
        let end: ContinuousClock.Instant
    }

    /// A way through the gate; for a trial, all calls together have this time.
    init(
        endpoint: ServiceEndpoint,
        gate: ServiceGate,
        session: ServiceSession,
        trialFor time: Duration? = nil
    ) {
        self.endpoint = endpoint
        self.gate = gate
        self.session = session
        trial = time.map { Trial(whole: $0, end: .now + $0) }
    }

    /// The instance.
    package var id: ServiceID { endpoint.id }

    /// Makes one call.
    ///
    /// - Throws: ``ServiceError``; a status outside 2xx is one.
    package func send(_ request: ServiceRequest) async throws(ServiceError) -> ServiceResponse {
        guard let trial else { return try await gate.send(request, to: endpoint) }
        let left = trial.end - .now
        guard left > .zero else {
            throw error(.timedOut(after: trial.whole), operation: request.operation)
        }
        var request = request
        request.allowance = ServiceRequest.Allowance(
            time: min(left, request.allowance.time),
            reply: min(request.allowance.reply, 4 << 20),
            countsAgainstCircuit: false
        )
        do {
            return try await gate.send(request, to: endpoint)
        } catch {
            guard case .timedOut = error.reason else { throw error }
            throw self.error(.timedOut(after: trial.whole), operation: error.operation)
        }
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
