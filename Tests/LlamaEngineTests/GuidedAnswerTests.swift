internal import Foundation
internal import GuidedGeneration
internal import LanguageModels
internal import LlamaEngine
internal import OrderedJSON
internal import TestSupport
internal import Testing

// Needs the starter model, which `make test` fetches first.
@Suite(.enabled(if: EngineModel.isThere), .timeLimit(.minutes(5)))
struct GuidedAnswerTests {
    private let engine = EngineModel.engine()

    static let schemas = [
        #"{"type": "boolean"}"#,
        #"{"enum": ["missing articles", "missing space", "a wrong password", null, 7]}"#,
        #"""
        {"type": "object", "additionalProperties": false, "required": ["intent", "title", "year", "quality", "sure"],
         "properties": {
            "intent": {"type": "string", "enum": ["add", "remove", "status", "search"]},
            "title": {"type": "string", "maxLength": 40},
            "year": {"type": "integer", "minimum": 1900, "maximum": 2030},
            "quality": {"type": "string", "enum": ["any", "hd", "fullHD", "ultraHD"]},
            "sure": {"type": "boolean"}}}
        """#,
        #"{"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 4}"#,
        #"""
        {"type": "object", "required": ["films"], "additionalProperties": false, "properties": {
            "films": {"type": "array", "minItems": 1, "maxItems": 3, "items": {
                "type": "object", "required": ["name"], "additionalProperties": false, "properties": {
                    "name": {"type": "string", "maxLength": 24}, "seen": {"type": "boolean"}}}}}}
        """#,
        #"{"type": "string", "format": "date"}"#,
    ]

    private static func request(_ guide: Guide, _ sampling: GenerationOptions.Sampling)
        -> LanguageModelRequest
    {
        LanguageModelRequest(
            prompt: .chat([ChatMessage(.user, "Add the film Dune of 2021 in 4K. Answer as JSON.")]),
            task: .guided(guide),
            options: GenerationOptions(sampling: sampling, maximumTokens: 120)
        )
    }

    @Test(
        arguments: schemas,
        [GenerationOptions.Sampling.greedy, .random(temperature: 1.5, topP: 1, seed: 11)]
    )
    func `an answer is JSON of its schema, and each of its tokens was forced or decided`(
        schema: String,
        sampling: GenerationOptions.Sampling
    ) async throws {
        let answer = try await engine.answer(to: Self.request(.schema(schema), sampling))
        #expect(answer.completion.reason == .stop)
        let value = try JSONValue(parsing: answer.text)
        let wanted = try JSONValue(parsing: schema)
        #expect(SchemaCheck.faults(of: value, against: wanted) == [])
        let completion = answer.completion
        // Where the text could go on, its end is a decision of its own.
        let ends = answer.decisions.filter { $0.text.isEmpty }.count
        #expect(completion.forcedTokens + answer.decisions.count - ends == completion.answerTokens)
        #expect(ends <= 1)
        for decision in answer.decisions {
            #expect((0...1).contains(decision.probability))
            #expect((0...1).contains(decision.coverage))
            #expect(decision.alternatives.count >= 2)
            // A token may be a part of a character; its text is then a replacement.
            guard !decision.text.contains("\u{FFFD}") else { continue }
            #expect(answer.text.utf8.dropFirst(decision.offset).starts(with: decision.text.utf8))
        }
    }

    @Test func `what the schema fixes costs no step of the model`() async throws {
        let answer = try await engine.answer(to: Self.request(.schema(Self.schemas[2]), .greedy))
        // Five names, quotes, colons and commas are most of such an answer.
        #expect(answer.completion.forcedTokens > answer.decisions.count)
        let fixed = try await engine.answer(
            to: Self.request(.schema(#"{"const": {"a": [1, 2, "x"]}}"#), .greedy)
        )
        #expect(fixed.text == #"{"a": [1, 2, "x"]}"#)
        #expect(fixed.decisions.isEmpty)
        #expect(fixed.completion.forcedTokens == fixed.completion.answerTokens)
    }

    @Test func `the same request is answered the same way whatever was read before`() async throws {
        let request = Self.request(.schema(Self.schemas[2]), .greedy)
        let first = try await engine.answer(to: request)
        let again = try await engine.answer(to: request)
        _ = try await EngineModel.capital(from: engine)
        let later = try await engine.answer(to: request)
        #expect(again.text == first.text)
        #expect(later.text == first.text)
        // The first decision comes after tokens that the schema forces, so that all of the prompt is there.
        #expect(again.completion.cachedTokens == again.completion.promptTokens)
    }

    @Test func `a title is a part of the sentence that it is copied from`() async throws {
        let sentence = "Please add the old film Metropolis in full HD"
        let grammar = Grammar.sequence([
            .choice([.literal("add"), .literal("remove")]), .literal(" | "), .span(Span(of: sentence)),
        ])
        var request = Self.request(.grammar(grammar, rules: [:]), .random(temperature: 2, topP: 1, seed: 5))
        request.prompt = .raw(sentence + "\n")
        let parts = try await engine.answer(to: request).text.components(separatedBy: " | ")
        #expect(parts.count == 2)
        let title = try #require(parts.last)
        #expect(sentence.contains(title))
    }
}
