package import Foundation
package import MediaDomain
package import OrderedJSON

/// A download as its client gives it, in terms that all clients share.
package struct DownloadItem: Sendable, Identifiable {
    /// The client's own id, which Servarr calls `downloadId`: `SABnzbd_nzo_…`, an info hash.
    package let id: DownloadID
    /// The client.
    package let client: ServiceID
    /// The name.
    package let name: String
    /// The category or label, nil for none.
    package let category: String?
    /// What it is doing.
    package let state: State
    /// The client's own word for the state, for rules that know the client.
    package let clientState: String
    /// The size in bytes, nil while unknown.
    package let size: Int?
    /// The bytes left.
    package let sizeLeft: Int?
    /// Bytes a second now.
    package let speed: Int?
    /// The time left, nil if unknown or endless.
    package let timeLeft: Duration?
    /// What the client complains about, in its language; nil when it does not.
    package let message: String?
    /// Where the data is or will be, as the client writes the path.
    package let path: String?
    /// When it was added, nil if the client does not tell.
    package let added: Date?
    /// When it ended.
    package let ended: Date?
    /// All that the client says.
    package let raw: JSONValue

    /// What a download is doing.
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case queued, paused, downloading, stalled
        /// Verifying, repairing, unpacking, moving.
        case processing
        case completed, failed
        /// Uploading to others.
        case seeding
        case unknown
    }

    /// How much is there, 0...1, nil while the size is unknown.
    package var progress: Double? {
        guard let size, let sizeLeft, size > 0 else { return nil }
        return min(1, max(0, 1 - Double(sizeLeft) / Double(size)))
    }

    /// A download.
    package init(
        id: DownloadID,
        client: ServiceID,
        name: String,
        category: String?,
        state: State,
        clientState: String,
        size: Int?,
        sizeLeft: Int?,
        speed: Int? = nil,
        timeLeft: Duration? = nil,
        message: String? = nil,
        path: String? = nil,
        added: Date? = nil,
        ended: Date? = nil,
        raw: JSONValue = .null
    ) {
        self.id = id
        self.client = client
        self.name = name
        self.category = category
        self.state = state
        self.clientState = clientState
        self.size = size
        self.sizeLeft = sizeLeft
        self.speed = speed
        self.timeLeft = timeLeft
        self.message = message
        self.path = path
        self.added = added
        self.ended = ended
        self.raw = raw
    }
}

/// A client's own id of a download; the case of letters does not count, as Servarr writes info hashes in upper case.
package struct DownloadID: RawRepresentable, Sendable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The id, as the client writes it.
    package let rawValue: String

    /// The download of that id.
    package init(rawValue: String) { self.rawValue = rawValue }

    package init(stringLiteral value: String) { rawValue = value }
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
    package var description: String { rawValue }
}

extension DownloadID: Hashable {
    package static func == (left: DownloadID, right: DownloadID) -> Bool {
        left.rawValue.lowercased() == right.rawValue.lowercased()
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue.lowercased()) }
}
