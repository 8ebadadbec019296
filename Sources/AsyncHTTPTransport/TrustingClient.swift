internal import AsyncHTTPClient
internal import NIOSSL
internal import ServiceHTTP

/// The client for a call: the shared one, or one of its own where the house trusts another authority.
struct TrustingClient: Sendable {
    let client: HTTPClient
    private let isOwn: Bool

    /// - Throws: ``TransportError/certificate(_:)`` where the authority is no PEM text.
    init(shared: HTTPClient, trust: CertificateTrust) throws(TransportError) {
        var tls = TLSConfiguration.makeClientConfiguration()
        switch trust {
        case .system:
            client = shared
            isOwn = false
            return
        case .authority(let pem):
            guard let certificates = try? NIOSSLCertificate.fromPEMBytes(Array(pem.utf8)),
                !certificates.isEmpty
            else {
                throw .certificate("the authority that was given is no PEM certificate")
            }
            tls.additionalTrustRoots = [.certificates(certificates)]
        case .pinned:
            throw .certificate(
                "a pinned certificate cannot be checked by this transport; give its authority instead"
            )
        }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        isOwn = true
    }

    func end() async { if isOwn { try? await client.shutdown() } }
}
