internal import GuidedGeneration
internal import LanguageModels
internal import OrderedJSON
internal import Synchronization
internal import Testing

/// A film that a model writes down.
struct FilmNote: Generable, Equatable {
    static let generationSchema = GenerationSchema.object([
        .init("title", .string(maximumLength: 60)), .init("year", .integer(1880...2100)),
        .init("kind", .oneOf(["movie", "series"]), isRequired: false),
    ])

    let title: String
    let year: Int

    init(generated content: JSONValue) throws {
        title = try content.generated("title").string ?? ""
        guard let year = try content.generated("year").int else {
            throw LanguageModelError.unusableAnswer(reason: "the year is no number")
        }
        self.year = year
    }
}

/// A model that keeps what it was asked, and answers by a script.
private final class Recorder: LanguageModel {
    let asked = Mutex<[LanguageModelRequest]>([])
    let script: @Sendable (LanguageModelRequest) -> [LanguageModelEvent]

    init(_ script: @escaping @Sendable (LanguageModelRequest) -> [LanguageModelEvent]) {
        self.script = script
    }

    var requests: [LanguageModelRequest] { asked.withLock { $0 } }

    func respond(to request: LanguageModelRequest) -> AsyncThrowingStream<LanguageModelEvent, any Error> {
        asked.withLock { $0.append(request) }
        return ScriptedLanguageModel { [script] in script($0) }.respond(to: request)
    }

    func describe() async throws -> LanguageModelDescription {
        LanguageModelDescription(name: "recorder", path: "", bytes: 0, isLoaded: true)
    }
}

struct SessionTests {
    private static func text(_ text: String) -> [LanguageModelEvent] {
        [.text(text), .finished(Completion(reason: .stop))]
    }

    @Test func `instructions come first and are the shared part; what was said is remembered`() async throws {
        let model = Recorder { _ in Self.text("Hello.") }
        let session = LanguageModelSession(model: model, instructions: "Be brief.")
        _ = try await session.respond(to: "Who are you?")
        _ = try await session.respond(to: "And who made you?")
        #expect(model.requests.allSatisfy { $0.sharedPrefix == 1 })
        #expect(
            model.requests.last?.prompt
                == .chat([
                    ChatMessage(.system, "Be brief."), ChatMessage(.user, "Who are you?"),
                    ChatMessage(.assistant, "Hello."), ChatMessage(.user, "And who made you?"),
                ])
        )
        #expect(await session.transcript.messages.count == 5)
    }

    @Test func `a typed answer becomes a value, under the type's schema`() async throws {
        let model = Recorder { _ in Self.text(#"{"title":"Heat","year":1995}"#) }
        let session = LanguageModelSession(model: model, instructions: "Note films.")
        let answer = try await session.respond(to: "The one with Pacino", generating: FilmNote.self)
        #expect(answer.content.title == "Heat")
        #expect(answer.content.year == 1995)
        let request = try #require(model.requests.first)
        #expect(request.task == .guided(.schema(FilmNote.generationSchema.json.text())))
        guard case .chat(let messages) = request.prompt else { return #expect(Bool(false)) }
        // The form is shown with the instructions, so that it is read once for all questions.
        #expect(messages[0].content.contains(FilmNote.generationSchema.json.text()))
        #expect(messages[1] == ChatMessage(.user, "The one with Pacino"))
    }

    @Test func `a value that was cut off by the budget is an error, not half a value`() async throws {
        let model = Recorder { _ in [.text(#"{"title":"He"#), .finished(Completion(reason: .length))] }
        let session = LanguageModelSession(model: model)
        await #expect(throws: LanguageModelError.self) {
            _ = try await session.respond(to: "?", generating: FilmNote.self)
        }
        #expect(await session.transcript.messages.isEmpty)
    }

    @Test func `questions asked at once are answered one after the other`() async throws {
        let model = Recorder { request in
            guard case .chat(let messages) = request.prompt else { return [] }
            return Self.text("\(messages.count)")
        }
        let session = LanguageModelSession(model: model)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<5 { group.addTask { try await session.respond(to: "?").content } }
            var answers: Set<String> = []
            for try await answer in group { answers.insert(answer) }
            // Each saw all those before it.
            #expect(answers == ["1", "3", "5", "7", "9"])
        }
    }

    private func likelihoods(_ logs: [Double], coverage: Double = 1) -> [LanguageModelEvent] {
        [.finished(Completion(reason: .stop, optionLogProbabilities: logs, coverage: coverage))]
    }

    @Test func `a clear choice is asked once, a close one in both orders`() async throws {
        let clear = Recorder { _ in likelihoods([-0.1, -2.4]) }
        let chosen = try await LanguageModelSession(model: clear).choose(
            among: ["film", "series"],
            for: "Heat?"
        )
        #expect(chosen.option == "film")
        #expect(clear.requests.count == 1)
        let close = Recorder { request in
            guard case .chat(let messages) = request.prompt, let asked = messages.last?.content else {
                return []
            }
            // A model that likes what stands first.
            return asked.contains("film, series") ? likelihoods([-0.6, -0.8]) : likelihoods([-0.75, -0.64])
        }
        let second = try await LanguageModelSession(model: close).choose(
            among: ["film", "series"],
            for: "Heat?"
        )
        #expect(close.requests.count == 2)
        #expect(second.margin < 0.1)
    }

    @Test(arguments: [
        (ChoiceCalibration(leastMargin: 0.3), [-0.6, -0.8], 1.0),
        (ChoiceCalibration(leastCoverage: 0.2), [-0.1, -2.4], 0.05),
    ])
    func `does not choose when it is not sure`(
        calibration: ChoiceCalibration,
        logs: [Double],
        coverage: Double
    )
        async throws
    {
        let model = Recorder { _ in likelihoods(logs, coverage: coverage) }
        let choice = try await LanguageModelSession(model: model)
            .choose(among: ["a", "b"], for: "?", calibration: calibration)
        #expect(choice.option == nil)
        #expect(choice.ranked.count == 2)
    }

    @Test func `finds slots line by line, copied from the text`() async throws {
        let model = Recorder { _ in
            [
                .text("title: The Wire\nyear: 2002\nquality: -"),
                .decision(
                    TokenDecision(offset: 7, text: "The", probability: 0.5, coverage: 1, alternatives: [])
                ),
                .finished(Completion(reason: .stop)),
            ]
        }
        let found = try await LanguageModelSession(model: model).extract(
            [
                .init("title", .words), .init("year", .integer(1900...2100)),
                .init("quality", .oneOf(["4K", "1080p"])),
            ],
            from: "get me The Wire\nfrom 2002"
        )
        #expect(found["title"] == SlotFinding(value: "The Wire", probability: 0.5))
        #expect(found["year"]?.value == "2002")
        #expect(found["quality"]?.value == nil)
        guard case .guided(.grammar(let grammar, _)) = model.requests.first?.task else {
            return #expect(Bool(false))
        }
        #expect("\(grammar)".contains("get me The Wire from 2002"))
    }

    @Test func `prewarming prepares the shared part with the form`() async throws {
        let model = Recorder { _ in [.finished(Completion(reason: .stop))] }
        let session = LanguageModelSession(model: model, instructions: "Note films.")
        await session.prewarm(generating: FilmNote.self)
        #expect(model.requests.first?.task == .preparation)
        #expect(model.requests.first?.sharedPrefix == 1)
    }
}
