/// A model that answers from a script, for tests of the logic above the engine.
public struct ScriptedLanguageModel: LanguageModel {
    private let script: @Sendable (LanguageModelRequest) async throws -> [LanguageModelEvent]

    /// A model that answers each request with what the script says.
    ///
    /// - Parameter script: From a request to the events of its answer; what it throws, the stream throws.
    public init(_ script: @escaping @Sendable (LanguageModelRequest) async throws -> [LanguageModelEvent]) {
        self.script = script
    }

    /// A model that answers each request with the text that the script says, as if written freely.
    public static func texts(
        _ script: @escaping @Sendable (LanguageModelRequest) -> String
    ) -> ScriptedLanguageModel {
        ScriptedLanguageModel { request in
            [.text(script(request)), .finished(Completion(reason: .stop))]
        }
    }

    /// Answers with what the script says.
    public func respond(
        to request: LanguageModelRequest
    ) -> AsyncThrowingStream<LanguageModelEvent, any Error> {
        AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    for event in try await script(request) { continuation.yield(event) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// A model named `scripted`.
    public func describe() async throws -> LanguageModelDescription {
        LanguageModelDescription(name: "scripted", path: "", bytes: 0, isLoaded: true)
    }
}
