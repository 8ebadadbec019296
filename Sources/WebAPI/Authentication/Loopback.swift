internal import HTTPTypes
internal import Hummingbird

/// Tells a person at this machine from everybody else.
enum Loopback {
    /// Whether a request was made on this machine, by a caller that also knows it as such.
    ///
    /// The socket's address alone is not enough: a proxy's requests come from loopback too, and a page of another site
    /// can point its own name at 127.0.0.1.
    static func isLocal(_ request: Request, peer: String) -> Bool {
        guard isLoopback(address: peer) else { return false }
        let forwarded = ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded"]
        guard forwarded.allSatisfy({ request.headers.value(of: $0) == nil }) else { return false }
        guard let authority = request.head.authority?.lowercased() else { return false }
        let host =
            authority.hasPrefix("[")
            ? String(authority.prefix { $0 != "]" }.dropFirst()) : String(authority.prefix { $0 != ":" })
        return host == "localhost" || isLoopback(address: host)
    }

    /// Whether an address is this machine's own.
    static func isLoopback(address: String) -> Bool {
        let plain = address.hasPrefix("::ffff:") ? String(address.dropFirst("::ffff:".count)) : address
        let octets = plain.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return plain == "::1" || (octets.count == 4 && octets.first == 127 && octets.allSatisfy { $0 != nil })
    }
}
