internal import GRDB

extension Migrations {
    static func createRequests(_ database: Database) throws {
        try database.create(table: "request") { table in
            table.primaryKey("id", .text)
            table.column("created", .double).notNull().indexed()
            table.column("isOpen", .boolean).notNull().indexed()
            table.column("document", .text).notNull()
        }
        try database.create(table: "requestEvent") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("request", .text).notNull().indexed().references("request", onDelete: .cascade)
            table.column("place", .integer).notNull()
            table.column("time", .double).notNull()
            table.column("stage", .text).notNull()
            table.column("summary", .text).notNull()
            table.uniqueKey(["request", "place"])
        }
        try database.create(table: "conversationMessage") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("conversation", .text).notNull().indexed()
            table.column("time", .double).notNull()
            table.column("speaker", .text).notNull()
            table.column("text", .text).notNull()
            table.column("requests", .text).notNull()
        }
    }
}
