internal import GuidedGeneration
internal import OrderedJSON

/// A conversation with a model: instructions once, then questions, each answered as text, as a typed value, or as a
/// choice.
///
/// The instructions are the part that all questions share; an engine with a prefix store reads them once and never
/// again. One question is answered at a time; a second one waits for the first.
public actor LanguageModelSession {
    /// What was said so far.
    public private(set) var transcript: Transcript

    let model: any LanguageModel
    let instructions: String?
    private let adapterPath: String?
    private let priority: LanguageModelRequest.Priority
    private var last: Task<Void, Never>?

    /// A session.
    ///
    /// - Parameters:
    ///   - model: Who answers.
    ///   - instructions: What the model is told before all else: what it is for, and what its answers look like.
    ///   - adapterPath: A LoRA adapter to answer with; nil for the model alone.
    ///   - priority: Who goes first when several sessions ask one model.
    public init(
        model: any LanguageModel,
        instructions: String? = nil,
        adapterPath: String? = nil,
        priority: LanguageModelRequest.Priority = .interactive
    ) {
        self.model = model
        self.instructions = instructions
        self.adapterPath = adapterPath
        self.priority = priority
        transcript = Transcript(instructions: instructions)
    }

    /// Loads the model and reads the instructions before the first question comes.
    ///
    /// - Parameter type: A type that will be asked for, whose form is then read too.
    public func prewarm(generating type: (any Generable.Type)? = nil) async {
        var request = request(for: "", form: type?.generationSchema)
        guard request.sharedPrefix > 0 else { return }
        request.task = .preparation
        // Nobody waits for this, and what is wrong with the model the first question will tell.
        _ = try? await model.answer(to: request)
    }

    /// Answers with text.
    ///
    /// - Parameters:
    ///   - prompt: The question.
    ///   - options: How text is sampled.
    /// - Throws: ``LanguageModelError``, or `CancellationError`.
    public func respond(
        to prompt: String,
        options: GenerationOptions = GenerationOptions()
    ) async throws -> SessionResponse<String> {
        try await inTurn { [self] in
            var request = await request(for: prompt, form: nil)
            request.options = options
            let answer = try await model.answer(to: request)
            await remember(prompt, answer.text)
            return SessionResponse(
                content: answer.text,
                text: answer.text,
                decisions: [],
                completion: answer.completion
            )
        }
    }

    /// Answers with a value of a type.
    ///
    /// - Parameters:
    ///   - prompt: The question.
    ///   - type: The type; its form is shown to the model and enforced.
    ///   - options: How tokens are sampled; greedy unless told otherwise.
    /// - Throws: ``LanguageModelError``, what the type's initialiser throws, or `CancellationError`.
    public func respond<Content: Generable>(
        to prompt: String,
        generating type: Content.Type = Content.self,
        options: GenerationOptions = GenerationOptions(sampling: .greedy)
    ) async throws -> SessionResponse<Content> {
        try await inTurn { [self] in
            let answer = try await model.answer(
                to: typed(prompt, schema: type.generationSchema, options: options)
            )
            guard answer.completion.reason == .stop else {
                throw LanguageModelError.unusableAnswer(
                    reason: "the value did not fit into \(options.maximumTokens) tokens"
                )
            }
            let content = try Content(generated: JSONValue(parsing: answer.text))
            await remember(prompt, answer.text)
            return SessionResponse(
                content: content,
                text: answer.text,
                decisions: answer.decisions,
                completion: answer.completion
            )
        }
    }

    /// Answers with a value of a type, told while it is being written.
    ///
    /// - Returns: Snapshots, each with more than the one before; the last is complete. The stream throws
    ///   ``LanguageModelError``, or `CancellationError`. Ending it early cancels the answer.
    public nonisolated func streamResponse<Content: Generable>(
        to prompt: String,
        generating type: Content.Type,
        options: GenerationOptions = GenerationOptions(sampling: .greedy)
    ) -> AsyncThrowingStream<GenerationSnapshot, any Error> {
        let schema = type.generationSchema
        return AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    try await self.inTurn { [self] in
                        var text = ""
                        for try await event in await model.respond(
                            to: typed(prompt, schema: schema, options: options)
                        ) {
                            switch event {
                            case .text(let delta):
                                text += delta
                                let content = PartialJSON.value(of: text)
                                continuation.yield(
                                    GenerationSnapshot(content: content, text: text, isComplete: false)
                                )
                            case .decision: break
                            case .finished(let completion):
                                await remember(prompt, text)
                                continuation.yield(
                                    GenerationSnapshot(
                                        content: PartialJSON.value(of: text),
                                        text: text,
                                        isComplete: completion.reason == .stop
                                    )
                                )
                            }
                        }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    // MARK: Requests

    /// The request for a question, after what was said so far.
    func request(for prompt: String, form: GenerationSchema?) -> LanguageModelRequest {
        var messages = transcript.messages
        if let form {
            // The form stands with the instructions, so that it is part of what all questions share.
            let shown = "Answer with JSON that follows this schema: \(form.json.text())"
            if messages.first?.role == .system {
                messages[0] = ChatMessage(.system, messages[0].content + "\n" + shown)
            } else {
                messages.insert(ChatMessage(.system, shown), at: 0)
            }
        }
        messages.append(ChatMessage(.user, prompt))
        return LanguageModelRequest(
            prompt: .chat(messages),
            sharedPrefix: messages.first?.role == .system ? 1 : 0,
            adapterPath: adapterPath,
            priority: priority
        )
    }

    private func typed(
        _ prompt: String,
        schema: GenerationSchema,
        options: GenerationOptions
    ) -> LanguageModelRequest {
        var request = request(for: prompt, form: schema)
        request.task = .guided(.schema(schema.json.text()))
        request.options = options
        return request
    }

    private func remember(_ question: String, _ answer: String) {
        transcript.append(question: question, answer: answer)
    }

    /// Lets one question be answered after the other, in the order in which they were asked.
    func inTurn<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws
        -> Result
    {
        let before = last
        let task = Task {
            await before?.value
            try Task.checkCancellation()
            return try await body()
        }
        last = Task { _ = await task.result }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
