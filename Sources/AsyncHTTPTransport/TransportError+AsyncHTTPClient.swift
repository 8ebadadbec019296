internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import ServiceHTTP

extension TransportError {
    /// What an error of the library, or of NIO below it, means.
    init(_ error: any Error) {
        switch error {
        case let error as TransportError: self = error
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError: self = Self.meaning(of: error)
        case let error as IOError where error.errnoCode == ECONNREFUSED: self = .refused
        case let error as IOError where [ECONNRESET, EPIPE].contains(error.errnoCode): self = .cutOff
        case let error as NIOConnectionError: self = Self.meaning(of: error)
        case let error as NIOSSLError: self = .certificate("\(error)")
        case is NIOSSLExtraError: self = .certificate("\(error)")
        case is ChannelError: self = .cutOff
        // The connection ended where more of the body was announced.
        case HTTPParserError.invalidEOFState: self = .cutOff
        default:
            self =
                String(describing: type(of: error)).contains("HTTPParser")
                ? .notHTTP("\(error)") : .unreachable("\(error)")
        }
    }

    private static func meaning(of error: HTTPClientError) -> TransportError {
        switch error {
        case .cancelled: .cancelled
        case .connectTimeout: .connectTimedOut
        case .remoteConnectionClosed, .readTimeout, .writeTimeout: .cutOff
        case .deadlineExceeded: .connectTimedOut
        default: .unreachable(error.shortDescription)
        }
    }

    private static func meaning(of error: NIOConnectionError) -> TransportError {
        let codes = error.connectionErrors.compactMap { ($0.error as? IOError)?.errnoCode }
        if codes.contains(ECONNREFUSED) { return .refused }
        if error.connectionErrors.contains(where: { $0.error is ChannelError }) { return .connectTimedOut }
        let isUnknown = error.dnsAError != nil || error.dnsAAAAError != nil
        return .unreachable(
            isUnknown ? "the name \(error.host) is not known" : "there is no way to \(error.host)"
        )
    }
}
