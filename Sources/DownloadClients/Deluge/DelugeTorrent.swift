package import Foundation
package import MediaDomain
package import OrderedJSON
package import ServiceHTTP

/// A torrent in Deluge.
///
/// - Note: Source: `core.get_torrents_status`. `eta` is 0 when unknown, `label` is there with the Label plugin only, and
///   `message` is `OK` where nothing is wrong; a tracker's complaint stands in `tracker_status`.
package struct DelugeTorrent: ServiceRow, Identifiable {
    /// The info hash.
    package let id: String
    /// The name.
    package let name: String
    /// What it is doing: `Downloading`, `Seeding`, `Paused`, `Checking`, `Queued`, `Error`, `Moving`, `Allocating`.
    package let state: String
    /// The label, empty for none.
    package let label: String
    /// The bytes of the chosen files; 0 while only a magnet link is known.
    package let size: Int
    /// The bytes that are there.
    package let done: Int
    /// Bytes a second now.
    package let speed: Int
    /// Peers connected, with the whole or a part of it.
    package let peers: Int
    /// Whether all chosen files are there.
    package let isFinished: Bool
    /// Whether its tracker is private, nil where Deluge does not tell.
    package let isPrivate: Bool?
    /// The time left, nil if unknown.
    package let timeLeft: Duration?
    /// What is wrong, in words; nil for nothing.
    package let complaint: String?
    /// The folder.
    package let folder: String?
    /// When it was added.
    package let added: Date?
    /// When it was complete.
    package let completed: Date?
    /// All of it.
    package let raw: JSONValue

    /// What is asked for.
    static let keys: [JSONValue] = [
        "hash", "name", "state", "label", "total_wanted", "total_size", "total_done", "download_payload_rate",
        "num_peers", "num_seeds", "is_finished", "private", "eta", "message", "tracker_status", "save_path",
        "time_added", "completed_time", "progress", "ratio",
    ]

    package init(_ row: JSONRow) throws(RowFault) {
        id = try row.requiredText("hash")
        name = row.text("name") ?? ""
        state = row.text("state") ?? ""
        label = row.text("label") ?? ""
        size = row.int("total_wanted") ?? row.int("total_size") ?? 0
        done = row.int("total_done") ?? 0
        speed = row.int("download_payload_rate") ?? 0
        peers = (row.int("num_peers") ?? 0) + (row.int("num_seeds") ?? 0)
        isFinished = row.flag("is_finished") ?? false
        isPrivate = row.flag("private")
        timeLeft = row.int("eta").flatMap { $0 > 0 ? .seconds($0) : nil }
        let message = row.text("message") ?? ""
        let tracker = row.text("tracker_status") ?? ""
        complaint =
            if !message.isEmpty, message != "OK" { message } else if tracker.hasPrefix("Error") {
                tracker
            } else { nil }
        folder = row.text("save_path")
        added = row.date("time_added")
        completed = row.int("completed_time").flatMap { $0 > 0 ? row.date("completed_time") : nil }
        raw = row.value
    }

    /// The state in shared terms.
    package var shared: DownloadItem.State {
        switch state {
        case "Downloading": speed == 0 && peers == 0 ? .stalled : .downloading
        case "Seeding": .seeding
        case "Paused": isFinished ? .completed : .paused
        case "Queued": .queued
        case "Checking", "Allocating", "Moving": .processing
        case "Error": .failed
        default: .unknown
        }
    }

    /// The torrent in shared terms.
    package func item(of client: ServiceID) -> DownloadItem {
        DownloadItem(
            id: DownloadID(rawValue: id),
            client: client,
            name: name,
            category: label.isEmpty ? nil : label,
            state: shared,
            clientState: state,
            size: size > 0 ? size : nil,
            sizeLeft: size > 0 ? max(0, size - done) : nil,
            speed: speed,
            timeLeft: timeLeft,
            message: complaint,
            path: folder.map { "\($0)/\(name)" },
            added: added,
            ended: completed,
            raw: raw
        )
    }
}
