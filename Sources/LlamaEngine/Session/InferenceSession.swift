internal import Foundation
internal import LanguageModels

/// A model with its context and adapters, answering one request after another.
///
/// Created, used and freed on the engine's thread.
final class InferenceSession {
    /// How an answer is handed on while it is made.
    typealias Emit = (LanguageModelEvent) -> Void

    let model: LoadedModel
    let context: InferenceContext
    let guides: GuideShelf
    /// The states of shared prompt parts on disk; nil where there is no place for them.
    let prefixes: PrefixStore?
    /// What tells files apart, by path.
    var fingerprints: [String: (stamp: FileStamp, text: String)] = [:]
    private let adapters: AdapterShelf

    /// Loads a model and makes a context on it.
    ///
    /// - Throws: ``LanguageModelError``.
    init(_ configuration: EngineConfiguration) throws(LanguageModelError) {
        let file = try ModelFile(path: configuration.modelPath)
        let capacity = try MemoryGovernor().contextTokens(
            for: file,
            wished: max(64, configuration.contextTokens)
        )
        model = try LoadedModel(file, gpuLayers: configuration.gpuLayers)
        context = try InferenceContext(
            model,
            capacity: capacity,
            threads: Self.threads(atMost: configuration.threads)
        )
        adapters = AdapterShelf(model)
        guides = GuideShelf(model, directory: configuration.statePath)
        prefixes = configuration.statePath.flatMap { PrefixStore(path: $0) }
    }

    /// How many threads compute: as many as wished, at least one, at most as many as this process may use.
    static func threads(atMost wished: Int) -> Int {
        max(1, min(wished, Processors().count))
    }

    /// Answers a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - control: Asked between passes.
    ///   - emit: Takes text and decisions as they come.
    /// - Returns: How the answer ended.
    /// - Throws: ``LanguageModelError`` or `CancellationError`.
    func answer(
        _ request: LanguageModelRequest,
        control: AnswerControl,
        emit: Emit
    ) throws -> Completion {
        let adapter = try request.adapterPath.map { path throws(LanguageModelError) in
            try adapters.adapter(at: path)
        }
        let prompt = try PromptTokens(request.prompt, sharedPrefix: request.sharedPrefix, model: model)
        guard prompt.tokens.count < context.capacity else {
            throw LanguageModelError.contextExceeded(
                promptTokens: prompt.tokens.count,
                contextTokens: context.capacity
            )
        }
        let start = ContinuousClock.now
        var job = Job(
            prompt: prompt,
            adapter: adapter,
            options: request.options,
            control: control,
            start: start
        )
        context.beginRequest(on: Processors())
        job.newlyRead = try prepareSharedPart(of: job, adapterPath: request.adapterPath)
        switch request.task {
        case .text: return try write(job, emit: emit)
        case .guided(let guide): return try write(job, following: guide, emit: emit)
        case .choice(let options): return try choose(job, among: options)
        case .preparation: return try prepare(job)
        }
    }

    /// Reads the shared part alone, where the store has not brought it already.
    private func prepare(_ job: Job) throws -> Completion {
        let count = job.prompt.sharedCount
        if count > 0 {
            try context.read(Array(job.prompt.tokens[..<count]), adapter: job.adapter, control: job.control)
        }
        return Completion(reason: .stop, promptTokens: count, seconds: job.seconds)
    }

    /// One request, prepared.
    struct Job {
        let prompt: PromptTokens
        let adapter: OpaquePointer?
        let options: GenerationOptions
        let control: AnswerControl
        let start: ContinuousClock.Instant
        /// How many tokens of the shared part were read for this request.
        var newlyRead = 0

        /// How long the answer has taken, in seconds.
        var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

        /// How many tokens of the prompt were there before this request, when so many were in the end.
        func cachedTokens(_ reused: Int) -> Int { max(0, reused - newlyRead) }
    }
}
