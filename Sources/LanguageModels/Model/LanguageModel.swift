/// Something that answers requests in language: the engine in its worker, or a script in tests.
///
/// This is the seam between those who ask and the engine: a request goes in as a value, events come back through
/// a stream. Ending the stream early (its consumer's task is cancelled) cancels the request between tokens.
public protocol LanguageModel: Sendable {
    /// Answers one request.
    ///
    /// - Parameter request: What to write or to choose.
    /// - Returns: Events in order; the last is ``LanguageModelEvent/finished(_:)``. The stream throws
    ///   ``LanguageModelError``, or `CancellationError` when cancelled.
    func respond(to request: LanguageModelRequest) -> AsyncThrowingStream<LanguageModelEvent, any Error>

    /// What is known of the model behind, without loading it where that is possible.
    ///
    /// - Throws: ``LanguageModelError/noModel(path:)`` where there is none.
    func describe() async throws -> LanguageModelDescription
}

/// What is known of a model.
public struct LanguageModelDescription: Sendable, Hashable, Codable {
    /// A short name, that of the file without its ending: `qwen2.5-3b-instruct-q4_k_m`.
    public let name: String
    /// The model file.
    public let path: String
    /// The size of the file in bytes.
    public let bytes: Int
    /// Whether its weights are in memory now.
    public let isLoaded: Bool

    /// A description.
    public init(name: String, path: String, bytes: Int, isLoaded: Bool) {
        self.name = name
        self.path = path
        self.bytes = bytes
        self.isLoaded = isLoaded
    }
}
