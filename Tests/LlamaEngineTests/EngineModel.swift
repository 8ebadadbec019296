internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging

/// The starter model that `scripts/starter-model` fetches, and the adapter that belongs to it.
enum EngineModel {
    /// The model file in the cache; tests that need it are skipped where it is absent.
    static let path: String = {
        let environment = ProcessInfo.processInfo.environment
        let cache =
            environment["AUTOARR_CACHE"]
            ?? (environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache") + "/autoarr"
        return cache + "/models/smollm2-135m-instruct-q4_1.gguf"
    }()

    static let isThere = FileManager.default.fileExists(atPath: path)

    /// The adapter of the house model.
    static let adapter = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/AutoArrApp/House/house-adapter.gguf").standardizedFileURL.path

    /// An engine on the starter model.
    static func engine(context: Int = 512) -> LlamaEngine {
        LlamaEngine(
            EngineConfiguration(modelPath: path, contextTokens: context, threads: 2),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// A request that the house model answers.
    static func sentence(_ text: String) -> LanguageModelRequest {
        LanguageModelRequest(
            prompt: .raw("<|im_start|> \(text)<|im_end|>"),
            adapterPath: adapter,
            options: GenerationOptions(sampling: .greedy, maximumTokens: 32)
        )
    }
}
