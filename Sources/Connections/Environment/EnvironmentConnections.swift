internal import MediaDomain
internal import ServiceHTTP

/// The connections that stand in the environment: `SONARR_URL` with `SONARR_API_KEY`, a second one as `SONARR_4K_URL`.
package struct EnvironmentConnections: Sendable {
    /// The connections, in the order of their names.
    package let connections: [Connection]
    /// What cannot be used and why, one sentence each, without secrets.
    package let problems: [String]

    /// Reads the environment, in which `FILE__` names are already resolved.
    package init(environment: [String: String]) {
        var connections: [Connection] = []
        var problems: [String] = []
        for (name, value) in environment.sorted(by: { $0.key < $1.key })
        where name.hasSuffix("_URL") && !value.isEmpty {
            let prefix = String(name.dropLast("_URL".count))
            guard let (kind, id) = Self.service(prefix) else { continue }
            do throws(AddressError) {
                let address = try ServiceAddress(value)
                if let why = HostRule.refusal(of: address.host) {
                    problems.append("\(name) names a host that is never called: \(why)")
                    continue
                }
                connections.append(
                    Connection(
                        id: id,
                        kind: kind,
                        address: address.description,
                        credential: Self.credential(prefix, environment, address),
                        trust: environment[prefix + "_CA"].map { .authority(pem: $0) } ?? .system,
                        origin: .environment
                    )
                )
            } catch {
                problems.append("\(name): \(error)")
            }
        }
        for name in environment.keys.sorted() where name.hasSuffix("_API_KEY") {
            let prefix = String(name.dropLast("_API_KEY".count))
            if Self.service(prefix) != nil, environment[prefix + "_URL", default: ""].isEmpty {
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
