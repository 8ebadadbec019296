import Accounts
import Foundation
import SQLiteStore
import Testing

struct ClaimTests {
    private let accounts: AccountService

    init() throws {
        accounts = AccountService(store: try AppDatabase(), cost: .forTests)
    }

    @Test func `the code of the log claims the house once, and its owner can log in`() async throws {
        let code = try #require(try await accounts.claimCode())
        let typed = code.text.lowercased().replacing("-", with: " ")
        let token = try await accounts.claim(
            code: typed,
            name: "ada",
            password: "correct horse",
            from: "192.0.2.1"
        )
        #expect(try await accounts.principal(session: token)?.name == "ada")
        #expect(try await accounts.claimCode() == nil)
        await #expect(throws: AccountError.alreadyClaimed) {
            try await accounts.claim(
                code: code.text,
                name: "eve",
                password: "another horse",
                from: "192.0.2.1"
            )
        }
        let second = try await accounts.logIn(name: "ADA", password: "correct horse", from: "192.0.2.2")
        #expect(try await accounts.principal(session: second)?.name == "ada")
    }

    @Test func `a wrong code claims nothing, and guessing has to wait`() async throws {
        for _ in 1...5 {
            await #expect(throws: AccountError.wrongClaimCode) {
                try await accounts.claim(
                    code: "AAAA-AAAA",
                    name: "eve",
                    password: "another horse",
                    from: "192.0.2.1"
                )
            }
        }
        await #expect(throws: AccountError.tooManyAttempts(retryAfter: 1)) {
            try await accounts.claim(
                code: "AAAA-AAAA",
                name: "eve",
                password: "another horse",
                from: "192.0.2.1"
            )
        }
        #expect(try await !accounts.isClaimed())
    }

    @Test(arguments: ["short", "aaaaaaaaaaaa", "Ada.Lovelace", String(repeating: "long word ", count: 103)])
    func `a password that is easily guessed or endless is refused`(password: String) async throws {
        let code = try #require(try await accounts.claimCode())
        await #expect(throws: AccountError.self) {
            try await accounts.claim(
                code: code.text,
                name: "ada.lovelace",
                password: password,
                from: "192.0.2.1"
            )
        }
        #expect(try await !accounts.isClaimed())
    }

    @Test(arguments: ["", "ada\nlovelace", "<b>ada</b>", "a b"])
    func `a name that could not be written to a log is refused`(name: String) async throws {
        let code = try #require(try await accounts.claimCode())
        await #expect(throws: AccountError.self) {
            try await accounts.claim(
                code: code.text,
                name: name,
                password: "correct horse",
                from: "192.0.2.1"
            )
        }
    }
}

extension PasswordHash.Cost {
    /// Next to no work.
    static let forTests = PasswordHash.Cost(logRounds: 10, blockSize: 1, parallelism: 1)
}
