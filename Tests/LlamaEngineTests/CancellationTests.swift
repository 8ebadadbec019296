internal import Foundation
internal import GuidedGeneration
internal import LanguageModels
internal import LlamaEngine
internal import TestSupport
internal import Testing

// Needs the starter model, which `make test` fetches first.
@Suite(.enabled(if: EngineModel.isThere), .timeLimit(.minutes(5)), .serialized)
struct CancellationTests {
    /// Where a request is when nobody wants its answer any more.
    enum Stage: CaseIterable {
        case waiting
        case loading
        case reading
        case choosing
        case beginning
        case writing
        case deciding
    }

    private static let story = LanguageModelRequest(
        prompt: .chat([ChatMessage(.user, "Count from one to a thousand.")]),
        options: GenerationOptions(sampling: .greedy, maximumTokens: 400)
    )

    private static func long(_ task: LanguageModelRequest.Task) -> LanguageModelRequest {
        LanguageModelRequest(
            prompt: .raw(String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 180)),
            task: task,
            options: GenerationOptions(sampling: .greedy, maximumTokens: 8)
        )
    }

    @Test(arguments: Stage.allCases)
    func `a cancelled request ends at once, and the next is answered right`(stage: Stage) async throws {
        let engine = EngineModel.engine(context: 2048)
        if stage != .loading { _ = try await EngineModel.capital(from: engine) }
        switch stage {
        case .waiting:
            let first = Task { try await EngineModel.capital(from: engine) }
            try await cancelled(engine, Self.story) {}
            #expect(try await first.value.contains("Paris"))
        case .loading: try await cancelled(engine, Self.story) {}
        case .reading:
            try await cancelled(engine, Self.long(.text)) { await ProcessorTime.passes(.milliseconds(60)) }
        case .choosing:
            try await cancelled(engine, Self.long(.choice([" yes", " no"]))) {
                await ProcessorTime.passes(.milliseconds(60))
            }
        case .beginning: try await stopped(engine, Self.story, after: 1)
        case .writing: try await stopped(engine, Self.story, after: 7)
        case .deciding:
            var request = Self.story
            request.task = .guided(
                .schema(#"{"type": "array", "items": {"type": "string"}, "minItems": 20, "maxItems": 40}"#)
            )
            try await stopped(engine, request, after: 3)
        }
        // A request that went on in secret would hold the thread for seconds, and the cache with its own tokens.
        #expect(try await EngineModel.capital(from: engine).contains("Paris"))
    }

    private func cancelled(
        _ engine: LlamaEngine,
        _ request: LanguageModelRequest,
        after moment: () async -> Void
    ) async throws {
        let task = Task { try await engine.answer(to: request) }
        await moment()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    private func stopped(
        _ engine: LlamaEngine,
        _ request: LanguageModelRequest,
        after events: Int
    ) async throws {
        var count = 0
        for try await event in engine.respond(to: request) {
            if case .finished = event { Issue.record("the answer came to its end") }
            count += 1
            if count == events { break }
        }
        #expect(count == events)
    }
}
