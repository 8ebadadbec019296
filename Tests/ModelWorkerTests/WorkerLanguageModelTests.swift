internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import ModelWorker
internal import Testing

// Needs the starter model, which `make test` fetches first, and the built program.
@Suite(.enabled(if: WorkerModel.isThere), .timeLimit(.minutes(10)), .serialized)
struct WorkerLanguageModelTests {
    private let question = WorkerModel.chat("What is the capital of France?")

    @Test func `answers from a process of its own`() async throws {
        let model = WorkerModel.worker()
        #expect(try await model.describe().isLoaded == false)
        let answer = try await model.answer(to: question)
        #expect(answer.text.contains("Paris"))
        let identifier = try #require(await model.workerIdentifier)
        #expect(identifier != getpid())
        #expect(try await model.describe().isLoaded)
        // The weights are mapped there. (Here too, perhaps: the engine's own tests run in this process.)
        #expect(try String(contentsOfFile: "/proc/\(identifier)/maps", encoding: .utf8).contains("smollm2"))
        await model.shutDown()
        await Self.gone(identifier)
    }

    @Test func `says that there is no model, and answers once there is`() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: "model.gguf").path
        let model = WorkerModel.worker(model: path)
        await #expect(throws: LanguageModelError.noModel(path: path)) { try await model.answer(to: question) }
        await #expect(throws: LanguageModelError.noModel(path: path)) { try await model.describe() }
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: WorkerModel.path)
        #expect(try await model.answer(to: question).text.contains("Paris"))
        await model.shutDown()
    }

    @Test func `a program that cannot be started is an error, not the end`() async throws {
        let model = WorkerModel.worker(executable: "/nonexistent")
        await #expect {
            try await model.answer(to: question)
        } throws: { error in
            guard case .engineStopped? = error as? LanguageModelError else { return false }
            return true
        }
    }

    @Test func `a program that is no worker is tried twice and then given up`() async throws {
        let model = WorkerModel.worker(executable: "/bin/false")
        await #expect {
            try await model.answer(to: question)
        } throws: { error in
            guard case .engineStopped(let reason)? = error as? LanguageModelError else { return false }
            return reason.contains("status 1")
        }
    }

    @Test func `a killed worker costs nothing that had not begun`() async throws {
        let model = WorkerModel.worker()
        _ = try await model.answer(to: question)
        let first = try #require(await model.workerIdentifier)
        kill(first, SIGKILL)
        #expect(try await model.answer(to: question).text.contains("Paris"))
        let second = try #require(await model.workerIdentifier)
        #expect(second != first)
        await model.shutDown()
    }

    @Test func `an answer that had begun ends with an error when its worker is killed`() async throws {
        let model = WorkerModel.worker()
        var text = ""
        await #expect {
            for try await event in model.respond(
                to: WorkerModel.chat("Count from one to a thousand.", tokens: 400)
            ) {
                if case .text(let delta) = event {
                    if text.isEmpty, let worker = await model.workerIdentifier { kill(worker, SIGKILL) }
                    text += delta
                }
            }
        } throws: { error in
            guard case .engineStopped(let reason)? = error as? LanguageModelError else { return false }
            return reason.contains("signal 9")
        }
        #expect(!text.isEmpty)
        #expect(try await model.answer(to: question).text.contains("Paris"))
        await model.shutDown()
    }

    @Test func `tells when it is busy and for how long`() async throws {
        let model = WorkerModel.worker(queueLimit: 2)
        let long = WorkerModel.chat("Count from one to a thousand.", tokens: 200)
        let started = AsyncStream<Void>.makeStream()
        let running = (0..<2).map { _ in
            Task {
                for try await event in model.respond(to: long) {
                    if case .text = event { started.continuation.yield() }
                }
            }
        }
        for await _ in started.stream { break }
        await #expect {
            try await model.answer(to: question)
        } throws: { error in
            guard case .busy(let seconds)? = error as? LanguageModelError else { return false }
            return seconds > 0
        }
        for task in running { task.cancel() }
        await model.shutDown()
    }

    @Test func `changes the model while a question is being answered`() async throws {
        let other = FileManager.default.temporaryDirectory.appending(path: "\(UUID())-other.gguf").path
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: WorkerModel.path)
        defer { try? FileManager.default.removeItem(atPath: other) }
        let model = WorkerModel.worker()
        let long = WorkerModel.chat("Tell me about the sea.", tokens: 60)
        let alone = try await model.answer(to: long).text
        let first = await model.workerIdentifier
        var text = ""
        var later: Task<String, any Error>?
        for try await event in model.respond(to: long) {
            guard case .text(let delta) = event else { continue }
            text += delta
            guard later == nil else { continue }
            try await model.use(modelPath: other)
            #expect(await model.workerIdentifier == first)
            later = Task { [question] in try await model.answer(to: question).text }
        }
        #expect(text == alone)
        #expect(try await later?.value.contains("Paris") == true)
        #expect(try await model.describe().path == other)
        #expect(await model.workerIdentifier != first)
        await #expect(throws: LanguageModelError.noModel(path: "/nonexistent.gguf")) {
            try await model.use(modelPath: "/nonexistent.gguf")
        }
        #expect(try await model.answer(to: question).text.contains("Paris"))
        await model.shutDown()
    }

    @Test func `the worker ends when nothing is asked for a while`() async throws {
        let clock = HandClock()
        let model = WorkerModel.worker(keepAlive: .seconds(60), clock: clock)
        _ = try await model.answer(to: question)
        let identifier = try #require(await model.workerIdentifier)
        await clock.sleeper(within: .seconds(60))
        clock.advance(by: .seconds(59))
        #expect(await model.workerIdentifier == identifier)
        clock.advance(by: .seconds(2))
        await Self.gone(identifier)
        #expect(await model.workerIdentifier == nil)
        #expect(try await model.answer(to: question).text.contains("Paris"))
        await model.shutDown()
    }

    /// Waits until a process is no more.
    private static func gone(_ identifier: Int32) async {
        while kill(identifier, 0) == 0 { await Task.yield() }
    }
}
