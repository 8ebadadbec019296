import Accounts
import Foundation
import Testing

struct ClaimTests {
    private let accounts = AccountService(
        store: InMemoryAccountStore(),
        cost: PasswordHash.Cost(logRounds: 10, blockSize: 1, parallelism: 1)
    )

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

    @Test func `a wrong code claims nothing`() async throws {
        await #expect(throws: AccountError.wrongClaimCode) {
            try await accounts.claim(
                code: "AAAA-AAAA",
                name: "eve",
                password: "another horse",
                from: "192.0.2.1"
            )
        }
        #expect(try await !accounts.isClaimed())
    }
}
