public import OrderedJSON

/// What a simulated service answers.
public struct SimulatedReply: Sendable {
    /// The HTTP status.
    public var status: Int
    /// The media type with its parameters; empty for a reply without a body.
    public var contentType: String
    /// Further headers.
    public var headers: [String: String]
    /// The body.
    public var body: [UInt8]

    /// A reply of these parts.
    public init(status: Int = 200, contentType: String, headers: [String: String] = [:], body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    /// A JSON document.
    public static func json(_ value: JSONValue, status: Int = 200) -> SimulatedReply {
        SimulatedReply(
            status: status,
            contentType: "application/json; charset=utf-8",
            body: Array(value.text().utf8)
        )
    }

    /// A text of that media type.
    public static func text(
        _ text: String,
        status: Int = 200,
        type: String = "text/plain; charset=utf-8"
    ) -> SimulatedReply {
        SimulatedReply(status: status, contentType: type, body: Array(text.utf8))
    }

    /// A reply without a body.
    public static func empty(status: Int = 200) -> SimulatedReply {
        SimulatedReply(status: status, contentType: "", body: [])
    }
}
