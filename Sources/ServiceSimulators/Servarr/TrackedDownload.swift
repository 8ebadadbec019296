internal import Foundation
internal import OrderedJSON

/// A download as an application follows it: one row of the queue for each film or episode in it.
struct TrackedDownload: Sendable {
    /// What hinders the import, once it is complete.
    struct Obstacle: Sendable, Hashable {
        /// The message's head: the name of the release, or of a file in it.
        var title: String
        var messages: [String]
        /// `importBlocked` asks for a person, `importPending` is tried again.
        var state: String = "importBlocked"
        var status: String = "warning"
    }

    /// The id in the client: `SABnzbd_nzo_…`, or an info hash in capitals.
    let downloadID: String
    let title: String
    let quality: Quality
    let indexer: String
    /// `usenet` or `torrent`.
    let download: String
    let client: String
    let added: Date
    /// Empty where the application does not know what it is.
    var units: [MediaUnit]
    var size: Double
    var left: Double
    /// A time as .NET writes it: `00:12:30`.
    var timeLeft: String?
    var status = "queued"
    var trackedStatus = "ok"
    var trackedState = "downloading"
    var messages: [Obstacle] = []
    var errorMessage: String?
    var outputPath: String?
    /// Whether it came from a hand-picked release.
    var isInteractive = false
    /// What hinders the import when it comes to it.
    var obstacle: Obstacle?
    /// A row that a switch put there: no client has it, nothing changes it by itself.
    var isStaged = false
    /// Whether the application leaves a failure as it is, as it does when it missed the client's history.
    var ignoresFailure = false

    /// The row's id: the same between polls, another for each film or episode.
    func rowID(_ unit: MediaUnit?) -> Int {
        Int(Release.steadyHash("\(client)-\(downloadID)-\(unit?.id ?? 0)") & 0x7FFF_FFFF)
    }

    /// The members that Sonarr and Radarr share.
    func row(_ unit: MediaUnit?) -> JSONObject {
        var row: JSONObject = [
            "languages": [["id": 1, "name": "English"]], "quality": quality.model, "customFormats": [],
            "customFormatScore": 0, "size": .number(size), "title": .string(title), "sizeleft": .number(left),
        ]
        row["timeleft"] = timeLeft.map(JSONValue.string)
        row["added"] = .string(added.ISO8601Format())
        row["status"] = .string(status)
        row["trackedDownloadStatus"] = .string(trackedStatus)
        row["trackedDownloadState"] = .string(trackedState)
        row["statusMessages"] = .array(
            messages.map {
                ["title": .string($0.title), "messages": .array($0.messages.map(JSONValue.string))]
            }
        )
        row["errorMessage"] = errorMessage.map(JSONValue.string)
        row["downloadId"] = .string(downloadID)
        row["protocol"] = .string(download)
        row["downloadClient"] = .string(client)
        row["downloadClientHasPostImportCategory"] = false
        row["indexer"] = .string(indexer)
        row["outputPath"] = outputPath.map(JSONValue.string)
        row["id"] = .number(rowID(unit))
        return row
    }
}

/// A file in the library.
struct MediaFile: Sendable, Hashable {
    let id: Int
    let path: String
    let relativePath: String
    let size: Int
    let quality: Quality
    let added: Date
    let sceneName: String
    let group: String
    /// Minutes.
    let runtime: Int
}

/// Something that happened to a film or an episode.
struct HistoryEvent: Sendable {
    let id: Int
    let unit: MediaUnit
    let date: Date
    /// The event: `grabbed`, `downloadFolderImported`, `downloadFailed` and the like.
    let type: String
    let title: String
    let quality: Quality
    let downloadID: String?
    let data: JSONObject
}

/// A release that is not taken again.
struct BlockedRelease: Sendable {
    let id: Int
    let title: String
    let units: [MediaUnit]
    let quality: Quality
    let date: Date
    let download: String
    let indexer: String
    let message: String
}

/// A command and how far it is.
struct QueuedCommand: Sendable {
    let id: Int
    let name: String
    let body: JSONObject
    let queued: Date
    var status = "queued"
    var started: Date?
    var ended: Date?
    var message: String?
    var trigger = "manual"

    var json: JSONValue {
        var body = body
        body["name"] = .string(name)
        var object: JSONObject = [
            "name": .string(name), "commandName": .string(Self.spaced(name)),
            "message": .string(message ?? ""), "body": .object(Self.known(of: name, trigger: trigger)),
            "priority": "normal", "status": .string(status),
            "result": .string(
                status == "completed" ? "successful" : status == "failed" ? "unsuccessful" : "unknown"
            ),
            "queued": .string(queued.ISO8601Format()),
        ]
        object["started"] = started.map { .string($0.ISO8601Format()) }
        object["ended"] = ended.map { .string($0.ISO8601Format()) }
        if let started, let ended {
            object["duration"] = .string(TimeText.span(seconds: ended.timeIntervalSince(started)))
        }
        object["trigger"] = .string(trigger)
        object["stateChangeTime"] = .string((ended ?? started ?? queued).ISO8601Format())
        object["sendUpdatesToClient"] = true
        object["updateScheduledTask"] = true
        object["id"] = .number(id)
        return .object(object)
    }

    private static func known(of name: String, trigger: String) -> JSONObject {
        [
            "sendUpdatesToClient": true, "updateScheduledTask": true, "completionMessage": "Completed",
            "requiresDiskAccess": false, "isExclusive": false,
            "isLongRunning": false,
            "name": .string(name), "trigger": .string(trigger), "suppressMessages": false,
        ]
    }

    /// `MoviesSearch` → `Movies Search`.
    private static func spaced(_ name: String) -> String {
        name.reduce(into: "") { text, letter in
            if letter.isUppercase, !text.isEmpty { text += " " }
            text.append(letter)
        }
    }
}

/// Times as .NET writes them.
enum TimeText {
    /// `1.02:03:04` or `02:03:04`.
    static func span(seconds: Double) -> String {
        let whole = max(0, Int(seconds))
        let parts = [whole / 3600 % 24, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (whole >= 86_400 ? "\(whole / 86_400)." : "") + parts.joined(separator: ":")
    }
}
