internal import Foundation
internal import LanguageModels
internal import OrderedJSON

/// The documents of one answer in OpenAI's form.
struct OpenAIAnswer: Sendable {
    let endpoint: OpenAIRequest.Endpoint
    let id: String
    /// Seconds since 1970.
    let created: Int
    let model: String

    init(endpoint: OpenAIRequest.Endpoint, model: String, now: Date) {
        self.endpoint = endpoint
        self.model = model
        id = (endpoint == .chat ? "chatcmpl-" : "cmpl-") + UUID().uuidString.lowercased()
        created = Int(now.timeIntervalSince1970)
    }

    private func document(kind: String, choices: [JSONValue], usage: JSONValue?) -> JSONValue {
        var object: JSONObject = [
            "id": .string(id), "object": .string(kind), "created": .number(created), "model": .string(model),
            "choices": .array(choices),
        ]
        if let usage { object["usage"] = usage }
        return .object(object)
    }

    private static func reason(_ completion: Completion?) -> JSONValue {
        completion.map { .string($0.reason.rawValue) } ?? .null
    }

    /// The whole answer.
    func whole(_ text: String, _ completion: Completion) -> JSONValue {
        var choice: JSONObject = ["index": 0]
        if endpoint == .chat {
            choice["message"] = .object(["role": "assistant", "content": .string(text)])
        } else {
            choice["text"] = .string(text)
        }
        choice["logprobs"] = .null
        choice["finish_reason"] = Self.reason(completion)
        let kind = endpoint == .chat ? "chat.completion" : "text_completion"
        return document(kind: kind, choices: [.object(choice)], usage: Self.usage(completion))
    }

    /// A piece of a stream: text, or the end with its reason.
    func chunk(_ text: String?, isFirst: Bool = false, _ completion: Completion? = nil) -> JSONValue {
        var choice: JSONObject = ["index": 0]
        if endpoint == .chat {
            var delta: JSONObject = isFirst ? ["role": "assistant"] : [:]
            if let text { delta["content"] = .string(text) }
            choice["delta"] = .object(delta)
        } else {
            choice["text"] = .string(text ?? "")
        }
        choice["logprobs"] = .null
        choice["finish_reason"] = Self.reason(completion)
        return document(kind: chunkKind, choices: [.object(choice)], usage: nil)
    }

    /// The last piece of a stream that was asked to tell its usage.
    func usageChunk(_ completion: Completion) -> JSONValue {
        document(kind: chunkKind, choices: [], usage: Self.usage(completion))
    }

    private var chunkKind: String { endpoint == .chat ? "chat.completion.chunk" : "text_completion" }

    private static func usage(_ completion: Completion) -> JSONValue {
        .object([
            "prompt_tokens": .number(completion.promptTokens),
            "completion_tokens": .number(completion.answerTokens),
            "total_tokens": .number(completion.promptTokens + completion.answerTokens),
            "prompt_tokens_details": .object(["cached_tokens": .number(completion.cachedTokens)]),
        ])
    }
}
