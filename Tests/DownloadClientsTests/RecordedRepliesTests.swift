internal import DownloadClients
internal import Foundation
internal import OrderedJSON
internal import ServiceHTTP
import Testing

/// Replies of real programs, recorded; they lie beside the repository, and without them these tests are skipped.
@Suite(.enabled(if: RecordedReplies.folder != nil, "the recorded replies are not there"))
struct RecordedRepliesTests {
    @Test(arguments: RecordedReplies.folder == nil ? [] : RecordedReplies.daemons)
    func `every recorded reply is read, and what we know of it decodes`(daemon: String) throws {
        let files = try RecordedReplies.files(of: daemon)
        #expect(!files.isEmpty)
        var decoded = 0
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            let json = try JSONValue(parsing: bytes)
            #expect(
                try JSONValue(parsing: json.text()) == json,
                "a round trip changes \(file.lastPathComponent)"
            )
            do {
                decoded += try RecordedReplies.rows(of: json, daemon: daemon, file: file.lastPathComponent)
            } catch let fault as RowFault {
                Issue.record("\(daemon)/\(file.lastPathComponent): \(fault.problem) at \(fault.path)")
            }
        }
        print("recorded replies of \(daemon): \(files.count) files read, \(decoded) rows decoded")
        if !daemon.hasPrefix("aria2") && !daemon.hasPrefix("deluge") { #expect(decoded > 0) }
    }
}

enum RecordedReplies {
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

    /// Decodes what stands in a reply, and counts the rows.
    static func rows(of json: JSONValue, daemon: String, file: String) throws -> Int {
        if daemon.hasPrefix("sabnzbd") { return try sabnzbd(json) }
        if daemon.hasPrefix("qbittorrent"), file.hasPrefix("torrents_info") {
            return try JSONRow(json).elements(QBittorrentTorrent.self).count
        }
        if daemon.hasPrefix("qbittorrent"), file.hasPrefix("torrents_trackers") {
            return try JSONRow(json).elements(QBittorrentTracker.self).count
        }
        if daemon.hasPrefix("transmission"), let torrents = json["arguments"]?["torrents"] {
            return try JSONRow(torrents).elements(TransmissionTorrent.self).count
        }
        if daemon.hasPrefix("nzbget"), file.hasPrefix("listgroups") || file.hasPrefix("history") {
            let rows = json["result"] ?? json
            return rows.array == nil
                ? (try NZBGetJob(JSONRow(rows)).id > 0 ? 1 : 0)
                : try JSONRow(rows).elements(NZBGetJob.self).count
        }
        return 0
    }

    private static func sabnzbd(_ json: JSONValue) throws -> Int {
        var count = 0
        if json["queue"]?["slots"] != nil {
            count += try SABnzbdQueue(JSONRow(json["queue"] ?? [:])).jobs.count + 1
        }
        if json["history"]?["slots"] != nil {
            count += try SABnzbdHistory(JSONRow(json["history"] ?? [:])).jobs.count + 1
        }
        if json["status"]?["servers"] != nil {
            count += try SABnzbdFullStatus(JSONRow(json["status"] ?? [:])).servers.count + 1
        }
        if json["nzo_id"] != nil, json["fail_message"] != nil {
            _ = try SABnzbdEndedJob(JSONRow(json))
            count += 1
        } else if json["nzo_id"] != nil, json["percentage"] != nil {
            _ = try SABnzbdJob(JSONRow(json))
            count += 1
        }
        return count
    }
}
