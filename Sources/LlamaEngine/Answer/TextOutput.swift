internal import LanguageModels

/// What of an answer has been handed on, and what waits: parts of stop texts and of characters, and whole pieces for a
/// moment.
struct TextOutput {
    private var matcher: StopMatcher
    private var characters = CharacterBuffer()
    private var isStopped = false
    private var pace = Pace()

    /// An output that ends at these texts.
    init(stop: [String]) { matcher = StopMatcher(stop) }

    /// Adds the bytes of a token and hands on what is certain.
    ///
    /// - Returns: Whether a stop text came.
    mutating func append(_ bytes: [UInt8], emit: InferenceSession.Emit) -> Bool {
        let (certain, stopped) = matcher.take(bytes)
        characters.append(certain)
        isStopped = stopped
        guard pace.isDue() else { return stopped }
        let text = characters.take()
        if !text.isEmpty { emit(.text(text)) }
        return stopped
    }

    /// Hands on the rest at the end of an answer.
    mutating func finish(emit: InferenceSession.Emit) {
        if !isStopped { characters.append(matcher.takeRest()) }
        let text = characters.takeAll()
        if !text.isEmpty { emit(.text(text)) }
    }
}
