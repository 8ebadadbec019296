internal import MediaDomain
internal import ServiceHTTP

/// The connections that stand in the environment: `SONARR_URL` with `SONARR_API_KEY`, a second one as `SONARR_4K_URL`;
/// or `SONARR_CONFIG`, the path of its `config.xml`.
package struct EnvironmentConnections: Sendable {
    /// The connections, in the order of their names.
    package let connections: [Connection]
    /// What cannot be used and why, one sentence each, without secrets.
    package let problems: [String]

    /// Reads the environment, in which `FILE__` names are already resolved.
    ///
    /// `SONARR_CONFIG` is the path of Sonarr's own file of settings, mounted: its key counts where none is given, and its
    /// port and URL base, under the instance's name as host, where no address is given.
    ///
    /// - Parameters:
    ///   - environment: Names and values.
    ///   - file: The text of a file, nil where it cannot be read.
    package init(environment: [String: String], file: (String) -> String? = { _ in nil }) {
        var connections: [Connection] = []
        var problems: [String] = []
        let prefixes = environment.filter { !$0.value.isEmpty }.keys.compactMap { name in
            ["_URL", "_CONFIG"].first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) }
        }
        for prefix in Set(prefixes).sorted() {
            guard let (kind, id) = Self.service(prefix) else { continue }
            var mounted: MountedConfiguration?
            if let path = environment[prefix + "_CONFIG"], !path.isEmpty {
                mounted = file(path).flatMap { MountedConfiguration(of: kind, text: $0) }
                if mounted == nil {
                    problems.append(
                        "\(prefix)_CONFIG: no key of \(kind.displayName) can be read from \(path)"
                    )
                }
            }
            let given = environment[prefix + "_URL"].flatMap { $0.isEmpty ? nil : $0 }
            guard let value = given ?? mounted?.address(host: id.rawValue) else { continue }
            do throws(AddressError) {
                let address = try ServiceAddress(value)
                if let why = HostRule.refusal(of: address.host) {
                    problems.append("\(prefix)_URL names a host that is never called: \(why)")
                    continue
                }
                let credential = Self.credential(prefix, environment, address)
                connections.append(
                    Connection(
                        id: id,
                        kind: kind,
                        address: address.description,
                        credential: credential == .none ? mounted.map { .key($0.key) } ?? .none : credential,
                        trust: environment[prefix + "_CA"].map { .authority(pem: $0) } ?? .system,
                        origin: .environment
                    )
                )
            } catch {
                problems.append("\(prefix)_URL: \(error)")
            }
        }
        for name in environment.keys.sorted() where name.hasSuffix("_API_KEY") {
            let prefix = String(name.dropLast("_API_KEY".count))
            if Self.service(prefix) != nil,
                !connections.contains(where: { $0.id == Self.service(prefix)?.1 }),
                environment[prefix + "_URL", default: ""].isEmpty
            {
                problems.append("\(name) is set, but \(prefix)_URL is not; both are needed")
            }
        }
        self.connections = connections
        self.problems = problems
    }

    /// `SONARR_4K` is Sonarr, named `sonarr-4k`.
    private static func service(_ prefix: String) -> (ServiceKind, ServiceID)? {
        let words = prefix.lowercased().split(separator: "_", maxSplits: 1)
        guard let first = words.first, let kind = ServiceKind(rawValue: String(first)) else { return nil }
        guard words.count > 1 else { return (kind, ServiceID(kind)) }
        return (kind, ServiceID(rawValue: "\(kind.rawValue)-\(words[1].replacing("_", with: "-"))"))
    }

    private static func credential(
        _ prefix: String,
        _ environment: [String: String],
        _ address: ServiceAddress
    ) -> Credential {
        if let key = environment[prefix + "_API_KEY"] ?? environment[prefix + "_TOKEN"], !key.isEmpty {
            return .key(Secret(key))
        }
        let username = environment[prefix + "_USERNAME"] ?? address.login?.username
        let password = environment[prefix + "_PASSWORD"].map { Secret($0) } ?? address.login?.password
        guard username != nil || password != nil else { return .none }
        return .login(username: username ?? "", password: password ?? Secret(""))
    }
}
