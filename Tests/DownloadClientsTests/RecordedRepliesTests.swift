internal import DownloadClients
internal import Foundation
internal import OrderedJSON
internal import ServiceHTTP
import Testing

/// Replies of real programs, recorded; they lie beside the repository, and without them these tests are skipped.
@Suite(.enabled(if: RecordedReplies.folder != nil, "the recorded replies are not there"))
struct RecordedRepliesTests {
    /// Daemons for which there is no client: their replies are read, and nothing of them is decoded.
    private static let unknown = ["aria2-1.36.0"]

    @Test(arguments: RecordedReplies.folder == nil ? [] : RecordedReplies.daemons)
    func `every recorded reply is read, and what we know of it decodes`(daemon: String) throws {
        let count = try count(daemon)
        #expect(count.files > 0)
        #expect(count.survived == count.objects)
        if !Self.unknown.contains(daemon) { #expect(count.objects > 0) }
        print("recorded replies of \(daemon): \(count)")
    }

    @Test func `all recorded replies together`() throws {
        var whole = RecordedReplies.Count()
        for daemon in RecordedReplies.daemons { whole += try count(daemon) }
        #expect(whole.survived == whole.objects)
        print("recorded replies of all daemons: \(whole)")
    }

    private func count(_ daemon: String) throws -> RecordedReplies.Count {
        var count = RecordedReplies.Count()
        for file in try RecordedReplies.files(of: daemon) {
            let json = try JSONValue(parsing: Array(try Data(contentsOf: file)))
            #expect(
                try JSONValue(parsing: json.text()) == json,
                "a round trip changes \(file.lastPathComponent)"
            )
            count.files += 1
            do {
                let rows = try RecordedReplies.rows(of: json, daemon: daemon, file: file.lastPathComponent)
                count.decoded += rows.isEmpty ? 0 : 1
                count.objects += rows.count
                count.survived += try rows.count { try JSONValue(parsing: $0.kept.text()) == $0.source }
            } catch let fault as RowFault {
                Issue.record("\(daemon)/\(file.lastPathComponent): \(fault.problem) at \(fault.path)")
            }
        }
        return count
    }
}

enum RecordedReplies {
    /// What came of some replies.
    struct Count: CustomStringConvertible {
        var files = 0
        /// Files of which something decodes.
        var decoded = 0
        /// Objects that were decoded.
        var objects = 0
        /// Objects that are the same after decoding, writing and reading again.
        var survived = 0

        static func += (left: inout Count, right: Count) {
            left.files += right.files
            left.decoded += right.decoded
            left.objects += right.objects
            left.survived += right.survived
        }

        var description: String {
            "\(files) files read, \(decoded) of them decoded, \(objects) objects, \(survived) survive a round trip"
        }
    }

    /// An object as it was recorded, and as its row keeps it for writing back.
    struct Row {
        let source: JSONValue
        let kept: JSONValue
    }

    static let folder: URL? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appending(path: "shared/fixtures/recorded")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static var daemons: [String] {
        guard let folder else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    static func files(of daemon: String) throws -> [URL] {
        guard let folder else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: daemon),
            includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "json" }
    }

    /// Decodes what stands in a reply.
    static func rows(of json: JSONValue, daemon: String, file: String) throws -> [Row] {
        switch daemon.prefix(while: { $0 != "-" }) {
        case "sabnzbd": try sabnzbd(json)
        case "qbittorrent": try qbittorrent(json, file)
        case "transmission": try transmission(json)
        case "nzbget": try nzbget(json, file)
        case "deluge": try deluge(json, file)
        default: []
        }
    }

    private static func list(_ json: JSONValue?, _ keep: (JSONRow) throws -> JSONValue) rethrows -> [Row] {
        try (json?.array ?? []).map { Row(source: $0, kept: try keep(JSONRow($0))) }
    }

    private static func settings(_ json: JSONValue?) -> [Row] {
        json?.object?.isEmpty == false ? [Row(source: json ?? .null, kept: json ?? .null)] : []
    }

    private static func qbittorrent(_ json: JSONValue, _ file: String) throws -> [Row] {
        if file.hasPrefix("torrents_info") { return try list(json) { try QBittorrentTorrent($0).raw } }
        if file.hasPrefix("torrents_trackers") {
            return try list(json) { row in
                _ = try QBittorrentTracker(row)
                return row.value
            }
        }
        return file.hasPrefix("app_preferences") ? settings(json) : []
    }

    private static func transmission(_ json: JSONValue) throws -> [Row] {
        let arguments = json["arguments"]
        if arguments?["rpc-version"] != nil { return settings(arguments) }
        return try list(arguments?["torrents"]) { try TransmissionTorrent($0).raw }
    }

    private static func nzbget(_ json: JSONValue, _ file: String) throws -> [Row] {
        let result = json["result"] ?? json
        guard file.hasPrefix("listgroups") || file.hasPrefix("history") else { return [] }
        let jobs = result.array == nil ? .array([result]) : result
        return try list(jobs) { try NZBGetJob($0).raw }
    }

    private static func deluge(_ json: JSONValue, _ file: String) throws -> [Row] {
        let result = json["result"] ?? json
        if file.hasPrefix("core_get_torrent_status") {
            return try list(.array([result])) { try DelugeTorrent($0).raw }
        }
        if let torrents = result["torrents"]?.object {
            return try list(.array(torrents.map(\.value))) { try DelugeTorrent($0).raw }
        }
        return file.hasPrefix("core_get_config") ? settings(result) : []
    }

    private static func sabnzbd(_ json: JSONValue) throws -> [Row] {
        var rows: [Row] = []
        if let queue = json["queue"], queue["slots"] != nil {
            _ = try SABnzbdQueue(JSONRow(queue))
            rows += try list(queue["slots"]) { try SABnzbdJob($0).raw }
        }
        if let history = json["history"], history["slots"] != nil {
            _ = try SABnzbdHistory(JSONRow(history))
            rows += try list(history["slots"]) { try SABnzbdEndedJob($0).raw }
        }
        if let status = json["status"], status["servers"] != nil {
            let count = try SABnzbdFullStatus(JSONRow(status)).servers.count
            rows += (status["servers"]?.array ?? []).prefix(count).map { Row(source: $0, kept: $0) }
        }
        for (_, section) in json["config"]?.object ?? [:] {
            rows += section.array == nil ? settings(section) : list(section) { $0.value }
        }
        if json["nzo_id"] != nil, json["fail_message"] != nil {
            rows.append(Row(source: json, kept: try SABnzbdEndedJob(JSONRow(json)).raw))
        } else if json["nzo_id"] != nil, json["percentage"] != nil {
            rows.append(Row(source: json, kept: try SABnzbdJob(JSONRow(json)).raw))
        }
        return rows
    }
}
