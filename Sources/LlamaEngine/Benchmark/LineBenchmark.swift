internal import Foundation
internal import LanguageModels
internal import Logging

/// Answers requests line by line, so that a script can measure them beside those of other programs, turn by turn.
package enum LineBenchmark {
    /// One answer, as a line of JSON.
    private struct Reply: Encodable {
        /// From the request to the end of its answer, as its asker sees it, in seconds; loading included.
        let seconds: Double
        /// From the request to the first event, in seconds.
        let firstSeconds: Double
        let text: String
        let decisions: Int
        let completion: Completion
    }

    /// Reads requests, one a line as JSON, and answers each before the next is read; the line `unload` frees the model.
    ///
    /// - Parameters:
    ///   - configuration: The model and how it is run.
    ///   - lines: The requests; standard input in the program.
    ///   - reply: Takes each answer as one line.
    /// - Throws: `DecodingError` for a line that is no request; ``LanguageModelError``.
    package static func run(
        _ configuration: EngineConfiguration,
        lines: some Sequence<String>,
        reply: (String) -> Void
    ) async throws {
        let engine = LlamaEngine(
            configuration,
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        )
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        for line in lines {
            guard line != "unload" else {
                await engine.unload()
                reply("{}")
                continue
            }
            let request = try decoder.decode(LanguageModelRequest.self, from: Data(line.utf8))
            let start = ContinuousClock.now
            var first: ContinuousClock.Instant?
            var text = ""
            var decisions = 0
            var ended: Completion?
            for try await event in engine.respond(to: request) {
                first = first ?? .now
                switch event {
                case .text(let delta): text += delta
                case .decision: decisions += 1
                case .finished(let completion): ended = completion
                }
            }
            let end = ContinuousClock.now
            guard let ended else { throw LanguageModelError.engineStopped(reason: "the answer has no end") }
            let figures = Reply(
                seconds: (end - start) / .seconds(1),
                firstSeconds: ((first ?? end) - start) / .seconds(1),
                text: text,
                decisions: decisions,
                completion: ended
            )
            reply(String(decoding: try encoder.encode(figures), as: UTF8.self))
        }
    }
}
