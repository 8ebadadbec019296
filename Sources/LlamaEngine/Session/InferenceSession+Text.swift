internal import LanguageModels

extension InferenceSession {
    /// Writes free text until the model ends it, a stop text comes, or the budget is spent.
    func write(_ job: Job, emit: Emit) throws -> Completion {
        guard job.options.maximumTokens >= 1 else {
            throw LanguageModelError.invalidRequest(
                reason: "the budget is \(job.options.maximumTokens) tokens; it must be 1 or more"
            )
        }
        var sampler = try Sampler(job.options.sampling)
        var output = TextOutput(stop: job.options.stop)
        var tokens = job.prompt.tokens
        let budget = min(job.options.maximumTokens, context.capacity - tokens.count)
        let reused = try context.read(tokens, adapter: job.adapter, control: job.control)
        var written = 0
        var reason = Completion.Reason.length
        while written < budget {
            let token = sampler.next(from: try context.logits())
            if model.vocabulary.endsAnswer(token) {
                reason = .stop
                break
            }
            written += 1
            if output.append(model.vocabulary.bytes(of: token), emit: emit) {
                reason = .stop
                break
            }
            guard written < budget else { break }
            tokens.append(token)
            try job.control.pause()
            try context.read(tokens, adapter: job.adapter, control: job.control)
        }
        output.finish(emit: emit)
        return Completion(
            reason: reason,
            promptTokens: job.prompt.tokens.count,
            cachedTokens: job.cachedTokens(reused),
            answerTokens: written,
            seconds: job.seconds
        )
    }
}
