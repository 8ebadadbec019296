import Accounts
import Foundation
import SQLiteStore
import Synchronization
import Testing

struct LogInTests {
    private let clock = ManualTime()
    private let store: AppDatabase
    private let accounts: AccountService

    init() async throws {
        store = try AppDatabase()
        accounts = AccountService(store: store, cost: .forTests) { [clock] in clock.now }
        let code = try #require(try await accounts.claimCode())
        _ = try await accounts.claim(
            code: code.text,
            name: "ada",
            password: "correct horse",
            from: "192.0.2.1"
        )
    }

    @Test func `a wrong name and a wrong password get the same answer`() async throws {
        await #expect(throws: AccountError.wrongCredentials) {
            try await accounts.logIn(name: "ada", password: "wrong horse", from: "192.0.2.1")
        }
        await #expect(throws: AccountError.wrongCredentials) {
            try await accounts.logIn(name: "eve", password: "correct horse", from: "192.0.2.1")
        }
    }

    @Test func `after five failures an address waits, longer each time, and the right password frees it`()
        async throws
    {
        for _ in 1...5 { await fail(from: "198.51.100.7") }
        await #expect(throws: AccountError.tooManyAttempts(retryAfter: 1)) {
            try await accounts.logIn(name: "ada", password: "correct horse", from: "198.51.100.7")
        }
        clock.advance(by: 1)
        await fail(from: "198.51.100.7")
        await #expect(throws: AccountError.tooManyAttempts(retryAfter: 2)) {
            try await accounts.logIn(name: "ada", password: "correct horse", from: "198.51.100.7")
        }
        clock.advance(by: 2)
        _ = try await accounts.logIn(name: "ada", password: "correct horse", from: "198.51.100.7")
        await fail(from: "198.51.100.7")
        _ = try await accounts.logIn(name: "ada", password: "correct horse", from: "198.51.100.7")
    }

    @Test func `guessing from many addresses slows the account, yet its owner waits half a minute at most`()
        async throws
    {
        for number in 1...40 {
            clock.advance(by: 30)
            await fail(from: "198.51.100.\(number)")
        }
        await #expect(throws: AccountError.tooManyAttempts(retryAfter: 30)) {
            try await accounts.logIn(name: "ada", password: "correct horse", from: "192.0.2.1")
        }
        clock.advance(by: 30)
        _ = try await accounts.logIn(name: "ada", password: "correct horse", from: "192.0.2.1")
    }

    @Test func `a session lasts thirty days from its last use`() async throws {
        let token = try await accounts.logIn(name: "ada", password: "correct horse", from: "192.0.2.1")
        clock.advance(by: 29 * 86400)
        #expect(try await accounts.principal(session: token) != nil)
        clock.advance(by: 29 * 86400)
        #expect(try await accounts.principal(session: token) != nil)
        clock.advance(by: 31 * 86400)
        #expect(try await accounts.principal(session: token) == nil)
    }

    @Test func `another password ends all other sessions`() async throws {
        let here = try await accounts.logIn(name: "ada", password: "correct horse", from: "192.0.2.1")
        let there = try await accounts.logIn(name: "ada", password: "correct horse", from: "192.0.2.1")
        try await accounts.changePassword(
            of: "ada",
            from: "correct horse",
            to: "battery staple",
            keeping: here,
            address: "192.0.2.1"
        )
        #expect(try await accounts.principal(session: here) != nil)
        #expect(try await accounts.principal(session: there) == nil)
        _ = try await accounts.logIn(name: "ada", password: "battery staple", from: "192.0.2.1")
        #expect(try await accounts.resetPassword(to: "tr0mbone solo") == "ada")
        #expect(try await accounts.principal(session: here) == nil)
    }

    @Test func `a key is stored as its digest only and ends when it is taken back`() async throws {
        let (key, secret) = try await accounts.makeAPIKey(name: "dashboard", scopes: [.read])
        let stored = try #require(try await store.apiKeys().first)
        #expect(stored.digest != secret.text)
        #expect(!"\(stored)".contains(secret.text))
        let principal = try #require(try await accounts.principal(apiKey: secret))
        #expect(principal.scopes == [.read])
        #expect(try await accounts.apiKeys().first?.lastUsed != nil)
        try await accounts.revokeAPIKey(id: key.id)
        #expect(try await accounts.principal(apiKey: secret) == nil)
        await #expect(throws: AccountError.unknownKey(id: key.id)) {
            try await accounts.revokeAPIKey(id: key.id)
        }
    }

    @Test func `the same password hashed twice looks different, and reads back`() async throws {
        let accounts = try await store.accounts()
        let hash = try #require(accounts.first?.password)
        #expect(try PasswordHash(text: hash.text) == hash)
        #expect(!hash.text.contains("correct horse"))
        #expect(throws: AccountError.unreadablePassword) { try PasswordHash(text: "sha256$abc") }
    }

    private func fail(from address: String) async {
        await #expect(throws: AccountError.wrongCredentials) {
            try await accounts.logIn(name: "ada", password: "wrong horse", from: address)
        }
    }
}

/// A time that moves when told.
private final class ManualTime: Sendable {
    private let seconds = Mutex(1_700_000_000.0)
    var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
    func advance(by interval: Double) { seconds.withLock { $0 += interval } }
}
