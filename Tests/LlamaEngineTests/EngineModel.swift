internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging
internal import Testing

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
    ///
    /// One thread: two would wait for each other whenever something else runs on the machine.
    static func engine(path: String = path, context: Int = 512, threads: Int = 1) -> LlamaEngine {
        LlamaEngine(
            EngineConfiguration(modelPath: path, contextTokens: context, threads: threads),
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

    /// A question that the starter model answers with Paris.
    static let capitalQuestion = LanguageModelRequest(
        prompt: .chat([ChatMessage(.user, "What is the capital of France?")]),
        options: GenerationOptions(sampling: .greedy, maximumTokens: 24)
    )

    /// The answer to ``capitalQuestion``.
    static func capital(from engine: LlamaEngine) async throws -> String {
        try await engine.answer(to: capitalQuestion).text
    }

    /// Runs a body with a copy of the model in which texts of its head are replaced, each where it first stands, by
    /// others of the same length.
    static func changed(
        _ changes: [(old: String, new: String)],
        _ body: (String) async throws -> Void
    ) async throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        for (old, new) in changes {
            // The weights begin after the first megabytes.
            let place = try #require(bytes.range(of: Data(old.utf8), in: 0..<min(bytes.count, 8 << 20)))
            try #require(old.utf8.count == new.utf8.count)
            bytes.replaceSubrange(place, with: Data(new.utf8))
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gguf")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try await body(file.path)
    }
}
