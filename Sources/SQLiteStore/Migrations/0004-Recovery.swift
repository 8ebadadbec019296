internal import GRDB

extension Migrations {
    static func createRecovery(_ database: Database) throws {
        try database.create(table: "incident") { table in
            table.primaryKey("id", .text)
            table.column("correlation", .text).notNull().indexed()
            table.column("closed", .boolean).notNull()
            table.column("lastSeen", .double).notNull()
            table.column("body", .text).notNull()
        }
        try database.create(indexOn: "incident", columns: ["closed", "lastSeen"])
        try database.create(table: "decision") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("time", .double).notNull().indexed()
            table.column("incident", .text).notNull().indexed()
            table.column("itemKey", .text).indexed()
            table.column("executed", .boolean).notNull()
            table.column("body", .text).notNull()
        }
    }
}
