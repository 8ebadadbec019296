package import Foundation
package import MediaDomain

/// One download as its client sees it.
package struct ClientJob: Sendable, Hashable, Codable, Identifiable {
    /// How far it is.
    package enum Stage: String, Sendable, Hashable, Codable {
        case queued, paused, downloading, processing, completed, failed
    }

    /// The client's id, by which the arrs know the download too.
    package let id: String
    /// The client.
    package let client: ServiceID
    /// The release's name.
    package let name: String
    /// The client's category, empty for none.
    package let category: String
    /// How far it is.
    package let stage: Stage
    /// The size in bytes.
    package let bytes: Int64
    /// The bytes that are left.
    package let bytesLeft: Int64
    /// Seconds until it is done; nil when not known.
    package let secondsLeft: Int?
    /// What the client says went wrong; empty for nothing.
    package let message: String
    /// Marks of the client: `ENCRYPTED`, `DUPLICATE`, `UNWANTED`.
    package let labels: [String]
    /// Where the files are; nil while not known.
    package let path: String?
    /// When it ended; nil while it has not.
    package let ended: Date?

    /// A download.
    package init(
        id: String,
        client: ServiceID,
        name: String,
        category: String = "",
        stage: Stage,
        bytes: Int64 = 0,
        bytesLeft: Int64 = 0,
        secondsLeft: Int? = nil,
        message: String = "",
        labels: [String] = [],
        path: String? = nil,
        ended: Date? = nil
    ) {
        self.id = id
        self.client = client
        self.name = name
        self.category = category
        self.stage = stage
        self.bytes = bytes
        self.bytesLeft = bytesLeft
        self.secondsLeft = secondsLeft
        self.message = message
        self.labels = labels
        self.path = path
        self.ended = ended
    }
}

/// What one download client said at one moment.
package struct ClientState: Sendable, Hashable {
    /// The client.
    package let client: ServiceID
    /// Whether the whole queue is paused.
    package var isPaused: Bool
    /// Bytes a second, all downloads together.
    package var speed: Double
    /// What is in the queue, in its order.
    package var queue: [ClientJob]
    /// What has ended lately, newest first.
    package var history: [ClientJob]
    /// Bytes free where unfinished jobs lie; nil when not known.
    package var freeBytes: Int64?
    /// What the client complains of: news servers, disks.
    package var complaints: [String]
    /// How many news servers could be used; nil when not known.
    package var usableServers: Int?

    /// A state.
    package init(
        client: ServiceID,
        isPaused: Bool = false,
        speed: Double = 0,
        queue: [ClientJob] = [],
        history: [ClientJob] = [],
        freeBytes: Int64? = nil,
        complaints: [String] = [],
        usableServers: Int? = nil
    ) {
        self.client = client
        self.isPaused = isPaused
        self.speed = speed
        self.queue = queue
        self.history = history
        self.freeBytes = freeBytes
        self.complaints = complaints
        self.usableServers = usableServers
    }
}
