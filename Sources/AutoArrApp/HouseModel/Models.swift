internal import Foundation
internal import LanguageModels
internal import LlamaEngine
package import Logging
internal import ModelStore
package import ModelWorker

/// The models of the house, each in a worker of its own that is started when asked and ends when idle.
package struct Models: Sendable {
    /// Answers typed questions; nil where its base is missing.
    package let house: WorkerLanguageModel?
    /// The house model's adapter.
    package let adapterPath: String?
    /// Writes prose; its file may be missing, and then it says so.
    package let large: WorkerLanguageModel

    /// Models by configuration; nothing is loaded.
    ///
    /// - Parameter keepsHouse: Whether the house model stays in memory until ``shutDown()``, for a command that asks much at once.
    package init(_ configuration: Configuration, keepsHouse: Bool = false, logger: Logger) {
        let settings = configuration.model
        let threads = max(1, min(settings.threads, ProcessInfo.processInfo.activeProcessorCount))
        let models = URL(fileURLWithPath: settings.path).deletingLastPathComponent()
        let state = configuration.dataDirectory.appending(path: "prefixes").path
        let files = HouseModelFiles.find(environment: configuration.environment, modelsDirectory: models)
        adapterPath = files?.adapter?.path
        house = files.map { files in
            WorkerLanguageModel(
                WorkerConfiguration(
                    engine: EngineConfiguration(
                        modelPath: files.base.path,
                        contextTokens: 1024,
                        threads: threads,
                        statePath: state
                    ),
                    keepAlive: keepsHouse ? nil : settings.keepAlive
                ),
                logger: logger
            )
        }
        large = WorkerLanguageModel(
            WorkerConfiguration(
                engine: EngineConfiguration(
                    modelPath: ModelChoice(dataDirectory: configuration.dataDirectory).path ?? settings.path,
                    contextTokens: settings.context,
                    threads: threads,
                    gpuLayers: settings.gpuLayers,
                    statePath: state
                ),
                keepAlive: settings.keepAlive
            ),
            logger: logger
        )
    }

    /// Ends the workers.
    package func shutDown() async {
        await house?.shutDown()
        await large.shutDown()
    }
}
