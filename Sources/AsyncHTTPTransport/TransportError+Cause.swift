internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import ServiceHTTP

extension TransportError {
    /// What an error of the libraries below means.
    init(cause: any Error) {
        switch cause {
        case let error as TransportError: self = error
        case is CancellationError: self = .cancelled
        case let error as HTTPClientError: self = Self.reading(error)
        case let error as NIOConnectionError: self = Self.reading(error)
        case let error as IOError: self = Self.reading(error)
        case let error as ChannelError:
            self = error == .eof || error == .ioOnClosedChannel ? .cutOff : Self.reading(error)
        case let error as HTTPParserError: self = error == .invalidEOFState ? .cutOff : .notHTTP("\(error)")
        default: self = Self.named("\(type(of: cause))", "\(cause)")
        }
    }

    private static func reading(_ error: ChannelError) -> TransportError {
        if case .connectTimeout = error { return .connectTimedOut }
        return .unreachable("\(error)")
    }

    private static func reading(_ error: HTTPClientError) -> TransportError {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .deadlineExceeded, .readTimeout: .connectTimedOut
        case .tlsHandshakeTimeout: .certificate("no answer to the opening of a secure connection")
        case .remoteConnectionClosed, .uncleanShutdown: .cutOff
        case .cancelled, .requestStreamCancelled, .alreadyShutdown: .cancelled
        default: .notHTTP(error.shortDescription)
        }
    }

    private static func reading(_ error: NIOConnectionError) -> TransportError {
        let causes = error.connectionErrors.map { TransportError(cause: $0.error) }
        if causes.contains(.refused) { return .refused }
        if let first = causes.first { return first }
        return .unreachable("its name \(error.host) is not known")
    }

    private static func reading(_ error: IOError) -> TransportError {
        switch error.errnoCode {
        case 111: .refused  // ECONNREFUSED on Linux
        case 61: .refused  // and on macOS
        case 104, 54, 32: .cutOff  // ECONNRESET, EPIPE
        case 110, 60: .connectTimedOut
        case 113, 65: .unreachable("there is no way to the machine")
        case 101, 51: .unreachable("there is no way to its network")
        default: .unreachable("error \(error.errnoCode) of the network")
        }
    }

    /// Errors of libraries that we do not import, by the names of their types.
    private static func named(_ type: String, _ text: String) -> TransportError {
        if type.contains("SSL") || text.contains("SSL") || text.contains("CERTIFICATE") {
            return .certificate(certificateFault(text))
        }
        if type.contains("SocketAddressError") || text.lowercased().contains("resolv") {
            return .unreachable("its name is not known")
        }
        if type.contains("Decompression") { return .notHTTP("a body that cannot be unpacked") }
        return .unreachable(String(text.prefix(120)))
    }

    private static func certificateFault(_ text: String) -> String {
        if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
            return "it speaks http, not https"
        }
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return "the certificate is signed by nobody we know" }
        if text.lowercased().contains("hostname") { return "the certificate is for another name" }
        return String(text.prefix(120))
    }
}
