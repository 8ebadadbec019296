internal import GRDB

extension Migrations {
    static func createActivity(_ database: Database) throws {
        try database.create(table: "activity") { table in
            table.autoIncrementedPrimaryKey("id")
            table.column("time", .double).notNull()
            table.column("kind", .text).notNull()
            table.column("level", .text).notNull()
            table.column("service", .text)
            table.column("correlation", .text).notNull().indexed()
            table.column("summary", .text).notNull()
            table.column("details", .text).notNull()
        }
        try database.create(indexOn: "activity", columns: ["kind"])
    }
}
