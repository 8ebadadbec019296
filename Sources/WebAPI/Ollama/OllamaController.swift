package import Foundation
package import Hummingbird
internal import HTTPTypes
package import LanguageModels
internal import NIOCore
internal import OrderedJSON

/// `/api/tags`, `/api/ps`, `/api/version`, `/api/generate` and `/api/chat`: the calls of Ollama that other self-hosted
/// programs use, closed without a key as is everything else.
package struct OllamaController: Controller {
    private let model: any LanguageModel
    private let version: String
    private let now: @Sendable () -> Date

    /// The routes over a model.
    ///
    /// - Parameters:
    ///   - model: What answers, whatever model a request names.
    ///   - version: What `/api/version` says.
    ///   - now: The time.
    package init(model: any LanguageModel, version: String, now: @escaping @Sendable () -> Date = { Date() })
    {
        self.model = model
        self.version = version
        self.now = now
    }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("api/version") { _, _ in Response.json(.object(["version": .string(version)])) }
        group.get("api/tags") { _, _ in Response.json(.object(["models": .array(try await models())])) }
        group.get("api/ps") { _, _ in
            Response.json(.object(["models": .array(try await models(loadedOnly: true))]))
        }
        group.post("api/chat") { request, context in try await complete(request, context, .chat) }
        group.post("api/generate") { request, context in try await complete(request, context, .generate) }
    }

    private func models(loadedOnly: Bool = false) async throws -> [JSONValue] {
        let described: LanguageModelDescription
        do { described = try await model.describe() } catch LanguageModelError.noModel { return [] }
        guard described.isLoaded || !loadedOnly else { return [] }
        return [
            .object([
                "name": .string(described.name), "model": .string(described.name),
                "modified_at": .string(now().formatted(.iso8601)), "size": .number(described.bytes),
                "digest": "", "details": .object(["format": "gguf"]),
            ])
        ]
    }

    private func complete(
        _ request: Request,
        _ context: AppRequestContext,
        _ endpoint: OllamaRequest.Endpoint
    ) async throws -> Response {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let document: JSONValue
        do {
            document = try JSONValue(parsing: Array(body.readableBytesView))
        } catch {
            throw Problem(.badRequest, "the body is \(error)")
        }
        let asked = try OllamaRequest(document, endpoint: endpoint)
        let line = OllamaLine(asked, time: now().formatted(.iso8601))
        // Without a prompt Ollama loads the model and says so.
        guard let wanted = asked.request else {
            return Response.json(line.end(nil, text: "", reason: "load"))
        }
        guard asked.isStream else {
            let (text, _, completion) = try await model.answer(to: wanted)
            return Response.json(line.end(completion, text: text))
        }
        let events = StreamSource(model.respond(to: wanted))
        // The first event is awaited before the status goes out, so that an error before it has a status of its own.
        let first = try await events.next()
        return Response(
            status: .ok,
            headers: [.contentType: "application/x-ndjson", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                var event = first
                do {
                    while let one = event {
                        switch one {
                        case .text(let text):
                            try await writer.write(ByteBuffer(string: line.part(text).text() + "\n"))
                        case .decision: break
                        case .finished(let completion):
                            try await writer.write(
                                ByteBuffer(string: line.end(completion, text: "").text() + "\n")
                            )
                        }
                        event = try await events.next()
                    }
                } catch let error as LanguageModelError {
                    let problem = JSONValue.object(["error": .string(error.problem.detail)])
                    try await writer.write(ByteBuffer(string: problem.text() + "\n"))
                }
                try await writer.finish(nil)
            }
        )
    }
}

/// The documents of an answer.
private struct OllamaLine: Sendable {
    private let endpoint: OllamaRequest.Endpoint
    private let model: String
    private let time: String

    init(_ asked: OllamaRequest, time: String) {
        endpoint = asked.endpoint
        model = asked.model
        self.time = time
    }

    func part(_ text: String) -> JSONValue { .object(document(text, isDone: false)) }

    func end(_ completion: Completion?, text: String, reason: String? = nil) -> JSONValue {
        var object = document(text, isDone: true)
        object["done_reason"] = .string(reason ?? (completion?.reason == .length ? "length" : "stop"))
        if let completion {
            object["total_duration"] = .number(Int(completion.seconds * 1e9))
            object["prompt_eval_count"] = .number(completion.promptTokens)
            object["eval_count"] = .number(completion.answerTokens)
        }
        return .object(object)
    }

    private func document(_ text: String, isDone: Bool) -> JSONObject {
        var object: JSONObject = ["model": .string(model), "created_at": .string(time)]
        switch endpoint {
        case .chat: object["message"] = .object(["role": "assistant", "content": .string(text)])
        case .generate: object["response"] = .string(text)
        }
        object["done"] = .bool(isDone)
        return object
    }
}
