/// Addresses that hold under every URL base, also one that only a proxy knows of.
enum RelativePath {
    /// The way from one of our paths to another: from `/a/b` to `login` it is `../login`.
    ///
    /// - Parameters:
    ///   - path: Where the browser is, without the URL base, beginning with a slash.
    ///   - target: Where it shall go, without a slash at its beginning.
    /// - Returns: The address relative to where the browser is.
    static func from(_ path: String, to target: String) -> String {
        let depth = path.utf8.filter { $0 == UInt8(ascii: "/") }.count - 1
        return (depth > 0 ? String(repeating: "../", count: depth) : "./") + target
    }
}
