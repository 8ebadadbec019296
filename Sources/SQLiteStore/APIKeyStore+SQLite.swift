package import Accounts
internal import Foundation
internal import GRDB

extension AppDatabase: APIKeyStore {
    package func apiKeys() async throws -> [APIKey] {
        try await writer.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM apiKey ORDER BY created").map(APIKey.init(row:))
        }
    }

    package func apiKey(digest: String) async throws -> APIKey? {
        try await writer.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM apiKey WHERE digest = ?", arguments: [digest])
                .map(APIKey.init(row:))
        }
    }

    package func save(_ key: APIKey) async throws {
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO apiKey (id, name, digest, scopes, created, lastUsed)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    key.id, key.name, key.digest, key.scopes.map(\.rawValue).sorted().joined(separator: " "),
                    key.created.timeIntervalSince1970, key.lastUsed?.timeIntervalSince1970,
                ]
            )
        }
    }

    package func removeAPIKey(id: String) async throws -> Bool {
        try await writer.write { database in
            try database.execute(sql: "DELETE FROM apiKey WHERE id = ?", arguments: [id])
            return database.changesCount > 0
        }
    }
}

extension APIKey {
    fileprivate init(row: Row) {
        let scopes = (row["scopes"] as String).split(separator: " ").compactMap {
            Scope(rawValue: String($0))
        }
        self.init(
            id: row["id"],
            name: row["name"],
            digest: row["digest"],
            scopes: Set(scopes),
            created: Date(timeIntervalSince1970: row["created"]),
            lastUsed: (row["lastUsed"] as Double?).map(Date.init(timeIntervalSince1970:))
        )
    }
}
