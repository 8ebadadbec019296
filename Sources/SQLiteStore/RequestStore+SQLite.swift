package import ContentRequests
internal import Foundation
internal import GRDB
internal import OrderedJSON

extension AppDatabase: RequestStore {
    package func save(_ request: ContentRequest) async throws {
        let document = try JSONValue(encoding: request).text()
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO request (id, created, isOpen, document) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET isOpen = excluded.isOpen, document = excluded.document
                    """,
                arguments: [
                    request.id, request.created.timeIntervalSince1970, !request.stage.isOver, document,
                ]
            )
            // Steps are only ever appended: what stands at a place stays.
            for (place, event) in request.events.enumerated() {
                try database.execute(
                    sql: """
                        INSERT OR IGNORE INTO requestEvent (request, place, time, stage, summary) VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        request.id, place, event.time.timeIntervalSince1970, event.stage.rawValue,
                        event.summary,
                    ]
                )
            }
        }
    }

    package func request(_ id: String) async throws -> ContentRequest? {
        try await documents("SELECT document FROM request WHERE id = ?", [id]).first
    }

    package func requests(before id: String?, limit: Int) async throws -> [ContentRequest] {
        // Many requests can be of one moment, so the place of a page is a row and not a time.
        try await documents(
            """
            SELECT document FROM request
            WHERE :id IS NULL OR (created, id) < (SELECT created, id FROM request WHERE id = :id)
            ORDER BY created DESC, id DESC LIMIT :limit
            """,
            ["id": id, "limit": limit]
        )
    }

    package func openRequests() async throws -> [ContentRequest] {
        try await documents("SELECT document FROM request WHERE isOpen ORDER BY created", [])
    }

    private func documents(_ sql: String, _ arguments: StatementArguments) async throws -> [ContentRequest] {
        let texts = try await writer.read { database in
            try String.fetchAll(database, sql: sql, arguments: arguments)
        }
        return try texts.map { try JSONValue(parsing: $0).decoded() }
    }

    package func append(_ message: ConversationMessage) async throws {
        let requests = try JSONValue(encoding: message.requests).text()
        try await writer.write { database in
            try database.execute(
                sql: """
                    INSERT INTO conversationMessage (conversation, time, speaker, text, requests)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    message.conversation, message.time.timeIntervalSince1970, message.speaker.rawValue,
                    message.text,
                    requests,
                ]
            )
        }
    }

    package func messages(of conversation: String, limit: Int) async throws -> [ConversationMessage] {
        let rows = try await writer.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM conversationMessage WHERE conversation = ? ORDER BY id DESC LIMIT ?",
                arguments: [conversation, limit]
            ).map { row -> (Double, String, String, String) in
                (row["time"], row["speaker"], row["text"], row["requests"])
            }
        }
        return try rows.reversed().map { time, speaker, text, requests in
            ConversationMessage(
                conversation: conversation,
                time: Date(timeIntervalSince1970: time),
                speaker: ConversationMessage.Speaker(rawValue: speaker) ?? .person,
                text: text,
                requests: try JSONValue(parsing: requests).decoded()
            )
        }
    }
}
