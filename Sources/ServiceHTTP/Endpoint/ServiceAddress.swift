/// The address of a service: scheme, host, port and URL base; a user or password in it is taken out.
package struct ServiceAddress: Sendable, Hashable, CustomStringConvertible {
    /// How to speak to it.
    package enum Scheme: String, Sendable, Hashable {
        case http, https
    }

    /// How to speak to it.
    package let scheme: Scheme
    /// The name or address, lower case; IPv6 without brackets.
    package let host: String
    /// The port, 1...65535.
    package let port: Int
    /// What stands before every path: empty, or with a slash in front and none at the end (`/sonarr`).
    package let base: String
    /// The user and password that stood in the text, for whoever wants to make a credential of them.
    package let login: Login?

    /// A user and password out of an address.
    package struct Login: Sendable, Hashable {
        /// The user.
        package let username: String
        /// The password.
        package let password: Secret
    }

    /// Reads `http://host:port/base` as people write it: scheme, port and base may be missing, slashes may abound.
    ///
    /// - Throws: ``AddressError`` saying what is wrong with the text.
    package init(_ text: String) throws(AddressError) {
        var rest = text.drop { $0.isWhitespace }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        guard !rest.isEmpty else { throw .empty }
        guard rest.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 }) else {
            throw .controlCharacter
        }
        var scheme = Scheme.http
        if let end = rest.firstRange(of: "://") {
            guard let known = Scheme(rawValue: rest[..<end.lowerBound].lowercased()) else {
                throw .unknownScheme(String(rest[..<end.lowerBound].prefix(20)))
            }
            scheme = known
            rest = rest[end.upperBound...]
        }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        var authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count)
        var login: Login?
        if let at = authority.lastIndex(of: "@") {
            let parts = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            login = Login(
                username: Self.unescaped(parts[0]),
                password: Secret(parts.count > 1 ? Self.unescaped(parts[1]) : "")
            )
            authority = authority[authority.index(after: at)...]
        }
        let (host, port) = try Self.hostAndPort(authority)
        self.scheme = scheme
        self.host = host
        self.port = port ?? (scheme == .https ? 443 : 80)
        self.base = path.split(separator: "/").map { "/" + $0 }.joined()
        self.login = login
    }

    private static func hostAndPort(_ authority: Substring) throws(AddressError) -> (String, Int?) {
        let host: Substring
        let portText: Substring
        if authority.first == "[" {
            guard let close = authority.firstIndex(of: "]") else { throw .noHost }
            host = authority[authority.index(after: authority.startIndex)..<close]
            portText = authority[authority.index(after: close)...].drop { $0 == ":" }
            guard host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { throw .noHost }
        } else if authority.count(where: { $0 == ":" }) > 1 {
            host = authority
            portText = ""
            guard host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { throw .noHost }
        } else {
            let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            host = parts.first ?? ""
            portText = parts.count > 1 ? parts[1] : ""
            guard host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" })
            else { throw .noHost }
        }
        guard !host.isEmpty else { throw .noHost }
        if portText.isEmpty { return (host.lowercased(), nil) }
        guard let port = Int(portText), (1...65535).contains(port) else {
            throw .badPort(String(portText.prefix(10)))
        }
        return (host.lowercased(), port)
    }

    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the host is an IPv6 address.
    private var isIPv6: Bool { host.contains(":") }

    /// `http://host:port/base`, which holds no secret.
    package var description: String { "\(scheme.rawValue)://\(isIPv6 ? "[\(host)]" : host):\(port)\(base)" }
}

/// What is wrong with an address.
package enum AddressError: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    case controlCharacter
    case unknownScheme(String)
    case noHost
    case badPort(String)

    package var description: String {
        switch self {
        case .empty: "the address is empty; write it like http://192.168.1.10:8989"
        case .controlCharacter:
            "the address holds a space or line break; write it like http://192.168.1.10:8989"
        case .unknownScheme(let scheme):
            "the address begins with \(scheme)://; only http:// and https:// are spoken"
        case .noHost: "the address has no valid host; write it like http://192.168.1.10:8989"
        case .badPort(let port): "\(port) is no port; ports are 1 to 65535"
        }
    }
}
