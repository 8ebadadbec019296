internal import Foundation
internal import LlamaEngine

extension WorkerMain {
    /// Measures a model in this process.
    ///
    /// - Parameters:
    ///   - modelPath: The model file.
    ///   - threads: How many threads compute.
    ///   - tokens: How many tokens are written.
    /// - Returns: The figures as one JSON object.
    /// - Throws: `LanguageModelError`.
    package static func benchmark(modelPath: String, threads: Int, tokens: Int) async throws -> String {
        let figures = try await EngineBenchmark.run(modelPath: modelPath, threads: threads, tokens: tokens)
        return String(decoding: try JSONEncoder().encode(figures), as: UTF8.self)
    }
}
