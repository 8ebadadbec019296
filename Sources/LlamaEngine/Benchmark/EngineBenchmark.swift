internal import LanguageModels
internal import Logging

/// How fast the engine is, through the same door as in the product: requests in, events out.
package struct EngineBenchmark: Sendable, Codable {
    /// Tokens written per second, sampling, text and streaming included.
    package let writtenPerSecond: Double
    /// Tokens of a prompt read per second.
    package let readPerSecond: Double
    /// From a request to a choice among eight options of several tokens, over a prompt that is known, in seconds.
    package let choiceSeconds: Double

    /// Measures a model once, after a warm-up.
    ///
    /// - Parameters:
    ///   - modelPath: The model file.
    ///   - threads: How many threads compute.
    ///   - tokens: How many tokens are written.
    /// - Returns: The figures.
    /// - Throws: ``LanguageModelError``.
    package static func run(modelPath: String, threads: Int, tokens: Int) async throws -> EngineBenchmark {
        let engine = LlamaEngine(
            EngineConfiguration(modelPath: modelPath, contextTokens: 1024, threads: threads),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        )
        let writing = LanguageModelRequest(
            prompt: .raw("One, two, three, four, five, six, seven, eight, nine, ten,"),
            options: GenerationOptions(sampling: .greedy, maximumTokens: tokens)
        )
        // The second request finds the prompt read, so that its time is that of the written tokens alone.
        _ = try await engine.answer(to: writing)
        let written = try await engine.answer(to: writing).completion
        var read: (tokens: Int, seconds: Double) = (0, 0)
        for topic in ["Ships", "Trees", "Clouds"] {
            var reading = LanguageModelRequest(
                prompt: .raw(
                    String(repeating: topic + " and stars move over the wide land at night. ", count: 14)
                ),
                task: .choice([" yes", " no"])
            )
            reading.options.maximumTokens = 1
            let completion = try await engine.answer(to: reading).completion
            read.tokens += completion.promptTokens - completion.cachedTokens
            read.seconds += completion.seconds
        }
        let choosing = LanguageModelRequest(
            prompt: .raw(
                "The download failed with: not enough articles were found on the server. The cause is"
            ),
            task: .choice([
                " missing articles", " missing disk space", " a wrong password", " a wrong archive",
                " an encrypted archive", " an unreachable server", " a damaged file", " a duplicate release",
            ])
        )
        _ = try await engine.answer(to: choosing)
        let chosen = try await engine.answer(to: choosing).completion
        return EngineBenchmark(
            writtenPerSecond: Double(written.answerTokens) / written.seconds,
            readPerSecond: Double(read.tokens) / read.seconds,
            choiceSeconds: chosen.seconds
        )
    }
}
