internal import GRDB

extension Migrations {
    static func createAccounts(_ database: Database) throws {
        try database.create(table: "account") { table in
            table.primaryKey("name", .text).collate(.nocase)
            table.column("password", .text).notNull()
            table.column("created", .double).notNull()
        }
        try database.create(table: "session") { table in
            table.primaryKey("digest", .text)
            table.column("account", .text).notNull().indexed().collate(.nocase)
                .references("account", onDelete: .cascade)
            table.column("created", .double).notNull()
            table.column("expires", .double).notNull().indexed()
        }
        try database.create(table: "apiKey") { table in
            table.primaryKey("id", .text)
            table.column("name", .text).notNull()
            table.column("digest", .text).notNull().unique()
            table.column("scopes", .text).notNull()
            table.column("created", .double).notNull()
            table.column("lastUsed", .double)
        }
        try database.create(table: "setting") { table in
            table.primaryKey("name", .text)
            table.column("value", .text).notNull()
        }
    }
}
