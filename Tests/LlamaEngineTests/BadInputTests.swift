internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import Testing

// Needs the starter model, which `make test` fetches first.
@Suite(.enabled(if: EngineModel.isThere), .timeLimit(.minutes(5)))
struct BadInputTests {
    private let engine = EngineModel.engine()

    private func capital() async throws -> String { try await EngineModel.capital(from: engine) }

    @Test(arguments: BadInput.all)
    func `is refused with a reason, and the next request is answered right`(input: BadInput) async throws {
        // What is being made when the error comes must not spoil what was read before.
        #expect(try await capital().contains("Paris"))
        let error = await #expect(throws: LanguageModelError.self) {
            try await engine.answer(to: input.request)
        }
        #expect(input.isSaid(try #require(error)), "\(String(describing: error).prefix(200))")
        #expect(try await capital().contains("Paris"))
    }

    @Test(arguments: 1...6)
    func `bytes that make no character never leave as such`(seed: UInt32) async throws {
        // At this temperature every token of the vocabulary comes, single bytes of longer characters among them.
        let wild = LanguageModelRequest(
            prompt: .raw("漢字 🦊 é"),
            options: GenerationOptions(
                sampling: .random(temperature: 1_000, topP: 1, seed: seed),
                maximumTokens: 200
            )
        )
        var pieces: [String] = []
        for try await event in engine.respond(to: wild) {
            if case .text(let text) = event { pieces.append(text) }
        }
        #expect(pieces.count > 1)
        #expect(pieces.allSatisfy { !$0.isEmpty })
        // A replacement stands for bytes of the model, never for the cut between two events.
        #expect(pieces.joined().utf8.elementsEqual(pieces.flatMap(\.utf8)))
        #expect(try await capital().contains("Paris"))
    }

    @Test func `stop texts that span tokens, overlap and come late do not spoil what follows`() async throws {
        let whole = try await capital()
        for (start, length) in [(0, 1), (2, 7), (5, 9), (1, whole.count - 1)] {
            let stop = String(whole.dropFirst(start).prefix(length))
            var request = EngineModel.capitalQuestion
            request.options.stop = ["nowhere in the answer", stop, stop + "!"]
            let answer = try await engine.answer(to: request)
            let place = try #require(whole.range(of: stop))
            #expect(answer.text == String(whole[..<place.lowerBound]))
            #expect(answer.completion.reason == .stop)
        }
        #expect(try await capital() == whole)
    }
}
