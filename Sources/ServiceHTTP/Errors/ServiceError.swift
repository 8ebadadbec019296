package import MediaDomain

/// Why a call to a service gave no result.
///
/// It carries evidence, never a secret: no key, no URL with a query, no request body.
package struct ServiceError: Error, Sendable, Hashable {
    /// The instance.
    package let service: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// Where it was called.
    package let address: ServiceAddress
    /// What the call was for: `read the queue`.
    package let operation: String
    /// What happened.
    package let reason: Reason

    /// An error.
    package init(
        service: ServiceID,
        kind: ServiceKind,
        address: ServiceAddress,
        operation: String,
        reason: Reason
    ) {
        self.service = service
        self.kind = kind
        self.address = address
        self.operation = operation
        self.reason = reason
    }

    /// What happened to a call.
    package enum Reason: Sendable, Hashable {
        /// The name is unknown or there is no way to the machine.
        case unreachable(String)
        /// The machine answers, the port does not.
        case refused
        /// No whole answer within the time.
        case timedOut(after: Duration)
        /// The secure connection could not be made.
        case certificate(String)
        /// 401 or 403.
        case wrongKey(status: Int)
        /// The service does not take calls under this host name or from this address, key or not.
        case accessDenied(String)
        /// The service has banned our address for a while.
        case banned
        /// A page of HTML, or another application's answer.
        case notThisApplication(title: String?)
        /// The service sends us elsewhere; redirects are not followed.
        case redirected(to: String)
        /// There is nothing at this path, or of this id.
        case notFound(String)
        /// A status outside 2xx that has no case of its own; the message is the service's, redacted.
        case wrongStatus(Int, message: String)
        /// The service said no in its own way; the message is its own, redacted.
        case rejected(String)
        /// 429, and it stayed so.
        case tooManyRequests(retryAfter: Duration?)
        /// Something else than what was due, at this place of the reply.
        case badReply(place: String, problem: String)
        /// More bytes than the call allows.
        case replyTooLarge(limit: Int)
        /// The connection ended in the middle of the reply.
        case cutOff
        /// Too many failures in a row; not called again before this much time has passed.
        case circuitOpen(retryAfter: Duration)
        /// A write that the dry run kept in.
        case dryRun(String)
        /// A host that is never called.
        case hostNotAllowed(String)
        /// The key cannot stand in a header: empty, or with a line break inside.
        case unusableKey
        /// The application is older than what we need.
        case tooOld(found: String, needed: String)
        /// The task was cancelled.
        case cancelled
    }

    /// The reason's name, from a closed list: for labels and for programs.
    package var code: String {
        switch reason {
        case .unreachable: "unreachable"
        case .refused: "refused"
        case .timedOut: "timed-out"
        case .certificate: "certificate"
        case .wrongKey: "wrong-key"
        case .accessDenied: "access-denied"
        case .banned: "banned"
        case .notThisApplication: "not-this-application"
        case .redirected: "redirected"
        case .notFound: "not-found"
        case .wrongStatus: "wrong-status"
        case .rejected: "rejected"
        case .tooManyRequests: "too-many-requests"
        case .badReply: "bad-reply"
        case .replyTooLarge: "reply-too-large"
        case .cutOff: "cut-off"
        case .circuitOpen: "circuit-open"
        case .dryRun: "dry-run"
        case .hostNotAllowed: "host-not-allowed"
        case .unusableKey: "unusable-key"
        case .tooOld: "too-old"
        case .cancelled: "cancelled"
        }
    }

    /// Whether the service may well answer the same call a little later.
    package var isTransient: Bool {
        switch reason {
        case .unreachable, .refused, .timedOut, .tooManyRequests, .cutOff, .circuitOpen: true
        case .wrongStatus(let status, _): [500, 502, 503, 504].contains(status)
        default: false
        }
    }
}
