/// What was said in a session, in order.
public struct Transcript: Sendable, Hashable, Codable {
    /// The messages: instructions first where there are any, then questions and answers in turn.
    public private(set) var messages: [ChatMessage]

    /// A transcript that begins with instructions.
    ///
    /// - Parameter instructions: What the model is told before all else; nil for nothing.
    public init(instructions: String? = nil) {
        messages = instructions.map { [ChatMessage(.system, $0)] } ?? []
    }

    /// Adds a question and its answer.
    mutating func append(question: String, answer: String) {
        messages.append(ChatMessage(.user, question))
        messages.append(ChatMessage(.assistant, answer))
    }
}
