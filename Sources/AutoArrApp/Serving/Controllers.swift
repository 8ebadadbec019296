internal import Connections
internal import ModelStore
internal import QueueRecovery
internal import WebAPI

/// The subjects of the API, each given what it needs.
enum Controllers {
    /// Those under `/api/v1`.
    static func all(_ app: AppServices) -> [any Controller] {
        [
            AuditController(audit: app.audit), ChangesController(changes: app.changes),
            ClassifyController(classifier: app.classifier),
            ConnectionsController(directory: app.connections, activity: app.activity),
            DownloadsController(
                downloads: DownloadsService(
                    sources: { await app.connections.house().queued },
                    changes: app.changes
                )
            ),
            ModelsController(
                store: app.modelStore,
                model: app.models.large,
                configured: (
                    ModelSource(url: app.configuration.model.url, sha256: app.configuration.model.sha256),
                    app.configuration.model.path
                ),
                use: { path in try await app.use(modelPath: path) }
            ),
            RecoveryController(recovery: app.recovery),
            UnderstandController(understanding: app.understanding),
            ChatController(conversations: app.conversations),
            RequestsController(requests: app.requests),
        ]
    }

    /// Those at the root, whose paths other programs know.
    static func compatible(_ app: AppServices) -> [any Controller] {
        [
            OpenAIController(model: app.models.large),
            OllamaController(model: app.models.large, version: AutoArrVersion.current),
        ]
    }
}
