import Activity
import AsyncHTTPTransport
import Foundation
import Logging
import MediaDomain
import OrderedJSON
import QueueRecovery
import SQLiteStore
import ServiceHTTP
import Synchronization
import Understanding

/// A clock that tests turn.
final class HandClock: Sendable {
    private let value: Mutex<Date>
    init(_ date: Date = Date()) { value = Mutex(date) }
    var now: Date { value.withLock { $0 } }
    func advance(_ seconds: TimeInterval) { value.withLock { $0 += seconds } }
}

/// Recovery over services on loopback or of values, with the database in memory.
struct RecoveryHouse: Sendable {
    let recovery: RecoveryService
    let changes: ChangeJournal
    let log: ActivityLog
    let database: AppDatabase
    let clock: HandClock

    init(
        _ sources: RecoverySources,
        policy: RecoveryPolicy,
        database: AppDatabase? = nil,
        clock: HandClock = HandClock()
    ) async throws {
        let database = try database ?? AppDatabase()
        self.database = database
        self.clock = clock
        log = ActivityLog(store: database, logger: Logger(label: "test"), now: { clock.now })
        changes = ChangeJournal(store: database, log: log, now: { clock.now })
        recovery = await RecoveryService(
            sources: { sources },
            policy: { policy },
            store: database,
            changes: changes,
            log: log,
            classifier: MessageClassifier(),
            now: { clock.now }
        )
    }

    /// The kinds of what the journal holds of one course, oldest first.
    func course(_ correlation: CorrelationID) async throws -> [ActivityEvent] {
        try await log.events(matching: ActivityQuery(after: 0, correlation: correlation))
    }

    /// Runs `body` with the sources of services at these addresses.
    static func over(
        _ services: [(kind: ServiceKind, url: String, key: String)],
        _ body: (RecoverySources) async throws -> Void
    ) async throws {
        let transport = AsyncHTTPTransport()
        let gate = ServiceGate(transport: transport)
        do {
            let channels = try services.map { service in
                gate.channel(
                    to: try ServiceEndpoint(
                        id: ServiceID(service.kind),
                        kind: service.kind,
                        url: service.url,
                        credential: .key(Secret(service.key))
                    )
                )
            }
            try await body(
                RecoverySources(
                    clients: channels.filter { $0.endpoint.kind == .sabnzbd }.map { .sabnzbd($0) },
                    arrs: channels.filter { $0.endpoint.kind != .sabnzbd }.map {
                        .servarr($0, kind: $0.endpoint.kind)
                    }
                )
            )
        } catch {
            try? await transport.shutdown()
            throw error
        }
        try await transport.shutdown()
    }
}
