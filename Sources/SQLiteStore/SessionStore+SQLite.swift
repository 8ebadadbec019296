package import Accounts
package import Foundation
internal import GRDB

extension AppDatabase: SessionStore {
    package func session(digest: String) async throws -> Session? {
        try await writer.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM session WHERE digest = ?", arguments: [digest]).map
            { row in
                Session(
                    digest: row["digest"],
                    account: row["account"],
                    created: Date(timeIntervalSince1970: row["created"]),
                    expires: Date(timeIntervalSince1970: row["expires"])
                )
            }
        }
    }

    package func save(_ session: Session) async throws {
        try await writer.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO session (digest, account, created, expires) VALUES (?, ?, ?, ?)",
                arguments: [
                    session.digest, session.account, session.created.timeIntervalSince1970,
                    session.expires.timeIntervalSince1970,
                ]
            )
        }
    }

    package func removeSession(digest: String) async throws {
        try await writer.write { database in
            try database.execute(sql: "DELETE FROM session WHERE digest = ?", arguments: [digest])
        }
    }

    package func removeSessions(of account: String, except digest: String?) async throws {
        try await writer.write { database in
            try database.execute(
                sql: "DELETE FROM session WHERE account = ? AND digest IS NOT ?",
                arguments: [account, digest]
            )
        }
    }

    package func removeSessions(endedBefore time: Date) async throws {
        try await writer.write { database in
            try database.execute(
                sql: "DELETE FROM session WHERE expires < ?",
                arguments: [time.timeIntervalSince1970]
            )
        }
    }
}
