internal import LanguageModels
internal import LlamaEngine

/// What the server says to its worker.
enum WorkerCommand: Sendable, Codable {
    /// The first message: how to run which model.
    case configure(EngineConfiguration)
    /// Answer a request.
    case request(id: Int, LanguageModelRequest)
    /// The answer to a request is no longer wanted.
    case cancel(id: Int)
    /// Load the model now.
    case load
}

/// What a worker says to its server.
enum WorkerReply: Sendable, Codable {
    /// The request's turn has come.
    case started(id: Int)
    /// Part of an answer.
    case event(id: Int, LanguageModelEvent)
    /// The request failed; the worker goes on.
    case failed(id: Int, LanguageModelError)
    /// The request was cancelled.
    case cancelled(id: Int)
}
