internal import Foundation
internal import GuidedGeneration
internal import LanguageModels
internal import LlamaEngine
internal import ModelWorker
internal import Synchronization
internal import TestSupport
internal import Testing

// Needs the starter model, which `make test` fetches first, and the built program.
@Suite(.enabled(if: WorkerModel.isThere), .timeLimit(.minutes(10)), .serialized)
struct WorkerKillTests {
    private static let kills = 100

    /// Four programs ask without pause while the worker is killed a hundred times.
    ///
    /// This process is the server: that it gets to the end is the first thing that is tested.
    @Test func `a hundred kills under load end no server and leave no request without its end`() async throws
    {
        let descriptors = try Self.openDescriptors()
        // One thread: two would wait for each other whenever something else runs, and this is to take a minute.
        let model = WorkerModel.worker(threads: 1, clock: ImpatientClock())
        let outcomes = Outcomes()
        try await withThrowingTaskGroup { group in
            for client in 0..<4 {
                group.addTask { try await Self.ask(model, startingAt: client, until: outcomes) }
            }
            group.addTask {
                defer { outcomes.end() }
                try await Self.killAgainAndAgain(model)
            }
            try await group.waitForAll()
        }
        #expect(
            outcomes.right > 0,
            "no request of the load was ever answered: the test proves less than it says"
        )
        for question in Question.all { #expect(try await question.isAnswered(by: model)) }
        let last = try #require(await model.workerIdentifier)
        await model.shutDown()
        while kill(last, 0) == 0 { await Task.yield() }
        // The readers of the last sockets end a moment after their processes.
        while try Self.openDescriptors() > descriptors + 2 { await Task.yield() }
    }

    private static func ask(
        _ model: WorkerLanguageModel,
        startingAt client: Int,
        until outcomes: Outcomes
    ) async throws {
        var next = client
        while !outcomes.hasEnded {
            do {
                #expect(try await Question.all[next % Question.all.count].isAnswered(by: model))
                outcomes.countRight()
            } catch LanguageModelError.engineStopped {
                // Its worker was killed after a part of the answer had been handed on, or twice before.
            }
            next += 1
        }
    }

    /// Kills the worker after it has computed for a random while, its successor most often while that one still
    /// loads, and asks for a right answer from the third.
    private static func killAgainAndAgain(_ model: WorkerLanguageModel) async throws {
        var random = RandomSource(seed: 20)
        var last: Int32?
        for round in 0..<(kills / 2) {
            for longest in [250, 150] {
                let identifier = await worker(of: model, after: last)
                await ProcessorTime.passes(
                    .milliseconds(Int.random(in: 0...longest, using: &random)),
                    in: identifier
                )
                #expect(kill(identifier, SIGKILL) == 0)
                last = identifier
            }
            #expect(try await Question.all[round % Question.all.count].isAnswered(by: model))
        }
    }

    /// The worker that runs now, other than one that was killed.
    private static func worker(of model: WorkerLanguageModel, after last: Int32?) async -> Int32 {
        while true {
            if let identifier = await model.workerIdentifier, identifier != last { return identifier }
            await Task.yield()
        }
    }

    private static func openDescriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}

/// A question of one kind with what its answer must be.
private struct Question: Sendable {
    let request: LanguageModelRequest
    let isRight: @Sendable (String, Completion) -> Bool

    static let all = [text, choice, guided]

    private static let text = Question(
        request: WorkerModel.chat("What is the capital of France?"),
        isRight: { text, _ in text.contains("Paris") }
    )

    private static let choice = Question(
        request: LanguageModelRequest(
            prompt: .raw("The capital of France is the city of"),
            task: .choice([" London in Ontario", " Paris", " Berlin"])
        ),
        isRight: { _, completion in
            let logs = completion.optionLogProbabilities ?? []
            return logs.indices.max { logs[$0] < logs[$1] } == 1
        }
    )

    private static let guided = Question(
        request: LanguageModelRequest(
            prompt: .raw("The capital of France as JSON:\n"),
            task: .guided(
                .schema(
                    #"""
                    {"type": "object", "properties": {"capital": {"enum": ["Berlin", "Paris", "London"]}},
                     "required": ["capital"], "additionalProperties": false}
                    """#
                )
            ),
            options: GenerationOptions(sampling: .greedy, maximumTokens: 24)
        ),
        isRight: { text, _ in text == #"{"capital": "Paris"}"# }
    )

    func isAnswered(by model: WorkerLanguageModel) async throws -> Bool {
        let answer = try await model.answer(to: request)
        return isRight(answer.text, answer.completion)
    }
}

/// What those who ask have seen, and whether they go on.
private final class Outcomes: Sendable {
    private let state = Mutex((right: 0, hasEnded: false))

    var right: Int { state.withLock { $0.right } }
    var hasEnded: Bool { state.withLock { $0.hasEnded } }

    func countRight() { state.withLock { $0.right += 1 } }
    func end() { state.withLock { $0.hasEnded = true } }
}

/// A clock on which the pauses between restarts cost the test no time, and deadlines never come.
private struct ImpatientClock: Clock {
    private let still = HandClock()

    var now: HandClock.Instant { still.now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: HandClock.Instant, tolerance: Duration?) async throws {
        guard deadline.offset <= .seconds(30) else {
            return try await still.sleep(until: deadline, tolerance: tolerance)
        }
        try Task.checkCancellation()
    }
}
