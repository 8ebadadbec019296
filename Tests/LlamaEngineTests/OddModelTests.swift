internal import Foundation
internal import GuidedGeneration
internal import LanguageModels
internal import LlamaEngine
internal import Testing

/// The starter model with its metadata changed: what other people's files may lack.
@Suite(.enabled(if: EngineModel.isThere), .timeLimit(.minutes(5)))
struct OddModelTests {
    private static let continuation = LanguageModelRequest(
        prompt: .raw("The capital of France is the city of"),
        options: GenerationOptions(sampling: .greedy, maximumTokens: 4)
    )

    @Test func `without a chat template, a chat is refused and a raw prompt answered`() async throws {
        try await EngineModel.changed([("tokenizer.chat_template", "tokenizer.chat_templatX")]) { path in
            let engine = EngineModel.engine(path: path)
            let error = await #expect(throws: LanguageModelError.self) {
                try await engine.answer(to: EngineModel.capitalQuestion)
            }
            guard case .invalidRequest(let reason)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(reason.contains("no chat template"))
            let next = try await engine.answer(to: Self.continuation)
            #expect(next.text.contains("Paris"))
        }
    }

    @Test func `with a template that llama.cpp does not know, a chat is refused`() async throws {
        // The marker by which the library knows this family of templates, wherever it stands in it.
        let changes = ["<|im_start|>system", "<|im_start|>' + message", "<|im_start|>assistant"].map {
            ($0, $0.replacing("start", with: "staXX"))
        }
        try await EngineModel.changed(changes) { path in
            let engine = EngineModel.engine(path: path)
            let error = await #expect(throws: LanguageModelError.self) {
                try await engine.answer(to: EngineModel.capitalQuestion)
            }
            guard case .invalidRequest(let reason)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(reason.contains("template"))
            let next = try await engine.answer(to: Self.continuation)
            #expect(next.text.contains("Paris"))
        }
    }

    /// llama.cpp then takes token 11 for the end, which this model never writes.
    @Test func `without end tokens, answers end at their budget and guided ones with their guide`()
        async throws
    {
        let changes = [
            ("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eoX_token_id"),
            ("<|endoftext|>", "<|endofteXX|>"), ("<|im_end|>", "<|im_eXX|>"),
        ]
        try await EngineModel.changed(changes) { path in
            let engine = EngineModel.engine(path: path)
            var request = Self.continuation
            request.options.maximumTokens = 60
            let answer = try await engine.answer(to: request)
            #expect(answer.text.contains("Paris"))
            #expect(answer.completion.reason == .length)
            #expect(answer.completion.answerTokens == 60)
            request.task = .guided(
                .schema(#"{"type": "array", "items": {"type": "integer"}, "maxItems": 3}"#)
            )
            let guided = try await engine.answer(to: request)
            #expect(guided.completion.reason == .stop)
            #expect(try JSONDecoder().decode([Int].self, from: Data(guided.text.utf8)).count <= 3)
        }
    }
}
