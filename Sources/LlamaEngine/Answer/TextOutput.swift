internal import LanguageModels

/// What of an answer has been handed on, and what waits: parts of stop texts and of characters, and whole pieces for a
/// moment.
///
/// A piece for each token would be more than a page can show, and each wakes two threads here and two in the server, on
/// the processors on which the model computes.
struct TextOutput {
    /// How long text waits for more, counted from the piece before.
    private static let interval = Duration.milliseconds(20)

    private var matcher: StopMatcher
    private var characters = CharacterBuffer()
    private var isStopped = false
    private var lastEmission: ContinuousClock.Instant?

    /// An output that ends at these texts.
    init(stop: [String]) { matcher = StopMatcher(stop) }

    /// Adds the bytes of a token and hands on what is certain.
    ///
    /// - Returns: Whether a stop text came.
    mutating func append(_ bytes: [UInt8], emit: InferenceSession.Emit) -> Bool {
        let (certain, stopped) = matcher.take(bytes)
        characters.append(certain)
        isStopped = stopped
        let now = ContinuousClock.now
        if let lastEmission, now - lastEmission < Self.interval { return stopped }
        let text = characters.take()
        if !text.isEmpty {
            emit(.text(text))
            lastEmission = now
        }
        return stopped
    }

    /// Hands on the rest at the end of an answer.
    mutating func finish(emit: InferenceSession.Emit) {
        if !isStopped { characters.append(matcher.takeRest()) }
        let text = characters.takeAll()
        if !text.isEmpty { emit(.text(text)) }
    }
}
