package import Foundation
package import MediaDomain

/// One download as Sonarr or Radarr sees it; a season pack, whatever the number of its rows, is one.
package struct ArrDownload: Sendable, Hashable, Codable {
    /// The arr.
    package let arr: ServiceID
    /// The rows of its queue, one an episode.
    package let rows: [Int]
    /// The client's id of the download; nil while it waits in the arr.
    package let downloadID: String?
    /// The release's name.
    package let title: String
    /// The state as the client has it, in the arr's words: `downloading`, `completed`, `delay`, `downloadClientUnavailable`.
    package let status: String
    /// The state in the arr: `downloading`, `importPending`, `importBlocked`, `failedPending`, `failed`.
    package let state: String
    /// What the arr has against it.
    package let messages: [String]
    /// The series or the film; nil for a download that it cannot place.
    package let itemID: Int?
    /// The episodes; empty for a film.
    package let episodes: [Int]
    /// The title of the film or series, if the arr says it.
    package let itemTitle: String?
    /// `usenet` or `torrent`.
    package let transfer: String
    /// The indexer that it came from.
    package let indexer: String?
    /// When it was added; nil when not known.
    package let added: Date?
    /// The labels of the tags that the film or series carries.
    package let tags: [String]

    /// A download.
    package init(
        arr: ServiceID,
        rows: [Int],
        downloadID: String?,
        title: String,
        status: String = "downloading",
        state: String = "downloading",
        messages: [String] = [],
        itemID: Int? = nil,
        episodes: [Int] = [],
        itemTitle: String? = nil,
        transfer: String = "usenet",
        indexer: String? = nil,
        added: Date? = nil,
        tags: [String] = []
    ) {
        self.arr = arr
        self.rows = rows
        self.downloadID = downloadID
        self.title = title
        self.status = status
        self.state = state
        self.messages = messages
        self.itemID = itemID
        self.episodes = episodes
        self.itemTitle = itemTitle
        self.transfer = transfer
        self.indexer = indexer
        self.added = added
        self.tags = tags
    }

    /// What the attempts of one film or one set of episodes are counted under.
    package var itemKey: String? {
        itemID.map { item in
            episodes.isEmpty
                ? "\(arr):\(item)"
                : "\(arr):\(item):\(episodes.sorted().map(String.init).joined(separator: "+"))"
        }
    }
}

/// What one arr said at one moment.
package struct ArrState: Sendable, Hashable {
    /// The arr.
    package let arr: ServiceID
    /// Its downloads.
    package var downloads: [ArrDownload]
    /// Root folders that it cannot reach.
    package var lostFolders: [String]

    /// A state.
    package init(arr: ServiceID, downloads: [ArrDownload] = [], lostFolders: [String] = []) {
        self.arr = arr
        self.downloads = downloads
        self.lostFolders = lostFolders
    }
}

/// What an arr remembers of one download.
package struct ArrHistory: Sendable, Hashable {
    /// Whether this arr grabbed it.
    package var wasGrabbed: Bool
    /// Whether it counted it as failed, and when.
    package var failed: Date?
    /// Whether it imported it.
    package var wasImported: Bool
    /// The film or series.
    package var itemID: Int?
    /// The episodes.
    package var episodes: [Int]
    /// The release's name.
    package var title: String

    /// A memory.
    package init(
        wasGrabbed: Bool,
        failed: Date? = nil,
        wasImported: Bool = false,
        itemID: Int? = nil,
        episodes: [Int] = [],
        title: String = ""
    ) {
        self.wasGrabbed = wasGrabbed
        self.failed = failed
        self.wasImported = wasImported
        self.itemID = itemID
        self.episodes = episodes
        self.title = title
    }
}
