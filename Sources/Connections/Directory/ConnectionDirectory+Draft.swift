internal import MediaDomain
internal import ServiceHTTP

extension ConnectionDirectory {
    /// The connection that a draft describes.
    nonisolated func connection(
        _ draft: ConnectionDraft,
        id: ServiceID,
        keeping old: Connection?
    ) throws(ConnectionError) -> Connection {
        let allowed = id.rawValue.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard allowed, (1...40).contains(id.rawValue.count) else {
            throw .invalidName(String(id.rawValue.prefix(40)))
        }
        let address: ServiceAddress
        do {
            address = try ServiceAddress(draft.address)
        } catch {
            throw .address(error)
        }
        if let why = HostRule.refusal(of: address.host) { throw .hostNotAllowed(why) }
        let isElsewhere =
            old.flatMap { try? ServiceAddress($0.address) }.map { !$0.isSamePlace(as: address) } ?? false
        let credential = try Self.credential(draft, address, keeping: isElsewhere ? nil : old?.credential)
        return Connection(
            id: id,
            kind: draft.kind,
            address: address.description,
            credential: credential,
            trust: draft.authority.map { $0.isEmpty ? .system : .authority(pem: $0) } ?? old?.trust ?? .system
        )
    }

    private static func credential(
        _ draft: ConnectionDraft,
        _ address: ServiceAddress,
        keeping old: Credential?
    ) throws(ConnectionError) -> Credential {
        if let key = draft.key, !key.isEmpty {
            if key == Secret.mask { return try kept(old) }
            let secret = Secret(key)
            guard secret.isUsable else { throw .unusableKey }
            return .key(secret)
        }
        let username = draft.username ?? address.login?.username
        if let password = draft.password ?? address.login?.password.revealed {
            guard password == Secret.mask else {
                return .login(username: username ?? "", password: Secret(password))
            }
            guard case .login(let oldName, let secret) = try kept(old) else { throw .unusableKey }
            return .login(username: username ?? oldName, password: secret)
        }
        if let username { return .login(username: username, password: Secret("")) }
        return old ?? .none
    }

    /// The stored credential that a mask stands for; it never travels to another machine than it was given for.
    private static func kept(_ old: Credential?) throws(ConnectionError) -> Credential {
        guard let old, old != .none else { throw .unusableKey }
        return old
    }
}

extension ServiceAddress {
    /// Whether both lead to the same program, whatever the URL base.
    fileprivate func isSamePlace(as other: ServiceAddress) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }
}
