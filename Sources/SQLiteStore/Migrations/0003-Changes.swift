internal import GRDB

extension Migrations {
    static func createChanges(_ database: Database) throws {
        try database.create(table: "change") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("time", .double).notNull()
            table.column("service", .text).notNull()
            table.column("correlation", .text).notNull().indexed()
            table.column("operation", .text).notNull()
            table.column("title", .text).notNull()
            table.column("parameters", .text).notNull()
            table.column("before", .text).notNull()
            table.column("after", .text).notNull()
            table.column("state", .text).notNull()
            table.column("undoable", .boolean).notNull()
            table.column("note", .text)
        }
        try database.create(table: "auditRun") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("time", .double).notNull()
            table.column("score", .integer).notNull()
            table.column("body", .text).notNull()
        }
        try database.create(table: "acceptedFinding") { table in
            table.primaryKey("id", .text)
        }
    }
}
