package import Accounts
package import Foundation
package import Hummingbird
internal import NIOCore

/// What is known of a request beside the request itself.
package struct AppRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the socket's other end, without port; never what a header claims.
    package let peer: String
    /// Who asks; nil only on routes that are open to everybody.
    package var principal: Principal?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// The most that a body may hold, in bytes: 1 MiB.
    package var maxUploadSize: Int { 1 << 20 }

    package var responseEncoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return encoder
    }
}
