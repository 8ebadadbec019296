internal import GuidedGeneration
internal import LanguageModels
internal import Testing

/// A request that cannot be answered, and how that must be said.
struct BadInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let request: LanguageModelRequest
    let isSaid: @Sendable (LanguageModelError) -> Bool

    private init(
        _ description: String,
        _ task: LanguageModelRequest.Task,
        prompt: LanguageModelRequest.Prompt = .raw("Hello"),
        options: GenerationOptions = GenerationOptions(sampling: .greedy, maximumTokens: 16),
        isSaid: @escaping @Sendable (LanguageModelError) -> Bool
    ) {
        testDescription = description
        request = LanguageModelRequest(prompt: prompt, task: task, options: options)
        self.isSaid = isSaid
    }

    static let all: [BadInput] = [
        schema("not JSON", "{\"type\": ", "JSON"),
        schema("no schema", "[1, 2]", ""),
        schema(
            "a keyword of another kind",
            #"{"type": "object", "patternProperties": {}}"#,
            "patternProperties"
        ),
        schema("recursion without end", ##"{"$ref": "#"}"##, "recurses without end"),
        schema(
            "recursion through a required member",
            ##"{"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]}"##,
            "recurses without end"
        ),
        schema(
            "ten megabytes",
            #"{"description": ""# + String(repeating: "x", count: 10 << 20) + #""}"#,
            "too large"
        ),
        schema(
            "ten megabytes of options",
            #"{"enum": ["# + (0..<700_000).map { "\"option\($0)\"" }.joined(separator: ",") + "]}",
            "too large"
        ),
        schema(
            "contradictory",
            #"{"allOf": [{"type": "string"}, {"type": "integer"}]}"#,
            "Nothing can satisfy"
        ),
        schema("empty range", #"{"type": "integer", "minimum": 3, "maximum": 2}"#, "Nothing can satisfy"),
        schema(
            "a pattern that explodes",
            #"{"type": "string", "pattern": "(a|b)*a(a|b){30}"}"#,
            "too large"
        ),
        schema(
            "more than the budget",
            #"{"const": "90817263544536271809908172635445362718"}"#,
            "the budget is 16"
        ),
        BadInput("a prompt longer than the context", .text, prompt: .raw(words(2_000))) {
            guard case .contextExceeded(let prompt, 512) = $0 else { return false }
            return prompt >= 2_000
        },
        BadInput(
            "a conversation longer than the context",
            .text,
            prompt: .chat([ChatMessage(.user, words(2_000))])
        ) {
            guard case .contextExceeded(let prompt, 512) = $0 else { return false }
            return prompt >= 2_000
        },
        BadInput(
            "options longer than the context",
            .choice([words(600) + "a", words(600) + "b"])
        ) {
            guard case .contextExceeded(_, 512) = $0 else { return false }
            return true
        },
        invalid("no options", .choice([])), invalid("an option twice", .choice(["a", "a"])),
        invalid("an empty option", .choice(["", "a"])),
        invalid("an empty prompt", .text, prompt: .raw("")),
        invalid("no budget", .text, options: GenerationOptions(sampling: .greedy, maximumTokens: 0)),
        invalid(
            "no nucleus",
            .text,
            options: GenerationOptions(sampling: .random(temperature: 1, topP: 0, seed: 1))
        ),
        invalid(
            "a temperature that is no number",
            .text,
            options: GenerationOptions(sampling: .random(temperature: .nan, topP: 1, seed: 1))
        ),
    ]

    private static func schema(_ description: String, _ text: String, _ reason: String) -> BadInput {
        BadInput("schema: \(description)", .guided(.schema(text))) {
            guard case .unusableGuide(let said) = $0 else { return false }
            return said.contains(reason)
        }
    }

    private static func invalid(
        _ description: String,
        _ task: LanguageModelRequest.Task,
        prompt: LanguageModelRequest.Prompt = .raw("Hello"),
        options: GenerationOptions = GenerationOptions(sampling: .greedy, maximumTokens: 16)
    ) -> BadInput {
        BadInput(description, task, prompt: prompt, options: options) {
            guard case .invalidRequest = $0 else { return false }
            return true
        }
    }

    private static func words(_ count: Int) -> String { String(repeating: "word ", count: count) }
}
