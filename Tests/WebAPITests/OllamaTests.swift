import LanguageModels
import OrderedJSON
import ServiceHTTP
import Synchronization
import Testing
import WebAPI

struct OllamaTests {
    private static let answer: [LanguageModelEvent] = [
        .text("Hel"), .text("lo"), .finished(Completion(reason: .stop, promptTokens: 7, answerTokens: 2)),
    ]

    private func running(
        _ keep: @escaping @Sendable (LanguageModelRequest) -> Void = { _ in },
        _ body: @Sendable (TestHouse, HTTPHeaders) async throws -> Void
    ) async throws {
        let model = ScriptedLanguageModel { request in
            keep(request)
            return Self.answer
        }
        try await TestHouse.running(compatibility: [OllamaController(model: model, version: "0.1")]) {
            house in
            try await body(house, ["Cookie": try await house.claim()])
        }
    }

    @Test func `a conversation streams line by line and ends with its counts`() async throws {
        let asked = Mutex<LanguageModelRequest?>(nil)
        try await running { request in
            asked.withLock { $0 = request }
        } _: { house, headers in
            let reply = try await house.post(
                "/api/chat",
                [
                    "model": "any", "messages": [["role": "user", "content": "hi"]],
                    "options": ["temperature": 0, "num_predict": 9, "stop": ["END"]], "keep_alive": "5m",
                ],
                headers: headers
            )
            #expect(reply.status == 200)
            let lines = try reply.text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
            #expect(lines.count == 3)
            #expect(lines.compactMap { $0["message"]?["content"]?.string }.joined() == "Hello")
            #expect(lines.map { $0["done"]?.bool } == [false, false, true])
            #expect(lines.last?["eval_count"] == 2)
        }
        let request = try #require(asked.withLock { $0 })
        #expect(request.prompt == .chat([ChatMessage(.user, "hi")]))
        #expect(request.options == GenerationOptions(sampling: .greedy, maximumTokens: 9, stop: ["END"]))
    }

    @Test func `a prompt is answered whole where no stream is wanted, under a schema where one is given`()
        async throws
    {
        let asked = Mutex<LanguageModelRequest?>(nil)
        try await running { request in
            asked.withLock { $0 = request }
        } _: { house, headers in
            let reply = try await house.post(
                "/api/generate",
                [
                    "model": "any", "prompt": "hi", "system": "Be brief.", "stream": false,
                    "format": ["type": "object", "properties": ["a": ["type": "boolean"]]],
                ],
                headers: headers
            )
            #expect(try reply.json["response"] == "Hello")
            #expect(try reply.json["done"] == true)
            for path in ["/api/tags", "/api/ps"] {
                #expect(try await house.get(path, headers: headers).json["models"]?[0]?["name"] == "scripted")
            }
            #expect(try await house.get("/api/tags").status == 401)
        }
        let request = try #require(asked.withLock { $0 })
        #expect(request.prompt == .chat([ChatMessage(.system, "Be brief."), ChatMessage(.user, "hi")]))
        guard case .guided = request.task else {
            Issue.record("not guided: \(request.task)")
            return
        }
    }

    @Test(arguments: [
        #"{"model":"a","messages":[{"role":"user","content":"x","images":["aGk="]}]}"#,
        #"{"model":"a","messages":[{"role":"tool","content":"x"}]}"#, #"{"messages":[]}"#, "no JSON",
        #"{"model":"a","messages":[{"role":"user","content":"x"}],"format":{"type":"object","$dynamicRef":"x"}}"#,
        #"{"model":"a","messages":[{"role":"user","content":"x"}],"tools":[{}]}"#,
    ])
    func `what cannot be done is refused by name`(body: String) async throws {
        try await running { _ in
        } _: { house, headers in
            let reply = try await house.send(.post, "/api/chat", headers: headers, body: Array(body.utf8))
            #expect(reply.status == 400)
            #expect(try reply.json["detail"]?.string?.isEmpty == false)
        }
    }
}
