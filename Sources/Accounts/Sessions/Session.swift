package import Foundation

/// A browser that has logged in.
package struct Session: Sendable, Hashable {
    /// The digest of the cookie's token.
    package let digest: String
    /// The account's name.
    package let account: String
    /// When it began.
    package let created: Date
    /// When it ends unless used before.
    package var expires: Date

    /// A session.
    package init(digest: String, account: String, created: Date, expires: Date) {
        self.digest = digest
        self.account = account
        self.created = created
        self.expires = expires
    }

    /// How long a session lasts after its last use, in seconds: thirty days.
    package static let lifetime: TimeInterval = 30 * 24 * 3600
}

/// Where sessions are kept.
package protocol SessionStore: Sendable {
    /// The session with this digest, ended or not.
    ///
    /// - Throws: When it could not be read.
    func session(digest: String) async throws -> Session?

    /// Adds a session, or replaces the one with its digest.
    ///
    /// - Throws: When it could not be written.
    func save(_ session: Session) async throws

    /// Ends a session.
    ///
    /// - Throws: When it could not be written.
    func removeSession(digest: String) async throws

    /// Ends all sessions of an account, one aside.
    ///
    /// - Throws: When it could not be written.
    func removeSessions(of account: String, except digest: String?) async throws

    /// Forgets sessions that ended before a time.
    ///
    /// - Throws: When it could not be written.
    func removeSessions(endedBefore time: Date) async throws
}
