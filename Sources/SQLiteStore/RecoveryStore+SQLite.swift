internal import Foundation
internal import GRDB
internal import MediaDomain
internal import OrderedJSON
package import QueueRecovery

extension AppDatabase: RecoveryStore {
    package func save(_ incident: Incident) async throws {
        let body = try JSONValue(encoding: incident).text()
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO incident (id, correlation, closed, lastSeen, body) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET correlation = excluded.correlation, closed = excluded.closed,
                        lastSeen = excluded.lastSeen, body = excluded.body
                    """,
                arguments: [
                    incident.id, incident.correlation.rawValue, incident.isClosed,
                    incident.lastSeen.timeIntervalSince1970, body,
                ]
            )
        }
    }

    package func incidents(includingClosed: Bool, limit: Int) async throws -> [Incident] {
        try await writer.read { database in
            try String.fetchAll(
                database,
                sql:
                    "SELECT body FROM incident WHERE closed = 0 OR :all ORDER BY lastSeen DESC, id DESC LIMIT :limit",
                arguments: ["all": includingClosed, "limit": limit]
            ).map { try JSONValue(parsing: $0).decoded() }
        }
    }

    package func incident(_ id: String) async throws -> Incident? {
        try await writer.read { database in
            try String.fetchOne(database, sql: "SELECT body FROM incident WHERE id = ?", arguments: [id])
                .map { try JSONValue(parsing: $0).decoded() }
        }
    }

    package func append(_ decision: DecisionRecord) async throws -> DecisionRecord {
        let body = try JSONValue(encoding: decision).text()
        return try await writer.write { database in
            try database.execute(
                sql: "INSERT INTO decision (time, incident, itemKey, executed, body) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    decision.time.timeIntervalSince1970, decision.incident, decision.itemKey,
                    decision.wasExecuted,
                    body,
                ]
            )
            var decision = decision
            decision.id = database.lastInsertedRowID
            return decision
        }
    }

    package func update(_ decision: DecisionRecord) async throws {
        let body = try JSONValue(encoding: decision).text()
        try await writer.write { database in
            try database.execute(
                sql: "UPDATE decision SET executed = ?, body = ? WHERE id = ?",
                arguments: [decision.wasExecuted, body, decision.id]
            )
        }
    }

    package func decisions(matching query: DecisionQuery) async throws -> [DecisionRecord] {
        try await writer.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, body FROM decision
                    WHERE (:before IS NULL OR id < :before) AND (:incident IS NULL OR incident = :incident)
                        AND (:itemKey IS NULL OR itemKey = :itemKey) AND (:since IS NULL OR time >= :since)
                        AND (executed OR NOT :executedOnly)
                    ORDER BY id DESC LIMIT :limit
                    """,
                arguments: [
                    "before": query.before, "incident": query.incident, "itemKey": query.itemKey,
                    "since": query.since?.timeIntervalSince1970, "executedOnly": query.executedOnly,
                    "limit": query.limit,
                ]
            ).map { row in
                var record: DecisionRecord = try JSONValue(parsing: row["body"] as String).decoded()
                record.id = row["id"]
                return record
            }
        }
    }
}
