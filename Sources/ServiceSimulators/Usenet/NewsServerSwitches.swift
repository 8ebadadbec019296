/// What a news server does wrong, until told otherwise.
public struct NewsServerSwitches: Sendable, Hashable {
    /// What it says to a name and a password.
    public enum Login: Sendable, Hashable {
        case accept, reject, expired, tooManyConnections
    }
    /// What it says to a new connection.
    public enum Greeting: Sendable, Hashable {
        case ready
        /// 400, out of service for a while.
        case unavailable
        /// 502, no permission.
        case denied
        /// Nothing at all.
        case silent
        /// The connection is closed.
        case close
    }

    /// The answer to a login.
    public var login = Login.accept
    /// The answer to a connection.
    public var greeting = Greeting.ready
    /// Articles whose ids contain one of these are not there.
    public var dropped: [String] = []
    /// Articles whose ids contain one of these have changed bytes.
    public var corrupted: [String] = []
    /// Articles whose ids contain one of these end in the middle.
    public var truncated: [String] = []
    /// At these the connection is closed in place of an answer.
    public var disconnected: [String] = []
    /// Waits before each article.
    public var delay: Duration?
    /// No faster than this, for each connection.
    public var bytesPerSecond: Int?
    /// Further connections are refused with 502.
    public var maximumConnections: Int?

    /// A server without faults.
    public init() {}
}
