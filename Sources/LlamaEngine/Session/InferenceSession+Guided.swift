internal import GuidedGeneration
internal import LanguageModels

extension InferenceSession {
    /// Writes text that follows a guide.
    func write(_ job: Job, following guide: Guide, emit: Emit) throws -> Completion {
        throw LanguageModelError.unusableGuide(reason: "guides are not followed yet")
    }
}
