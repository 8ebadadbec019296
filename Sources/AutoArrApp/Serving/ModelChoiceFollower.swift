internal import LanguageModels
internal import Logging
internal import ModelStore
internal import ModelWorker
internal import ServiceLifecycle

/// Follows the choice of a model that the shell keeps in the data directory, so that `autoarr model use` needs no
/// restart.
struct ModelChoiceFollower: Service {
    private let app: AppServices
    private let logger: Logger

    init(app: AppServices, logger: Logger) {
        self.app = app
        self.logger = logger
    }

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await follow() }
        } catch is CancellationError {
            // The ordinary end.
        }
    }

    private func follow() async throws {
        let choice = ModelChoice(dataDirectory: app.configuration.dataDirectory)
        var current = choice.path
        while true {
            try await Task.sleep(for: .seconds(2))
            guard let chosen = choice.path, chosen != current else { continue }
            current = chosen
            do {
                try await app.models.large.use(modelPath: chosen)
            } catch {
                logger.warning("the chosen model is not used: \(error)")
            }
        }
    }
}
