/// Why a request could not be answered.
public enum LanguageModelError: Error, Sendable, Hashable, Codable {
    /// There is no model file at this path.
    case noModel(path: String)
    /// The file is no model, is cut off, or is of a kind that the engine does not know.
    case unreadableModel(path: String, reason: String)
    /// The adapter is missing, or belongs to another base.
    case unusableAdapter(path: String, reason: String)
    /// Prompt and answer do not fit the context; counts in tokens.
    case contextExceeded(promptTokens: Int, contextTokens: Int)
    /// The guide cannot be followed: not supported, not valid, or nothing can satisfy it.
    case unusableGuide(reason: String)
    /// What the model wrote is valid, and still no value of the type that was asked for.
    case unusableAnswer(reason: String)
    /// The request itself makes no sense: no options, a negative budget, a chat for a model without a template.
    case invalidRequest(reason: String)
    /// The model needs more memory than the machine has left; both in bytes.
    case notEnoughMemory(needed: Int, available: Int)
    /// Too many wait already; come back after this many seconds.
    case busy(seconds: Double)
    /// The engine ended in the middle; the next request starts it anew.
    case engineStopped(reason: String)
}
