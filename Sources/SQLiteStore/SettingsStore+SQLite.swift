internal import Accounts
internal import GRDB
package import OrderedJSON

extension AppDatabase: SettingsStore {
    package func settings() async throws -> [String: JSONValue] {
        try await writer.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM setting")
            return try Dictionary(
                rows.map { (($0["name"] as String), try JSONValue(parsing: $0["value"] as String)) },
                uniquingKeysWith: { $1 }
            )
        }
    }

    package func setSetting(_ name: String, to value: JSONValue?) async throws {
        try await writer.write { database in
            if let value {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
                    arguments: [name, value.text()]
                )
            } else {
                try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
            }
        }
    }
}
