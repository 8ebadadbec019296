package import Foundation

/// Lets people and programs in: the claim of the house, log-ins, sessions and keys.
package actor AccountService {
    let store: any AccountStore & SessionStore & APIKeyStore
    let now: @Sendable () -> Date
    private let hasher: PasswordHasher
    private var throttle = LoginThrottle()
    private var code: ClaimCode?
    private var wasClaimed = false

    /// The accounts in a store.
    ///
    /// - Parameters:
    ///   - store: Where they are kept.
    ///   - cost: How much work a new password is; those stored before keep theirs.
    ///   - now: The time.
    package init(
        store: any AccountStore & SessionStore & APIKeyStore,
        cost: PasswordHash.Cost = PasswordHash.Cost(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.now = now
        hasher = PasswordHasher(cost: cost)
    }

    /// Whether the house has an owner.
    ///
    /// - Throws: When the store cannot be read.
    package func isClaimed() async throws -> Bool {
        if wasClaimed { return true }
        wasClaimed = try await !store.accounts().isEmpty
        return wasClaimed
    }

    /// The code for the log, another one after each start; nil once the house has an owner.
    ///
    /// - Throws: When the store cannot be read.
    package func claimCode() async throws -> ClaimCode? {
        guard try await !isClaimed() else { return nil }
        let current = code ?? .random()
        code = current
        return current
    }

    /// Makes the first account and logs it in.
    ///
    /// - Parameters:
    ///   - typed: The code that the person copied from the log.
    ///   - name: The account's name.
    ///   - password: Its password.
    ///   - address: The socket's address that the request came from.
    /// - Returns: The token of the session.
    /// - Throws: ``AccountError``, or when the store cannot be used.
    package func claim(
        code typed: String,
        name: String,
        password: String,
        from address: String
    ) async throws -> SecretToken {
        guard let code = try await claimCode() else { throw AccountError.alreadyClaimed }
        try throttle.attempt(account: "claim", address: address, at: now())
        guard code.matches(typed) else { throw AccountError.wrongClaimCode }
        throttle.succeeded(account: "claim", address: address)
        try PasswordRules.check(name: name)
        try PasswordRules.check(password: password, name: name)
        let account = Account(name: name, password: try await hasher.hash(password), created: now())
        guard try await store.addFirst(account) else { throw AccountError.alreadyClaimed }
        wasClaimed = true
        self.code = nil
        return try await beginSession(of: account)
    }

    /// Logs a person in.
    ///
    /// - Parameters:
    ///   - name: The account's name.
    ///   - password: Its password.
    ///   - address: The socket's address that the request came from.
    /// - Returns: The token of the session.
    /// - Throws: ``AccountError``, or when the store cannot be used.
    package func logIn(name: String, password: String, from address: String) async throws -> SecretToken {
        try throttle.attempt(account: name, address: address, at: now())
        guard password.utf8.count <= 1024 else { throw AccountError.wrongCredentials }
        let account = try await account(named: name)
        guard try await hasher.verify(password, against: account?.password), let account else {
            throw AccountError.wrongCredentials
        }
        throttle.succeeded(account: name, address: address)
        try await store.removeSessions(endedBefore: now())
        return try await beginSession(of: account)
    }

    /// Sets another password and ends all other sessions of the account.
    ///
    /// - Throws: ``AccountError``, or when the store cannot be used.
    package func changePassword(
        of name: String,
        from current: String,
        to new: String,
        keeping session: SecretToken?,
        address: String
    ) async throws {
        try throttle.attempt(account: name, address: address, at: now())
        guard let account = try await account(named: name),
            try await hasher.verify(current, against: account.password)
        else { throw AccountError.wrongCredentials }
        throttle.succeeded(account: name, address: address)
        try await set(new, for: account, keeping: session)
    }

    /// Sets the owner's password without the old one and ends all sessions; for somebody at the machine's console.
    ///
    /// - Returns: The account's name.
    /// - Throws: ``AccountError``, or when the store cannot be used.
    package func resetPassword(to new: String) async throws -> String {
        guard let account = try await store.accounts().first else { throw AccountError.notClaimed }
        try await set(new, for: account, keeping: nil)
        return account.name
    }

    private func set(_ password: String, for account: Account, keeping session: SecretToken?) async throws {
        try PasswordRules.check(password: password, name: account.name)
        var account = account
        account.password = try await hasher.hash(password)
        try await store.replace(account)
        try await store.removeSessions(of: account.name, except: session?.digest)
    }

    private func account(named name: String) async throws -> Account? {
        try await store.accounts().first { $0.name.lowercased() == name.lowercased() }
    }

    private func beginSession(of account: Account) async throws -> SecretToken {
        let token = SecretToken.random()
        let time = now()
        try await store.save(
            Session(
                digest: token.digest,
                account: account.name,
                created: time,
                expires: time.addingTimeInterval(Session.lifetime)
            )
        )
        return token
    }
}
