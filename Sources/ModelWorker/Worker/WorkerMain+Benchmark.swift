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

    /// Answers the requests on standard input, one a line, each with its time, until the input ends.
    ///
    /// - Parameters:
    ///   - modelPath: The model file.
    ///   - threads: How many threads compute.
    ///   - statePath: Where the state of shared prompt parts is kept; nil keeps none.
    ///   - reply: Takes each answer as one line of JSON.
    /// - Throws: `LanguageModelError`, or `DecodingError` for a line that is no request.
    package static func answerLines(
        modelPath: String,
        threads: Int,
        statePath: String?,
        reply: (String) -> Void
    ) async throws {
        let configuration = EngineConfiguration(modelPath: modelPath, threads: threads, statePath: statePath)
        let lines = AnyIterator { readLine(strippingNewline: true) }
        try await LineBenchmark.run(configuration, lines: lines, reply: reply)
    }
}
