package import Foundation
package import MediaDomain
package import OrderedJSON
package import ServiceHTTP

/// A torrent in qBittorrent.
///
/// - Note: Source: `torrents/info`. `availability` is -1 when complete, `eta` 8640000 when endless, `total_size` -1 while
///   only a magnet link is known; `private` is there from 5.0 on.
package struct QBittorrentTorrent: ServiceRow, Identifiable {
    /// The info hash.
    package let id: String
    /// The name.
    package let name: String
    /// The category, empty for none.
    package let category: String
    /// The labels.
    package let tags: [String]
    /// What it is doing: `stalledDL`, `pausedUP`, `missingFiles`.
    package let state: QBittorrentState
    /// The bytes of the chosen files; 0 while only a magnet link is known.
    package let size: Int
    /// The bytes left.
    package let amountLeft: Int
    /// 0...1.
    package let progress: Double
    /// Copies among the peers we see; nil when complete.
    package let availability: Double?
    /// Peers connected that have it whole.
    package let seeds: Int
    /// Peers that have it whole, by the tracker's word.
    package let seedsInSwarm: Int
    /// Bytes a second now.
    package let downloadSpeed: Int
    /// The time left, nil if endless.
    package let timeLeft: Duration?
    /// Whether its tracker is private, nil on versions that do not tell.
    package let isPrivate: Bool?
    /// Uploaded by downloaded.
    package let ratio: Double
    /// Where the content is.
    package let contentPath: String?
    /// When it was added.
    package let added: Date?
    /// When it was complete.
    package let completed: Date?
    /// When data last flowed.
    package let lastActivity: Date?
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = try row.requiredText("hash")
        name = row.text("name") ?? ""
        category = row.text("category") ?? ""
        tags = (row.text("tags") ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        state = row.term("state")
        size = row.int("size") ?? 0
        amountLeft = row.int("amount_left") ?? 0
        progress = row.number("progress") ?? 0
        availability = row.number("availability").flatMap { $0 < 0 ? nil : $0 }
        seeds = row.int("num_seeds") ?? 0
        seedsInSwarm = row.int("num_complete") ?? 0
        downloadSpeed = row.int("dlspeed") ?? 0
        timeLeft = row.int("eta").flatMap { $0 >= 8_640_000 || $0 < 0 ? nil : .seconds($0) }
        isPrivate = row.flag("private") ?? row.flag("isPrivate")
        ratio = row.number("ratio") ?? 0
        contentPath = row.text("content_path")
        added = row.date("added_on")
        completed = row.date("completion_on")
        lastActivity = row.date("last_activity")
        raw = row.value
    }

    /// The torrent in shared terms.
    package func item(of client: ServiceID) -> DownloadItem {
        DownloadItem(
            id: DownloadID(rawValue: id),
            client: client,
            name: name,
            category: category.isEmpty ? nil : category,
            state: state.shared,
            clientState: state.rawValue,
            size: size > 0 ? size : nil,
            sizeLeft: size > 0 ? amountLeft : nil,
            speed: downloadSpeed,
            timeLeft: timeLeft,
            path: contentPath,
            added: added,
            ended: completed,
            raw: raw
        )
    }
}

/// What qBittorrent does with a torrent; 5.x says `stopped` where 4.x says `paused`.
package struct QBittorrentState: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The state in shared terms.
    package var shared: DownloadItem.State {
        switch rawValue {
        case "downloading", "forcedDL", "metaDL", "forcedMetaDL", "allocating": .downloading
        case "stalledDL": .stalled
        case "queuedDL": .queued
        case "pausedDL", "stoppedDL": .paused
        case "checkingDL", "checkingUP", "checkingResumeData", "moving": .processing
        case "uploading", "stalledUP", "queuedUP", "forcedUP": .seeding
        case "pausedUP", "stoppedUP": .completed
        case "error", "missingFiles": .failed
        default: .unknown
        }
    }
}

/// A tracker of a torrent.
///
/// - Note: Source: `torrents/trackers`; the three pseudo trackers (`** [DHT] **`, …) have tier -1.
package struct QBittorrentTracker: ServiceRow, Hashable {
    /// The address; it may hold a passkey: never show it.
    package let url: Secret
    /// Whether it is DHT, PeX or LSD.
    package let isPseudo: Bool
    /// 0 disabled, 1 not contacted, 2 working, 3 updating, 4 not working.
    package let status: Int
    /// Its words, `unregistered torrent`.
    package let message: String

    package init(_ row: JSONRow) throws(RowFault) {
        let text = row.text("url") ?? ""
        url = Secret(text)
        isPseudo = text.hasPrefix("** [")
        status = row.int("status") ?? 0
        message = row.text("msg") ?? ""
    }
}

extension QBittorrentClient: TorrentClient {
    /// All torrents.
    package func torrents() async throws(ServiceError) -> [QBittorrentTorrent] {
        try await call("read the torrents", "torrents/info").decodedRows()
    }

    /// The trackers of a torrent, the pseudo ones first.
    package func trackers(of id: String) async throws(ServiceError) -> [QBittorrentTracker] {
        try await call("read the trackers", "torrents/trackers", query: [QueryItem("hash", id)]).decodedRows()
    }

    package func downloads() async throws(ServiceError) -> [DownloadItem] {
        try await torrents().map { $0.item(of: id) }
    }

    package func pause(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("pause torrents", try await saysStop() ? "stop" : "pause", ids)
    }

    package func resume(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("resume torrents", try await saysStop() ? "start" : "resume", ids)
    }

    package func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError) {
        try await act("delete torrents", "delete", ids, [QueryItem("deleteFiles", data == .deleted)])
    }

    package func recheck(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("recheck torrents", "recheck", ids)
    }

    package func reannounce(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("ask the trackers", "reannounce", ids)
    }

    package func add(torrent: [UInt8], category: String?) async throws(ServiceError) {
        var parts = [ServiceBody.Part(name: "torrents", filename: "a.torrent", content: torrent)]
        if let category { parts.append(ServiceBody.Part(name: "category", value: category)) }
        let answer = try await call("add a torrent", "torrents/add", body: .multipart(parts), purpose: .write)
        guard !answer.text.hasPrefix("Fails") else {
            throw answer.error(.rejected("the torrent is there already or is broken"))
        }
    }

    private func act(
        _ operation: String,
        _ path: String,
        _ ids: [DownloadID],
        _ items: [QueryItem] = []
    ) async throws(ServiceError) {
        let hashes = QueryItem("hashes", ids.map { $0.rawValue.lowercased() }.joined(separator: "|"))
        _ = try await call(
            operation,
            "torrents/\(path)",
            body: .form([hashes] + items),
            purpose: .idempotentWrite
        )
    }
}
