/// Where the server listens and whom it lets in.
package struct WebServerConfiguration: Sendable, Hashable {
    /// Who gets in without a password.
    package enum SignIn: Sendable, Hashable {
        /// Nobody.
        case required
        /// Callers on this machine, for the demo.
        case automaticOnLoopback
    }

    /// The address to listen on: `AUTOARR_BIND`.
    package let host: String
    /// The port to listen on, 0 for any: `AUTOARR_PORT`.
    package let port: Int
    /// The path under which a proxy shows us, without a slash at its end, empty for none: `AUTOARR_URL_BASE`.
    package let urlBase: String
    /// Who gets in without a password.
    package let signIn: SignIn

    /// A configuration.
    ///
    /// - Parameters:
    ///   - host: The address to listen on.
    ///   - port: The port to listen on, 0 to 65535.
    ///   - urlBase: The path under which a proxy shows us, with or without slashes around it.
    ///   - signIn: Who gets in without a password.
    package init(host: String = "0.0.0.0", port: Int = 8080, urlBase: String = "", signIn: SignIn = .required)
    {
        self.host = host
        self.port = port
        let parts = urlBase.split(separator: "/")
        self.urlBase = parts.isEmpty ? "" : "/" + parts.joined(separator: "/")
        self.signIn = signIn
    }
}
