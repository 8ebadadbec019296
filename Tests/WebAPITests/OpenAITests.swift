import LanguageModels
import OrderedJSON
import ServiceHTTP
import Synchronization
import Testing
import WebAPI

struct OpenAITests {
    /// A house with a model that keeps what it was asked, and a cookie of its owner.
    private func running(
        _ script: @escaping @Sendable (LanguageModelRequest) async throws -> [LanguageModelEvent],
        _ body: @Sendable (TestHouse, HTTPHeaders) async throws -> Void
    ) async throws {
        let controller = OpenAIController(model: ScriptedLanguageModel(script))
        try await TestHouse.running(compatibility: [controller]) { house in
            try await body(house, ["Cookie": try await house.claim()])
        }
    }

    private static let answer: [LanguageModelEvent] = [
        .text("Hel"), .text("lo"),
        .finished(Completion(reason: .stop, promptTokens: 7, cachedTokens: 5, answerTokens: 2)),
    ]

    private static func question(_ more: JSONObject = [:]) -> JSONValue {
        var object: JSONObject = [
            "model": "scripted", "messages": .array([.object(["role": "user", "content": "hi"])]),
        ]
        for (name, value) in more { object[name] = value }
        return .object(object)
    }

    @Test func `a conversation is answered with its usage`() async throws {
        let asked = Mutex<LanguageModelRequest?>(nil)
        let keep: @Sendable (LanguageModelRequest) -> Void = { request in asked.withLock { $0 = request } }
        try await running { request in
            keep(request)
            return Self.answer
        } _: { house, headers in
            let reply = try await house.post(
                "/v1/chat/completions",
                Self.question(["temperature": 0, "max_tokens": 9, "stop": "END", "n": 1, "user": "x"]),
                headers: headers
            )
            #expect(reply.status == 200)
            let document = try reply.json
            #expect(document["object"] == "chat.completion")
            #expect(document["choices"]?[0]?["message"]?["content"] == "Hello")
            #expect(document["choices"]?[0]?["finish_reason"] == "stop")
            #expect(document["usage"]?["total_tokens"] == 9)
        }
        let request = try #require(asked.withLock { $0 })
        #expect(request.prompt == .chat([ChatMessage(.user, "hi")]))
        #expect(request.options == GenerationOptions(sampling: .greedy, maximumTokens: 9, stop: ["END"]))
    }

    @Test func `a stream comes in chunks and ends with its usage and DONE`() async throws {
        try await running { _ in
            Self.answer
        } _: { house, headers in
            let more: JSONObject = ["stream": true, "stream_options": .object(["include_usage": true])]
            let reply = try await house.post("/v1/chat/completions", Self.question(more), headers: headers)
            #expect(reply.headers["content-type"] == "text/event-stream; charset=utf-8")
            let lines = reply.text.split(separator: "\n\n").map { $0.dropFirst("data: ".count) }
            #expect(lines.last == "[DONE]")
            let chunks = try lines.dropLast().map { try JSONValue(parsing: String($0)) }
            #expect(chunks.compactMap { $0["choices"]?[0]?["delta"]?["content"]?.string } == ["Hel", "lo"])
            #expect(chunks.compactMap { $0["choices"]?[0]?["finish_reason"]?.string } == ["stop"])
            #expect(chunks.last?["usage"]?["completion_tokens"] == 2)
        }
    }

    @Test func `a response format guides the answer, and one that cannot be followed is refused`()
        async throws
    {
        let schema: JSONValue = .object(["type": "object", "patternProperties": .object([:])])
        let format: JSONValue = .object([
            "type": "json_schema", "json_schema": .object(["name": "x", "schema": schema]),
        ])
        try await running { request in
            guard case .guided = request.task else { return Self.answer }
            return [.text("{}"), .finished(Completion(reason: .stop))]
        } _: { house, headers in
            let object: JSONValue = .object(["type": "json_object"])
            let guided = try await house.post(
                "/v1/chat/completions",
                Self.question(["response_format": object]),
                headers: headers
            )
            #expect(try guided.json["choices"]?[0]?["message"]?["content"] == "{}")
            let refused = try await house.post(
                "/v1/chat/completions",
                Self.question(["response_format": format]),
                headers: headers
            )
            #expect(refused.status == 400)
            #expect(try refused.json["error"]?["message"]?.string?.contains("patternProperties") == true)
        }
    }

    @Test(arguments: [(true, 1), (false, 0)])
    func `the instructions of a program that wants a form are told to be the same each time`(
        isGuided: Bool,
        shared: Int
    ) async throws {
        let asked = Mutex<LanguageModelRequest?>(nil)
        let keep: @Sendable (LanguageModelRequest) -> Void = { request in asked.withLock { $0 = request } }
        try await running { request in
            keep(request)
            return Self.answer
        } _: { house, headers in
            var more: JSONObject = [
                "messages": .array([
                    .object(["role": "system", "content": "Be brief."]),
                    .object(["role": "user", "content": "hi"]),
                ])
            ]
            if isGuided { more["response_format"] = .object(["type": "json_object"]) }
            _ = try await house.post("/v1/chat/completions", Self.question(more), headers: headers)
        }
        #expect(asked.withLock { $0?.sharedPrefix } == shared)
    }

    @Test(
        arguments: [
            ("n", 2), ("logprobs", true), ("frequency_penalty", 0.5), ("logit_bias", ["5": 1]),
            ("temperature", 3),
            ("colour", "red"), ("tools", [["type": "function"]]), ("max_tokens", 0),
        ] as [(String, JSONValue)]
    )
    func `a parameter that would change the answer is refused by name`(name: String, value: JSONValue)
        async throws
    {
        try await running { _ in
            Self.answer
        } _: { house, headers in
            let reply = try await house.post(
                "/v1/chat/completions",
                Self.question([name: value]),
                headers: headers
            )
            #expect(reply.status == 400)
            let error = try reply.json["error"]
            #expect(error?["type"] == "invalid_request_error")
            #expect(error?["param"] == .string(name))
        }
    }

    @Test func `nothing is answered without a key`() async throws {
        try await running { _ in
            Self.answer
        } _: { house, _ in
            let question = Self.question()
            for path in ["/v1/chat/completions", "/v1/completions"] {
                let reply = try await house.post(path, question)
                #expect(reply.status == 401)
            }
            let models = try await house.get("/v1/models")
            #expect(models.status == 401)
        }
    }

    @Test func `texts are continued, models are listed, and a busy engine says when to come back`()
        async throws
    {
        try await running { request in
            guard case .raw("once") = request.prompt else { throw LanguageModelError.busy(seconds: 2.5) }
            return Self.answer
        } _: { house, headers in
            let text = try await house.post(
                "/v1/completions",
                ["model": "m", "prompt": "once"],
                headers: headers
            )
            #expect(try text.json["choices"]?[0]?["text"] == "Hello")
            let models = try await house.get("/v1/models", headers: headers)
            #expect(try models.json["data"]?[0]?["id"] == "scripted")
            for isStream in [JSONValue.bool(false), .bool(true)] {
                let body = Self.question(["stream": isStream])
                let busy = try await house.post("/v1/chat/completions", body, headers: headers)
                #expect(busy.status == 503)
                #expect(busy.headers["retry-after"] == "3")
            }
        }
    }
}
