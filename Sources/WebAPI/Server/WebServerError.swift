/// Why the server could not start.
package enum WebServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Something else listens there already.
    case portInUse(host: String, port: Int)
    /// This user may not listen there.
    case notPermitted(host: String, port: Int)
    /// This machine has no such address, or listening failed for another reason.
    case cannotListen(host: String, port: Int, reason: String)
    /// The folder with the page is missing.
    case assetsMissing(paths: [String])

    package var description: String {
        switch self {
        case .portInUse(let host, let port):
            "port \(port) on \(host) is in use by another program (SABnzbd and qBittorrent use 8080 too): "
                + "stop it, or choose another port with AUTOARR_PORT"
        case .notPermitted(let host, let port):
            "this user may not listen on port \(port) of \(host): choose a port above 1023 with AUTOARR_PORT"
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host):\(port): \(reason); check AUTOARR_BIND and AUTOARR_PORT"
        case .assetsMissing(let paths):
            "the folder with the page is missing; looked for it at \(paths.joined(separator: " and "))"
        }
    }
}
