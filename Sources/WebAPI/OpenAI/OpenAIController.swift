package import Foundation
package import Hummingbird
internal import HTTPTypes
package import LanguageModels
internal import NIOCore
internal import OrderedJSON

/// `/v1/chat/completions`, `/v1/completions` and `/v1/models`: the engine for programs that speak OpenAI's protocol.
///
/// It belongs at the root, not under `/api/v1`, because other programs know the paths; it is closed without a key as is
/// everything else.
package struct OpenAIController: Controller {
    private let model: any LanguageModel
    private let now: @Sendable () -> Date

    /// The routes over a model.
    ///
    /// - Parameters:
    ///   - model: What answers, whatever model a request names.
    ///   - now: The time, for the documents' `created`.
    package init(model: any LanguageModel, now: @escaping @Sendable () -> Date = { Date() }) {
        self.model = model
        self.now = now
    }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.get("v1/models") { _, _ in try await answering { try await models() } }
        group.get("v1/models/{id}") { _, context in
            let id = context.parameters.get("id") ?? ""
            return try await answering {
                let name = try await model.describe().name
                guard id == name else {
                    throw OpenAIError(
                        .notFound,
                        "there is no model \(id)",
                        kind: "invalid_request_error",
                        parameter: "model"
                    )
                }
                return Response.json(entry(name))
            }
        }
        group.post("v1/chat/completions") { request, context in
            try await complete(request, context, endpoint: .chat)
        }
        group.post("v1/completions") { request, context in
            try await complete(request, context, endpoint: .text)
        }
    }

    /// Runs a body, and tells what it throws in OpenAI's form.
    private func answering(_ body: () async throws -> Response) async throws -> Response {
        do {
            return try await body()
        } catch let error as CancellationError {
            throw error
        } catch {
            return OpenAIError(error).response
        }
    }

    private func models() async throws -> Response {
        var entries: [JSONValue] = []
        do {
            entries = [entry(try await model.describe().name)]
        } catch LanguageModelError.noModel {
            // None yet is an empty list.
        }
        return Response.json(.object(["object": "list", "data": .array(entries)]))
    }

    private func entry(_ name: String) -> JSONValue {
        .object([
            "id": .string(name), "object": "model", "created": .number(Int(now().timeIntervalSince1970)),
            "owned_by": "autoarr",
        ])
    }

    private func complete(
        _ request: Request,
        _ context: AppRequestContext,
        endpoint: OpenAIRequest.Endpoint
    ) async throws -> Response {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        return try await answering {
            let document: JSONValue
            do {
                document = try JSONValue(parsing: Array(body.readableBytesView))
            } catch {
                throw OpenAIError("the body is \(error)", parameter: nil)
            }
            let asked = try OpenAIRequest(document, endpoint: endpoint)
            let answer = OpenAIAnswer(endpoint: endpoint, model: asked.model, now: now())
            if asked.isStream { return try await stream(asked, answer) }
            let (text, _, completion) = try await model.answer(to: asked.request)
            return Response.json(answer.whole(text, completion))
        }
    }

    /// Sends the answer as it is written.
    ///
    /// The first event is awaited before the status goes out, so that an error before it still has a status of its own.
    private func stream(_ asked: OpenAIRequest, _ answer: OpenAIAnswer) async throws -> Response {
        let events = model.respond(to: asked.request)
        let (lines, output) = AsyncThrowingStream<String, any Error>.makeStream()
        let task = Task {
            do {
                var isFirst = true
                for try await event in events {
                    switch event {
                    case .text(let text):
                        output.yield(Self.line(answer.chunk(text, isFirst: isFirst)))
                        isFirst = false
                    case .decision: break
                    case .finished(let completion):
                        output.yield(Self.line(answer.chunk(nil, isFirst: isFirst, completion)))
                        if asked.includesUsage { output.yield(Self.line(answer.usageChunk(completion))) }
                        output.yield("data: [DONE]\n\n")
                    }
                }
                output.finish()
            } catch {
                output.finish(throwing: error)
            }
        }
        output.onTermination = { _ in task.cancel() }
        let source = StreamSource(lines)
        let first = try await source.next()
        var headers: HTTPFields = [
            .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
        ]
        headers.set("X-Accel-Buffering", to: "no")
        let body = ResponseBody { writer in
            // The client may go away in the middle: then the write fails, and the request is given up.
            defer { task.cancel() }
            var line = first
            do {
                while let text = line {
                    try await writer.write(ByteBuffer(string: text))
                    line = try await source.next()
                }
            } catch let error as LanguageModelError {
                try await writer.write(ByteBuffer(string: Self.line(OpenAIError(error).document)))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private static func line(_ document: JSONValue) -> String { "data: \(document.text())\n\n" }
}
