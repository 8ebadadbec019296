/// The applications that can be simulated or started.
public enum SimulatedServiceKind: String, Sendable, Hashable, CaseIterable {
    case sonarr, radarr, prowlarr, sabnzbd, qbittorrent
}

/// A service that answers requests and lives on while nobody asks.
public protocol SimulatedService: Sendable {
    /// What it pretends to be.
    var kind: SimulatedServiceKind { get }
    /// The key that its API asks for.
    var apiKey: String { get }
    /// Answers one request; the URL base is already taken off.
    func respond(to request: SimulatedRequest) async -> SimulatedReply
    /// One turn of its clock: commands go one state further, downloads are looked at, imports done.
    func step() async
}

/// One request with its reply, for whoever watches.
public struct Exchange: Sendable {
    /// Who was asked.
    public let kind: SimulatedServiceKind
    /// What was asked.
    public let request: SimulatedRequest
    /// What was answered, before a fault of the transport spoiled it.
    public let reply: SimulatedReply

    /// An exchange.
    public init(kind: SimulatedServiceKind, request: SimulatedRequest, reply: SimulatedReply) {
        self.kind = kind
        self.request = request
        self.reply = reply
    }
}
