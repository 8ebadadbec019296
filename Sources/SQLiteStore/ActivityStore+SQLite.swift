package import Activity
internal import Foundation
internal import GRDB
internal import MediaDomain
internal import OrderedJSON

extension AppDatabase: ActivityStore {
    package func append(_ event: ActivityEvent) async throws -> ActivityEvent {
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO activity (time, kind, level, service, correlation, summary, details)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event.time.timeIntervalSince1970, event.kind, event.level.rawValue,
                    event.service?.rawValue,
                    event.correlation.rawValue, event.summary, event.details.text(),
                ]
            )
            var event = event
            event.id = database.lastInsertedRowID
            return event
        }
    }

    package func events(matching query: ActivityQuery) async throws -> [ActivityEvent] {
        var conditions: [String] = []
        var arguments = StatementArguments()
        func require(_ condition: String, _ values: (any DatabaseValueConvertible)...) {
            conditions.append(condition)
            arguments += StatementArguments(values)
        }
        if let after = query.after { require("id > ?", after) }
        if let before = query.before { require("id < ?", before) }
        if let kind = query.kind {
            require("(kind = ? OR substr(kind, 1, ?) = ?)", kind, kind.count + 1, kind + ".")
        }
        if let correlation = query.correlation { require("correlation = ?", correlation.rawValue) }
        if let service = query.service { require("service = ?", service.rawValue) }
        if let text = query.text { require("instr(lower(summary), lower(?)) > 0", text) }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let order = query.after == nil ? "DESC" : "ASC"
        arguments += [query.limit]
        let sql = "SELECT * FROM activity \(filter) ORDER BY id \(order) LIMIT ?"
        return try await writer.read { [arguments] database in
            try Row.fetchAll(database, sql: sql, arguments: arguments).map(ActivityEvent.init(row:))
        }
    }
}

extension ActivityEvent {
    fileprivate init(row: Row) throws {
        self.init(
            id: row["id"],
            time: Date(timeIntervalSince1970: row["time"]),
            kind: row["kind"],
            level: Level(rawValue: row["level"]) ?? .info,
            service: (row["service"] as String?).map(ServiceID.init(rawValue:)),
            correlation: CorrelationID(rawValue: row["correlation"]),
            summary: row["summary"],
            details: try JSONValue(parsing: row["details"] as String)
        )
    }
}
