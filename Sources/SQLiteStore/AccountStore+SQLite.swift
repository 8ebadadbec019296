package import Accounts
internal import Foundation
internal import GRDB

extension AppDatabase: AccountStore {
    package func accounts() async throws -> [Account] {
        try await writer.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY created").map { row in
                Account(
                    name: row["name"],
                    password: try PasswordHash(text: row["password"]),
                    created: Date(timeIntervalSince1970: row["created"])
                )
            }
        }
    }

    package func addFirst(_ account: Account) async throws -> Bool {
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO account (name, password, created)
                    SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM account)
                    """,
                arguments: [account.name, account.password.text, account.created.timeIntervalSince1970]
            )
            return database.changesCount == 1
        }
    }

    package func replace(_ account: Account) async throws {
        try await writer.write { database in
            try database.execute(
                sql: "UPDATE account SET password = ? WHERE name = ?",
                arguments: [account.password.text, account.name]
            )
        }
    }
}
