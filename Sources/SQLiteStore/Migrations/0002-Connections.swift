internal import GRDB

extension Migrations {
    static func createConnections(_ database: Database) throws {
        try database.create(table: "connection") { table in
            table.primaryKey("id", .text)
            table.column("kind", .text).notNull()
            table.column("address", .text).notNull()
            table.column("trust", .text)
            table.column("credential", .blob).notNull()
        }
    }
}
