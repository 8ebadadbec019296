internal import GuidedGeneration
internal import Hummingbird
internal import LanguageModels
internal import OrderedJSON

/// A body of `/v1/chat/completions` or `/v1/completions`, read strictly.
///
/// A parameter that would change what comes back and that we do not have is refused by name, unless it has the value
/// that changes nothing.
struct OpenAIRequest: Sendable {
    /// Which of the two it is.
    enum Endpoint: Sendable {
        case chat
        case text
    }

    let endpoint: Endpoint
    let model: String
    let isStream: Bool
    /// Whether a stream tells the usage in a chunk of its own at the end.
    let includesUsage: Bool
    let request: LanguageModelRequest

    /// Parameters that say who asks or how it is billed, and change nothing in the answer.
    private static let harmless: Set<String> = [
        "user", "metadata", "store", "service_tier", "safety_identifier", "prompt_cache_key",
    ]
    /// Parameters that we do not have, with the values under which they ask for nothing.
    private static let neutral: [String: [JSONValue]] = [
        "n": [1], "best_of": [1], "frequency_penalty": [0], "presence_penalty": [0],
        "logit_bias": [.object([:])],
        "logprobs": [.bool(false), 0], "top_logprobs": [0], "echo": [.bool(false)], "suffix": [""],
        "tools": [.array([])], "tool_choice": ["none"], "parallel_tool_calls": [.bool(true), .bool(false)],
        "functions": [.array([])], "modalities": [.array(["text"])],
    ]
    private static let own: Set<String> = [
        "model", "stream", "stream_options", "stop", "seed", "temperature", "top_p", "max_tokens",
        "max_completion_tokens", "response_format",
    ]

    /// Reads a body.
    ///
    /// - Throws: ``OpenAIError`` for what cannot be done.
    init(_ body: JSONValue, endpoint: Endpoint) throws {
        guard let object = body.object else {
            throw OpenAIError("the body must be a JSON object", parameter: nil)
        }
        let prompt = endpoint == .chat ? "messages" : "prompt"
        for (name, value) in object where !value.isNull {
            if Self.own.contains(name) || Self.harmless.contains(name) || name == prompt { continue }
            guard
                Self.neutral[name]?.contains(value) == true
                    || (value.double == 0 && Self.neutral[name] == [0])
            else {
                throw OpenAIError("the parameter \(name) is not supported", parameter: name)
            }
        }
        self.endpoint = endpoint
        guard let model = object["model"]?.string else {
            throw OpenAIError("model is missing", parameter: "model")
        }
        self.model = model
        isStream = try Self.bool(object["stream"], "stream") ?? false
        let streamOptions = object["stream_options"].flatMap { $0.isNull ? nil : $0 }
        includesUsage =
            try Self.bool(streamOptions?["include_usage"], "stream_options.include_usage") ?? false
        let task = try Self.task(object["response_format"])
        let read: LanguageModelRequest.Prompt =
            endpoint == .chat
            ? .chat(try Self.messages(object["messages"])) : .raw(try Self.prompt(object["prompt"]))
        request = LanguageModelRequest(
            prompt: read,
            sharedPrefix: Self.sharedPrefix(of: read, for: task),
            task: task,
            options: GenerationOptions(
                sampling: try Self.sampling(object),
                maximumTokens: try Self.maximumTokens(object, endpoint),
                stop: try Self.stop(object["stop"])
            )
        )
    }

    /// How many messages at the start are the same each time this program asks.
    ///
    /// The instructions of one that wants its answers in a form are: their state is worth keeping. In a conversation
    /// they often hold the day or the person.
    private static func sharedPrefix(
        of prompt: LanguageModelRequest.Prompt,
        for task: LanguageModelRequest.Task
    ) -> Int {
        guard case .guided = task, case .chat(let messages) = prompt, messages.count > 1,
            messages.first?.role == .system
        else { return 0 }
        return 1
    }

    private static func messages(_ value: JSONValue?) throws -> [ChatMessage] {
        guard let array = value?.array, !array.isEmpty else {
            throw OpenAIError("messages must be a list with at least one message", parameter: "messages")
        }
        return try array.enumerated().map { index, message in
            let place = "messages[\(index)]"
            let named = message["role"]?.string == "developer" ? "system" : message["role"]?.string
            guard let role = named.flatMap(ChatMessage.Role.init(rawValue:)) else {
                throw OpenAIError(
                    "\(place).role must be system, user or assistant",
                    parameter: "\(place).role"
                )
            }
            for (name, value) in message.object ?? [:]
            where !["role", "content", "name"].contains(name) && !value.isNull {
                throw OpenAIError("\(place).\(name) is not supported", parameter: "\(place).\(name)")
            }
            if let text = message["content"]?.string { return ChatMessage(role, text) }
            guard let parts = message["content"]?.array else {
                throw OpenAIError("\(place).content must be text", parameter: "\(place).content")
            }
            return ChatMessage(
                role,
                try parts.map { part in
                    guard part["type"]?.string == "text", let text = part["text"]?.string else {
                        throw OpenAIError(
                            "\(place).content may only have parts of type text",
                            parameter: "\(place).content"
                        )
                    }
                    return text
                }.joined()
            )
        }
    }

    private static func prompt(_ value: JSONValue?) throws -> String {
        if let text = value?.string { return text }
        guard let array = value?.array, array.count == 1, let text = array[0].string else {
            throw OpenAIError("prompt must be one text", parameter: "prompt")
        }
        return text
    }

    private static func task(_ value: JSONValue?) throws -> LanguageModelRequest.Task {
        guard let value, !value.isNull else { return .text }
        switch value["type"]?.string {
        case "text": return .text
        case "json_object": return .guided(.schema(#"{"type": "object"}"#))
        case "json_schema":
            guard let schema = value["json_schema"]?["schema"], schema.object != nil else {
                throw OpenAIError(
                    "response_format.json_schema.schema is missing",
                    parameter: "response_format"
                )
            }
            let guide = Guide.schema(schema.text())
            do {
                // Refused here, before the request waits for its turn.
                _ = try CompiledGuide(guide)
            } catch {
                throw OpenAIError(error.description, parameter: "response_format.json_schema.schema")
            }
            return .guided(guide)
        default:
            throw OpenAIError(
                "response_format.type must be text, json_object or json_schema",
                parameter: "response_format"
            )
        }
    }

    private static func sampling(_ object: JSONObject) throws -> GenerationOptions.Sampling {
        let temperature = try number(object["temperature"], "temperature", in: 0...2) ?? 1
        let topP = try number(object["top_p"], "top_p", in: 0...1) ?? 1
        var seed: UInt32?
        if let value = object["seed"], !value.isNull {
            guard let number = value.int else {
                throw OpenAIError("seed must be an integer", parameter: "seed")
            }
            seed = UInt32(truncatingIfNeeded: number)
        }
        if temperature == 0 || topP == 0 { return .greedy }
        return .random(temperature: temperature, topP: topP, seed: seed)
    }

    private static func maximumTokens(_ object: JSONObject, _ endpoint: Endpoint) throws -> Int {
        for name in ["max_completion_tokens", "max_tokens"] {
            guard let value = object[name], !value.isNull else { continue }
            guard let count = value.int, count > 0 else {
                throw OpenAIError("\(name) must be a positive integer", parameter: name)
            }
            return count
        }
        // OpenAI's completions end after sixteen tokens unless told otherwise.
        return endpoint == .chat ? GenerationOptions().maximumTokens : 16
    }

    private static func stop(_ value: JSONValue?) throws -> [String] {
        guard let value, !value.isNull else { return [] }
        if let text = value.string { return [text] }
        guard let array = value.array, array.count <= 4 else {
            throw OpenAIError("stop must be one text or up to four", parameter: "stop")
        }
        return try array.map { element in
            guard let text = element.string, !text.isEmpty else {
                throw OpenAIError("stop must be one text or up to four", parameter: "stop")
            }
            return text
        }
    }

    private static func bool(_ value: JSONValue?, _ name: String) throws -> Bool? {
        guard let value, !value.isNull else { return nil }
        guard let bool = value.bool else {
            throw OpenAIError("\(name) must be true or false", parameter: name)
        }
        return bool
    }

    private static func number(
        _ value: JSONValue?,
        _ name: String,
        in range: ClosedRange<Double>
    ) throws -> Double? {
        guard let value, !value.isNull else { return nil }
        guard let number = value.double, range.contains(number) else {
            throw OpenAIError(
                "\(name) must be a number from \(range.lowerBound) to \(range.upperBound)",
                parameter: name
            )
        }
        return number
    }
}
