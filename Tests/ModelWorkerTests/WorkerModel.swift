internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Logging
internal import ModelWorker

/// A worker of the real program on the starter model.
enum WorkerModel {
    /// The starter model that `scripts/starter-model` fetches.
    static let path: String = {
        let environment = ProcessInfo.processInfo.environment
        let cache =
            environment["AUTOARR_CACHE"]
            ?? (environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/root") + "/.cache") + "/autoarr"
        return cache + "/models/smollm2-135m-instruct-q4_1.gguf"
    }()

    /// The built program: it lies where the test program does.
    static let executable: String = {
        let place = CommandLine.arguments.first.map { URL(filePath: $0).resolvingSymlinksInPath() }
        var directory = place?.deletingLastPathComponent()
        while let here = directory, here.path != "/" {
            let program = here.appending(path: "autoarr")
            if FileManager.default.isExecutableFile(atPath: program.path), !isDirectory(program) {
                return program.path
            }
            directory = here.deletingLastPathComponent()
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
            .standardizedFileURL
        return root.appending(path: ".build/release/autoarr").path
    }()

    static let isThere =
        FileManager.default.fileExists(atPath: path)
        && FileManager.default.isExecutableFile(atPath: executable)

    static func worker(
        model: String = path,
        executable: String = executable,
        threads: Int = 2,
        keepAlive: Duration? = nil,
        queueLimit: Int = 16,
        clock: any Clock<Duration> = ContinuousClock()
    ) -> WorkerLanguageModel {
        WorkerLanguageModel(
            WorkerConfiguration(
                engine: EngineConfiguration(modelPath: model, contextTokens: 512, threads: threads),
                executable: executable,
                keepAlive: keepAlive,
                queueLimit: queueLimit
            ),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            clock: clock
        )
    }

    static func chat(_ text: String, tokens: Int = 12) -> LanguageModelRequest {
        LanguageModelRequest(
            prompt: .chat([ChatMessage(.user, text)]),
            options: GenerationOptions(sampling: .greedy, maximumTokens: tokens)
        )
    }

    private static func isDirectory(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
    }
}
