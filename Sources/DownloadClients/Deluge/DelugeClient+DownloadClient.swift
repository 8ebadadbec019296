internal import Foundation
internal import OrderedJSON
package import ServiceHTTP

extension DelugeClient: TorrentClient {
    /// All torrents.
    package func torrents() async throws(ServiceError) -> [DelugeTorrent] {
        let operation = "read the torrents"
        let row = try await call(operation, "core.get_torrents_status", [[:], .array(DelugeTorrent.keys)])
        guard let object = row.value.object else {
            throw channel.error(.badReply(place: "result", problem: "no object"), operation: operation)
        }
        do throws(RowFault) {
            var torrents: [DelugeTorrent] = []
            for (hash, status) in object {
                torrents.append(try DelugeTorrent(JSONRow(status, path: "result.\(hash)")))
            }
            return torrents
        } catch {
            throw channel.error(.badReply(place: error.path, problem: error.problem), operation: operation)
        }
    }

    package func downloads() async throws(ServiceError) -> [DownloadItem] {
        try await torrents().map { $0.item(of: id) }
    }

    package func pause(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("pause torrents", "core.pause_torrents", ids)
    }

    package func resume(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("resume torrents", "core.resume_torrents", ids)
    }

    package func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError) {
        try await act("delete torrents", "core.remove_torrents", ids, [.bool(data == .deleted)])
    }

    package func recheck(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("recheck torrents", "core.force_recheck", ids)
    }

    package func reannounce(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("ask the trackers", "core.force_reannounce", ids)
    }

    package func add(torrent: [UInt8], category: String?) async throws(ServiceError) {
        let content = JSONValue.string(Data(torrent).base64EncodedString())
        let result = try await call(
            "add a torrent",
            "core.add_torrent_file",
            ["a.torrent", content, [:]],
            purpose: .write
        )
        guard let hash = result.value.string else {
            throw channel.error(.rejected("the torrent is broken"), operation: "add a torrent")
        }
        guard let category else { return }
        try await label(hash, category.lowercased())
    }

    /// Gives a torrent a label, which is made where there is none of that name.
    private func label(_ hash: String, _ name: String) async throws(ServiceError) {
        let known = try await call("read the labels", "label.get_labels").value.array ?? []
        if !known.contains(.string(name)) {
            _ = try await call("add a label", "label.add", [.string(name)], purpose: .idempotentWrite)
        }
        _ = try await call(
            "label a torrent",
            "label.set_torrent",
            [.string(hash), .string(name)],
            purpose: .idempotentWrite
        )
    }

    private func act(
        _ operation: String,
        _ method: String,
        _ ids: [DownloadID],
        _ more: [JSONValue] = []
    ) async throws(ServiceError) {
        let hashes = JSONValue.array(ids.map { .string($0.rawValue.lowercased()) })
        _ = try await call(operation, method, [hashes] + more, purpose: .idempotentWrite)
    }
}
