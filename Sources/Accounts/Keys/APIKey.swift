package import Foundation

/// A program's key; the secret itself is shown once and never kept.
package struct APIKey: Sendable, Hashable, Identifiable {
    /// Names the key in lists.
    package let id: String
    /// What it is for, in the owner's words.
    package let name: String
    /// The digest of the secret.
    package let digest: String
    /// What it allows.
    package let scopes: Set<Scope>
    /// When it was made.
    package let created: Date
    /// When it was last used, to the hour; nil for never.
    package var lastUsed: Date?

    /// A key.
    package init(
        id: String,
        name: String,
        digest: String,
        scopes: Set<Scope>,
        created: Date,
        lastUsed: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.digest = digest
        self.scopes = scopes
        self.created = created
        self.lastUsed = lastUsed
    }
}

/// Where keys are kept.
package protocol APIKeyStore: Sendable {
    /// All keys, oldest first.
    ///
    /// - Throws: When they could not be read.
    func apiKeys() async throws -> [APIKey]

    /// The key with this digest.
    ///
    /// - Throws: When it could not be read.
    func apiKey(digest: String) async throws -> APIKey?

    /// Adds a key, or replaces the one with its id.
    ///
    /// - Throws: When it could not be written.
    func save(_ key: APIKey) async throws

    /// Removes a key.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: When it could not be written.
    func removeAPIKey(id: String) async throws -> Bool
}
