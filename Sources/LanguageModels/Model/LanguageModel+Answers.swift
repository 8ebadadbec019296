extension LanguageModel {
    /// The whole answer to a request, and how it ended.
    ///
    /// - Throws: What the stream throws.
    public func answer(
        to request: LanguageModelRequest
    ) async throws -> (text: String, decisions: [TokenDecision], completion: Completion) {
        var text = ""
        var decisions: [TokenDecision] = []
        for try await event in respond(to: request) {
            switch event {
            case .text(let delta): text += delta
            case .decision(let decision): decisions.append(decision)
            case .finished(let completion): return (text, decisions, completion)
            }
        }
        try Task.checkCancellation()
        throw LanguageModelError.engineStopped(reason: "the answer has no end")
    }
}
