package import Foundation

/// Where requests and conversations are kept.
package protocol RequestStore: Sendable {
    /// Writes a request as it is now, with all its steps.
    ///
    /// - Throws: When it could not be written.
    func save(_ request: ContentRequest) async throws

    /// The request of that id, if there is one.
    ///
    /// - Throws: When it could not be read.
    func request(_ id: String) async throws -> ContentRequest?

    /// Requests, newest first.
    ///
    /// - Parameters:
    ///   - id: Only those that come after this one in the list; nil for all.
    ///   - limit: At most this many.
    /// - Returns: The requests.
    /// - Throws: When they could not be read.
    func requests(before id: String?, limit: Int) async throws -> [ContentRequest]

    /// Requests whose course has not ended.
    ///
    /// - Throws: When they could not be read.
    func openRequests() async throws -> [ContentRequest]

    /// Appends what was said in a conversation.
    ///
    /// - Throws: When it could not be written.
    func append(_ message: ConversationMessage) async throws

    /// What was said in a conversation, oldest first, at most the last `limit`.
    ///
    /// - Throws: When it could not be read.
    func messages(of conversation: String, limit: Int) async throws -> [ConversationMessage]
}

/// What was said in a conversation.
package struct ConversationMessage: Sendable, Hashable, Codable {
    /// Who spoke.
    package enum Speaker: String, Sendable, Hashable, Codable {
        case person, autoarr
    }

    /// The conversation.
    package let conversation: String
    /// When.
    package let time: Date
    /// Who spoke.
    package let speaker: Speaker
    /// What was said.
    package let text: String
    /// The requests that it was about.
    package let requests: [String]

    /// A message.
    package init(conversation: String, time: Date, speaker: Speaker, text: String, requests: [String] = []) {
        self.conversation = conversation
        self.time = time
        self.speaker = speaker
        self.text = text
        self.requests = requests
    }
}

/// Requests and conversations in memory, for a server without a data directory and for tests.
package actor InMemoryRequestStore: RequestStore {
    private var all: [String: ContentRequest] = [:]
    private var said: [ConversationMessage] = []

    /// An empty store.
    package init() {}

    package func save(_ request: ContentRequest) { all[request.id] = request }
    package func request(_ id: String) -> ContentRequest? { all[id] }
    package func requests(before id: String?, limit: Int) -> [ContentRequest] {
        let sorted = all.values.sorted { ($0.created, $0.id) > ($1.created, $1.id) }
        let start = id.flatMap { id in sorted.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        return Array(sorted[start...].prefix(limit))
    }
    package func openRequests() -> [ContentRequest] {
        all.values.filter { !$0.stage.isOver }.sorted { $0.created < $1.created }
    }
    package func append(_ message: ConversationMessage) { said.append(message) }
    package func messages(of conversation: String, limit: Int) -> [ConversationMessage] {
        Array(said.filter { $0.conversation == conversation }.suffix(limit))
    }
}
