package import Activity
internal import Foundation
internal import GRDB
internal import MediaDomain
internal import OrderedJSON

extension AppDatabase: ChangeStore {
    package func append(_ change: ChangeRecord) async throws -> ChangeRecord {
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO change (time, service, correlation, operation, title, parameters, before, after,
                        state, undoable, note)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    change.time.timeIntervalSince1970, change.service.rawValue, change.correlation.rawValue,
                    change.operation, change.title, change.parameters.text(), change.before.text(),
                    change.after.text(), change.state.rawValue, change.undoable, change.note,
                ]
            )
            var change = change
            change.id = database.lastInsertedRowID
            return change
        }
    }

    package func update(_ change: ChangeRecord) async throws {
        try await writer.write { database in
            try database.execute(
                sql: "UPDATE change SET after = ?, state = ?, undoable = ?, note = ? WHERE id = ?",
                arguments: [
                    change.after.text(), change.state.rawValue, change.undoable, change.note, change.id,
                ]
            )
        }
    }

    package func change(_ id: Int64) async throws -> ChangeRecord? {
        try await writer.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM change WHERE id = ?", arguments: [id])
                .map(ChangeRecord.init(row:))
        }
    }

    package func changes(matching query: ChangeQuery) async throws -> [ChangeRecord] {
        try await writer.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM change
                    WHERE (:before IS NULL OR id < :before) AND (:service IS NULL OR service = :service)
                        AND (:correlation IS NULL OR correlation = :correlation)
                    ORDER BY id DESC LIMIT :limit
                    """,
                arguments: [
                    "before": query.before, "service": query.service?.rawValue,
                    "correlation": query.correlation?.rawValue, "limit": query.limit,
                ]
            ).map(ChangeRecord.init(row:))
        }
    }
}

extension ChangeRecord {
    fileprivate init(row: Row) throws {
        self.init(
            id: row["id"],
            time: Date(timeIntervalSince1970: row["time"]),
            service: ServiceID(rawValue: row["service"]),
            correlation: CorrelationID(rawValue: row["correlation"]),
            operation: row["operation"],
            title: row["title"],
            parameters: try JSONValue(parsing: row["parameters"] as String),
            before: try JSONValue(parsing: row["before"] as String),
            after: try JSONValue(parsing: row["after"] as String),
            state: State(rawValue: row["state"]) ?? .failed,
            undoable: row["undoable"],
            note: row["note"]
        )
    }
}
