internal import Foundation

extension AccountService {
    /// Who holds a session's cookie; nil where it is unknown or has ended.
    ///
    /// - Throws: When the store cannot be used.
    package func principal(session token: SecretToken) async throws -> Principal? {
        guard var session = try await store.session(digest: token.digest) else { return nil }
        let time = now()
        guard session.expires > time else { return nil }
        let renewed = time.addingTimeInterval(Session.lifetime)
        if renewed.timeIntervalSince(session.expires) > 3600 {
            session.expires = renewed
            try await store.save(session)
        }
        return Principal(name: session.account, method: .session)
    }

    /// Ends the session of a cookie.
    ///
    /// - Throws: When the store cannot be used.
    package func logOut(session token: SecretToken) async throws {
        try await store.removeSession(digest: token.digest)
    }

    /// Which program holds a key; nil where it is unknown.
    ///
    /// - Throws: When the store cannot be used.
    package func principal(apiKey token: SecretToken) async throws -> Principal? {
        guard var key = try await store.apiKey(digest: token.digest) else { return nil }
        let time = now()
        if key.lastUsed.map({ time.timeIntervalSince($0) > 3600 }) ?? true {
            key.lastUsed = time
            try await store.save(key)
        }
        return Principal(name: key.name, method: .apiKey, scopes: key.scopes)
    }

    /// All keys, without their secrets.
    ///
    /// - Throws: When the store cannot be used.
    package func apiKeys() async throws -> [APIKey] { try await store.apiKeys() }

    /// Makes a key.
    ///
    /// - Returns: The key, and its secret, which cannot be shown again.
    /// - Throws: ``AccountError/unsuitableName(reason:)``, or when the store cannot be used.
    package func makeAPIKey(name: String, scopes: Set<Scope>) async throws -> (
        key: APIKey, secret: SecretToken
    ) {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...64).contains(name.count), !name.contains(where: \.isNewline) else {
            throw AccountError.unsuitableName(reason: "use 1 to 64 characters on one line")
        }
        let secret = SecretToken.random(prefix: "aa_")
        let key = APIKey(
            id: String(SecretToken.random().digest.prefix(12)),
            name: name,
            digest: secret.digest,
            scopes: scopes,
            created: now()
        )
        try await store.save(key)
        return (key, secret)
    }

    /// Takes a key back.
    ///
    /// - Throws: ``AccountError/unknownKey(id:)``, or when the store cannot be used.
    package func revokeAPIKey(id: String) async throws {
        guard try await store.removeAPIKey(id: id) else { throw AccountError.unknownKey(id: id) }
    }
}
