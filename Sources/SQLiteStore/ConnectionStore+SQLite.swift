package import Connections
internal import Foundation
internal import GRDB
package import MediaDomain
internal import ServiceHTTP

extension AppDatabase: ConnectionStore {
    package func connections() async throws -> [StoredConnection] {
        try await writer.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM connection ORDER BY id").compactMap(
                StoredConnection.init(row:)
            )
        }
    }

    package func saveConnection(_ connection: StoredConnection) async throws {
        let authority: String? =
            switch connection.trust {
            case .system: nil
            case .authority(let pem): "authority:" + pem
            case .pinned(let fingerprint): "pinned:" + fingerprint
            }
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO connection (id, kind, address, trust, credential) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, address = excluded.address,
                        trust = excluded.trust, credential = excluded.credential
                    """,
                arguments: [
                    connection.id.rawValue, connection.kind.rawValue, connection.address, authority,
                    Data(connection.sealedCredential),
                ]
            )
        }
    }

    package func deleteConnection(_ id: ServiceID) async throws {
        try await writer.write { database in
            try database.execute(sql: "DELETE FROM connection WHERE id = ?", arguments: [id.rawValue])
        }
    }
}

extension StoredConnection {
    /// A row; nil for one of an application that this version does not know.
    fileprivate init?(row: Row) {
        guard let kind = ServiceKind(rawValue: row["kind"]) else { return nil }
        let trust: String? = row["trust"]
        self.init(
            id: ServiceID(rawValue: row["id"]),
            kind: kind,
            address: row["address"],
            trust: trust.map(Self.trust) ?? .system,
            sealedCredential: Array(row["credential"] as Data)
        )
    }

    private static func trust(_ text: String) -> CertificateTrust {
        if text.hasPrefix("pinned:") { return .pinned(sha256: String(text.dropFirst("pinned:".count))) }
        return .authority(pem: String(text.dropFirst("authority:".count)))
    }
}
