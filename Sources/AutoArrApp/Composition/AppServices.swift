package import Accounts
package import Activity
package import AsyncHTTPTransport
package import ConfigurationAudit
package import Connections
package import ContentRequests
internal import Foundation
package import Logging
internal import MediaDomain
package import ModelStore
internal import ModelWorker
package import QueueRecovery
package import SQLiteStore
internal import ServiceHTTP
package import Understanding

/// Everything that the program is made of, put together once: who is given what.
package struct AppServices: Sendable {
    package let configuration: Configuration
    package let database: AppDatabase
    package let activity: ActivityLog
    package let changes: ChangeJournal
    package let accounts: AccountService
    package let settings: SettingsService
    package let transport: AsyncHTTPTransport
    package let connections: ConnectionDirectory
    package let models: Models
    package let modelStore: ModelStore
    package let understanding: SentenceUnderstanding
    package let classifier: MessageClassifier
    package let audit: AuditService
    package let recovery: RecoveryService
    package let requests: RequestService
    package let conversations: ConversationService
    package let logger: Logger

    /// Puts the program together over the data directory; nothing runs yet.
    ///
    /// - Throws: ``AppError`` or `SQLiteStoreError` where the data directory cannot be used, `KeyFileError` where the key file cannot.
    package init(_ configuration: Configuration, logger: Logger) async throws {
        try DataDirectory.prepare(configuration.dataDirectory)
        let database = try AppDatabase(at: configuration.dataDirectory.appending(path: "autoarr.sqlite"))
        let settings = SettingsService(
            store: database,
            fixed: .init(mode: configuration.mode, isDryRun: configuration.isDryRun ? true : nil)
        )
        let isDryRun = try await settings.settings().isDryRun
        let activity = ActivityLog(store: database, logger: logger)
        let changes = ChangeJournal(store: database, log: activity, isDryRun: isDryRun)

        let transport = AsyncHTTPTransport()
        let gate = ServiceGate(
            transport: transport,
            version: AutoArrVersion.current,
            writes: isDryRun ? .dryRun : .allowed,
            logger: logger
        )
        await settings.followDryRun { isDryRun in
            await gate.setWrites(isDryRun ? .dryRun : .allowed)
            await changes.setDryRun(isDryRun)
        }
        let named = EnvironmentConnections(environment: configuration.environment) {
            try? String(contentsOfFile: $0, encoding: .utf8)
        }
        for problem in named.problems {
            logger.warning("a connection of the environment is left out: \(problem)")
        }
        let connections = ConnectionDirectory(
            gate: gate,
            store: database,
            seal: try KeySeal(keyFile: configuration.dataDirectory.appending(path: "connections.key")),
            environment: named.connections,
            logger: logger
        )

        let models = Models(configuration, logger: logger)
        let readers = TypedReaders(models)
        let audit = await AuditService(
            services: { await connections.house().audited },
            store: database,
            changes: changes,
            log: activity
        )
        recovery = await RecoveryService(
            sources: { await connections.house().recovered },
            policy: {
                let mode = (try? await settings.settings().mode) ?? .observe
                return RecoveryPolicy(mode: mode)
            },
            store: database,
            changes: changes,
            log: activity,
            classifier: readers.classifier
        )
        requests = RequestService(
            understanding: readers.understanding,
            services: { await connections.house().requested },
            store: database,
            journal: changes,
            log: activity,
            mode: { (try? await settings.settings().mode) ?? .observe }
        )
        await requests.registerUndo()
        conversations = ConversationService(requests: requests) {
            guard let run = try? await audit.last() else { return nil }
            return
                "The last analysis found \(run.findings.count) things to look at; they are listed under Findings."
        }
        self.audit = audit
        self.configuration = configuration
        self.database = database
        self.activity = activity
        self.changes = changes
        accounts = AccountService(store: database)
        self.settings = settings
        self.transport = transport
        self.connections = connections
        self.models = models
        modelStore = ModelStore(
            directory: URL(fileURLWithPath: configuration.model.path).deletingLastPathComponent().path,
            transport: transport,
            logger: logger
        )
        understanding = readers.understanding
        classifier = readers.classifier
        self.logger = logger
    }

    /// Changes the large model without a restart, and keeps the choice for the next start.
    ///
    /// - Throws: `LanguageModelError` for a file that is no model, `ModelStoreError` where the choice cannot be kept.
    package func use(modelPath: String) async throws {
        try await models.large.use(modelPath: modelPath)
        try ModelChoice(dataDirectory: configuration.dataDirectory).keep(path: modelPath)
    }

    /// Ends what holds processes and connections.
    package func shutDown() async {
        await models.shutDown()
        try? await transport.shutdown()
    }
}
