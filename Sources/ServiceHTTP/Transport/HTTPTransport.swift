/// What carries a request to another machine and its reply back: no retries, no redirects followed, no judgement.
///
/// Two conform: AsyncHTTPClient's, and scripted ones in tests. A transport ends at once when its task is cancelled;
/// time-outs are the caller's.
package protocol HTTPTransport: Sendable {
    /// Sends one request and collects the reply.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - trust: Whose certificates count.
    ///   - limit: The most bytes of body to take in.
    /// - Returns: The reply, whatever its status.
    /// - Throws: ``TransportError``; `bodyTooLarge` as soon as the limit is passed, without reading on.
    func send(
        _ request: HTTPRequest,
        trust: CertificateTrust,
        limit: Int
    ) async throws(TransportError) -> HTTPResponse
}

/// A transport that can hand over a body while it comes in, for downloads that do not fit in memory.
package protocol StreamingTransport: Sendable {
    /// Sends one request and returns when the head of the reply is there.
    ///
    /// - Throws: ``TransportError``.
    func open(_ request: HTTPRequest) async throws(TransportError) -> HTTPDownload
}

/// The head of a reply, and its body as it comes in.
package struct HTTPDownload: Sendable {
    /// The status, 100...599.
    package let status: Int
    /// The header fields.
    package let headers: HTTPHeaders
    /// The body in pieces of whatever size came; iterate once; it throws ``TransportError``.
    package let body: AsyncThrowingStream<[UInt8], any Error>

    /// A reply whose body follows.
    package init(status: Int, headers: HTTPHeaders, body: AsyncThrowingStream<[UInt8], any Error>) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Why no whole reply came.
package enum TransportError: Error, Sendable, Hashable {
    /// The machine answers, the port does not.
    case refused
    /// The name is not known, or there is no way to the machine.
    case unreachable(String)
    /// The secure connection could not be made.
    case certificate(String)
    /// The connection was not made in the transport's own time.
    case connectTimedOut
    /// The connection ended before the reply did.
    case cutOff
    /// The body is longer than the limit.
    case bodyTooLarge(limit: Int)
    /// What came is not HTTP.
    case notHTTP(String)
    /// The host's name leads to an address that is never called.
    case addressNotAllowed(String)
    /// The task was cancelled.
    case cancelled
}

/// Whose certificates count on a secure connection.
package enum CertificateTrust: Sendable, Hashable {
    /// The system's authorities.
    case system
    /// These authorities, as PEM text, beside the system's.
    case authority(pem: String)
    /// The one certificate with this SHA-256 fingerprint, 64 lower-case hexadecimal digits.
    case pinned(sha256: String)
}
