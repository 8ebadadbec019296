internal import Foundation
internal import GuidedGeneration
internal import LanguageModels

extension InferenceSession {
    /// Writes text that follows a guide.
    ///
    /// What the guide forces is given to the model as a batch, without logits; the model is asked only where there
    /// is a choice, and each such place is told as a ``TokenDecision``.
    func write(_ job: Job, following guide: Guide, emit: Emit) throws -> Completion {
        do {
            return try follow(job, guide: guide, emit: emit)
        } catch let error as GuideError {
            throw LanguageModelError.unusableGuide(reason: error.description)
        }
    }

    private func follow(_ job: Job, guide: Guide, emit: Emit) throws -> Completion {
        let matcher = try guides.matcher(for: guide)
        let budget = min(job.options.maximumTokens, context.capacity - job.prompt.tokens.count)
        var decoder = try GuidedDecoder(matcher: matcher, budget: budget)
        var sampler = try Sampler(job.options.sampling)
        var output = TextOutput(stop: [])
        var tokens = job.prompt.tokens
        let promptCount = tokens.count
        var reused: Int?
        var forcedCount = 0
        var sent = 0
        var told: [TokenDecision] = []
        var pace = Pace()
        while !decoder.mustEnd {
            let forced = try decoder.forcedTokens { bytes in
                model.vocabulary.tokens(of: String(decoding: bytes, as: UTF8.self), markers: .plainText)
            }
            forcedCount += forced.count
            tokens.append(contentsOf: forced)
            sent = handOn(decoder.text, from: sent, to: &output, emit: emit)
            if decoder.mustEnd { break }
            let mask = try decoder.mask()
            let token: Int32
            if let only = mask.only {
                // Forced after all, by its bytes or by the budget: no row of logits for what is no choice.
                token = only
                forcedCount += 1
            } else {
                let cached = try context.read(tokens, adapter: job.adapter, control: job.control)
                reused = min(reused ?? cached, cached)
                let row = try context.logits()
                let decision = Decision(row: row, mask: mask, sampler: &sampler)
                token = decision.token
                told.append(describe(decision, offset: decoder.text.count))
                if pace.isDue() {
                    for decision in told { emit(.decision(decision)) }
                    told = []
                }
            }
            try decoder.accept(token)
            if decoder.hasEnded { break }
            tokens.append(token)
            sent = handOn(decoder.text, from: sent, to: &output, emit: emit)
            try job.control.pause()
        }
        for decision in told { emit(.decision(decision)) }
        output.finish(emit: emit)
        return Completion(
            reason: decoder.isComplete || decoder.hasEnded ? .stop : .length,
            promptTokens: promptCount,
            // What the guide forces first is read with the prompt, and may be there already as well.
            cachedTokens: job.cachedTokens(min(reused ?? 0, promptCount)),
            answerTokens: tokens.count - promptCount,
            forcedTokens: forcedCount,
            seconds: job.seconds
        )
    }

    private func handOn(_ text: [UInt8], from sent: Int, to output: inout TextOutput, emit: Emit) -> Int {
        guard text.count > sent else { return sent }
        _ = output.append(Array(text[sent...]), emit: emit)
        return text.count
    }

    private func describe(_ decision: Decision, offset: Int) -> TokenDecision {
        func text(_ token: Int32) -> String {
            model.vocabulary.endsAnswer(token)
                ? "" : String(decoding: model.vocabulary.bytes(of: token), as: UTF8.self)
        }
        return TokenDecision(
            offset: offset,
            text: text(decision.token),
            probability: decision.probability,
            coverage: decision.coverage,
            alternatives: decision.likeliest.map { .init(text: text($0.token), probability: $0.probability) }
        )
    }
}
