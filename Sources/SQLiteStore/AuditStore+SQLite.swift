package import ConfigurationAudit
internal import Foundation
internal import GRDB
internal import OrderedJSON

extension AppDatabase: AuditStore {
    package func append(_ run: AuditRun) async throws -> AuditRun {
        let body = try JSONValue(encoding: run).text()
        return try await writer.write { database in
            try database.execute(
                sql: "INSERT INTO auditRun (time, score, body) VALUES (?, ?, ?)",
                arguments: [run.time.timeIntervalSince1970, run.score, body]
            )
            var run = run
            run.id = database.lastInsertedRowID
            return run
        }
    }

    package func runs(before: Int64?, limit: Int) async throws -> [AuditRun] {
        try await writer.read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT id, body FROM auditRun WHERE (:before IS NULL OR id < :before) ORDER BY id DESC LIMIT :limit",
                arguments: ["before": before, "limit": limit]
            ).map { row in
                var run = try JSONValue(parsing: row["body"] as String).decoded(as: AuditRun.self)
                run.id = row["id"]
                return run
            }
        }
    }

    package func acceptedFindings() async throws -> Set<String> {
        try await writer.read { database in
            try String.fetchSet(database, sql: "SELECT id FROM acceptedFinding")
        }
    }

    package func setAccepted(_ isAccepted: Bool, finding: String) async throws {
        try await writer.write { database in
            try database.execute(
                sql: isAccepted
                    ? "INSERT OR IGNORE INTO acceptedFinding (id) VALUES (?)"
                    : "DELETE FROM acceptedFinding WHERE id = ?",
                arguments: [finding]
            )
        }
    }
}
