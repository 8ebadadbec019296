internal import GuidedGeneration
internal import HTTPTypes
internal import LanguageModels
internal import OrderedJSON

/// A body of Ollama's `/api/chat` or `/api/generate`.
///
/// - Note: Source: `docs/api.md` of Ollama. What changes the answer and is not here (images, tools, suffix) is refused by
///   name; what only tunes its server (`keep_alive`, `num_ctx`, `num_thread`) is not ours to follow and changes nothing.
struct OllamaRequest: Sendable {
    /// Which of the two it is.
    enum Endpoint: Sendable {
        case chat
        case generate
    }

    let endpoint: Endpoint
    let model: String
    let isStream: Bool
    /// nil where nothing is asked but that the model be loaded.
    let request: LanguageModelRequest?

    /// Reads a body.
    ///
    /// - Throws: `Problem` for what cannot be done.
    init(_ body: JSONValue, endpoint: Endpoint) throws {
        self.endpoint = endpoint
        guard let model = body["model"]?.string else { throw Problem(.badRequest, "model is missing") }
        self.model = model
        isStream = body["stream"]?.bool ?? true
        for name in ["images", "tools", "suffix", "template"] {
            if let value = body[name], !value.isNull, value != .array([]), value != "" {
                throw Problem(.badRequest, "\(name) is not supported")
            }
        }
        guard let prompt = try Self.prompt(body, endpoint) else {
            request = nil
            return
        }
        let options = body["options"]
        let temperature = options?["temperature"]?.double ?? 0.8
        guard (0...5).contains(temperature) else {
            throw Problem(.badRequest, "temperature must be from 0 to 5")
        }
        let topP = options?["top_p"]?.double ?? 0.9
        guard (0...1).contains(topP) else { throw Problem(.badRequest, "top_p must be from 0 to 1") }
        let seed = options?["seed"]?.int.map { UInt32(truncatingIfNeeded: $0) }
        // -1 and -2 mean as many as there is room for.
        let wished = options?["num_predict"]?.int ?? -1
        request = LanguageModelRequest(
            prompt: prompt,
            task: try Self.task(body["format"]),
            options: GenerationOptions(
                sampling: temperature == 0 || topP == 0
                    ? .greedy : .random(temperature: temperature, topP: topP, seed: seed),
                maximumTokens: wished > 0 ? wished : GenerationOptions().maximumTokens,
                stop: options?["stop"]?.string.map { [$0] }
                    ?? (options?["stop"]?.array ?? []).compactMap(\.string).filter { !$0.isEmpty }
            )
        )
    }

    private static func prompt(_ body: JSONValue, _ endpoint: Endpoint) throws -> LanguageModelRequest.Prompt?
    {
        switch endpoint {
        case .generate:
            let text = body["prompt"]?.string ?? ""
            guard !text.isEmpty else { return nil }
            if body["raw"]?.bool == true { return .raw(text) }
            let system = body["system"]?.string.map { [ChatMessage(.system, $0)] } ?? []
            return .chat(system + [ChatMessage(.user, text)])
        case .chat:
            let messages = body["messages"]?.array ?? []
            guard !messages.isEmpty else { return nil }
            return .chat(
                try messages.enumerated().map { place, message in
                    guard let role = message["role"]?.string.flatMap(ChatMessage.Role.init(rawValue:)) else {
                        throw Problem(
                            .badRequest,
                            "messages[\(place)].role must be system, user or assistant"
                        )
                    }
                    for name in ["images", "tool_calls"] where message[name]?.array?.isEmpty == false {
                        throw Problem(.badRequest, "messages[\(place)].\(name) is not supported")
                    }
                    return ChatMessage(role, message["content"]?.string ?? "")
                }
            )
        }
    }

    private static func task(_ format: JSONValue?) throws -> LanguageModelRequest.Task {
        guard let format, !format.isNull, format != "" else { return .text }
        if format == "json" { return .guided(.schema(#"{"type": "object"}"#)) }
        guard format.object != nil else { throw Problem(.badRequest, "format must be json or a JSON Schema") }
        let guide = Guide.schema(format.text())
        do {
            _ = try CompiledGuide(guide)
        } catch {
            throw Problem(.badRequest, "format: \(error.description)")
        }
        return .guided(guide)
    }
}
