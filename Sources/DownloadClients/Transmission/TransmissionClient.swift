package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// Transmission's RPC, 3.00 and 4.x.
///
/// - Note: Source: the program itself, 3.00, and recordings of 3.00 and 4.1.0-beta2. The first call is answered with 409 and a
///   session id for the next; 4.1 sends floating-point numbers for integers, and `"arguments": 0` with an error.
package struct TransmissionClient: Sendable {
    package let channel: ServiceChannel
    private static let header = "X-Transmission-Session-Id"

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    /// Calls a method and gives its arguments.
    ///
    /// - Throws: ``ServiceError``: `rejected` where the result is not `success`.
    func call(
        _ operation: String,
        _ method: String,
        _ arguments: JSONObject = [:],
        purpose: ServiceRequest.Purpose = .read
    ) async throws(ServiceError) -> JSONRow {
        let base = channel.endpoint.address.base
        var request = ServiceRequest(
            operation,
            .post,
            base.isEmpty ? "transmission/rpc" : "rpc",
            body: .json(["method": .string(method), "arguments": .object(arguments)]),
            purpose: purpose
        )
        request.alsoAccepted = [409]
        request.headers[Self.header] = await channel.session.value(.token)
        var answer = try await channel.send(request)
        if answer.status == 409 {
            guard let id = answer.headers[Self.header] else {
                throw answer.error(.notThisApplication(title: nil))
            }
            await channel.session.keep(id, as: .token)
            request.headers[Self.header] = id
            answer = try await channel.send(request)
        }
        let json = try await answer.json()
        guard let result = json["result"]?.string else {
            throw answer.error(.badReply(place: "result", problem: "no text where one was due"))
        }
        guard result == "success" else { throw answer.error(.rejected(channel.redacted(result))) }
        return JSONRow(json["arguments"] ?? [:], path: "arguments")
    }

    package func version() async throws(ServiceError) -> String {
        let text = try await call("read its version", "session-get").text("version") ?? ""
        return String(text.prefix { $0 != " " })
    }

    /// Its settings.
    package func settings() async throws(ServiceError) -> JSONValue {
        try await call("read its settings", "session-get").value
    }

    /// Changes settings; unknown ones are passed over without a word, so read the result.
    ///
    /// - Returns: The settings as Transmission then has them.
    package func setSettings(_ changes: JSONObject) async throws(ServiceError) -> JSONValue {
        _ = try await call("change its settings", "session-set", changes, purpose: .idempotentWrite)
        return try await settings()
    }
}

/// A torrent in Transmission.
///
/// - Note: Source: `torrent-get`.
package struct TransmissionTorrent: ServiceRow, Identifiable {
    /// The info hash.
    package let id: String
    /// The name.
    package let name: String
    /// 0 stopped, 1 and 2 checking, 3 waiting, 4 downloading, 5 waiting to seed, 6 seeding.
    package let status: Int
    /// The bytes of the chosen files.
    package let size: Int
    /// The bytes left.
    package let sizeLeft: Int
    /// Bytes a second now.
    package let speed: Int
    /// 0 none, 1 and 2 of the tracker, 3 of this machine.
    package let error: Int
    /// What is wrong, in words.
    package let errorText: String
    /// Whether no data flows though it should.
    package let isStalled: Bool
    /// Whether its tracker is private.
    package let isPrivate: Bool?
    /// The labels; the first one is what Servarr calls the category.
    package let labels: [String]
    /// The folder.
    package let folder: String?
    /// When it was added.
    package let added: Date?
    /// The time left, nil if unknown.
    package let timeLeft: Duration?
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = try row.requiredText("hashString")
        name = row.text("name") ?? ""
        status = row.int("status") ?? 0
        size = row.int("sizeWhenDone") ?? row.int("totalSize") ?? 0
        sizeLeft = row.int("leftUntilDone") ?? 0
        speed = row.int("rateDownload") ?? 0
        error = row.int("error") ?? 0
        errorText = row.text("errorString") ?? ""
        isStalled = row.flag("isStalled") ?? false
        isPrivate = row.flag("isPrivate")
        labels = row.texts("labels")
        folder = row.text("downloadDir")
        added = row.date("addedDate")
        timeLeft = row.int("eta").flatMap { $0 >= 0 ? .seconds($0) : nil }
        raw = row.value
    }

    /// The state in shared terms.
    package var state: DownloadItem.State {
        switch status {
        case 0: error == 3 ? .failed : sizeLeft == 0 && size > 0 ? .completed : .paused
        case 1, 2: .processing
        case 3: .queued
        case 4: isStalled ? .stalled : .downloading
        case 5, 6: .seeding
        default: .unknown
        }
    }
}

extension TransmissionClient: TorrentClient {
    private static let fields: JSONValue = [
        "hashString", "name", "status", "sizeWhenDone", "totalSize", "leftUntilDone", "rateDownload", "error",
        "errorString",
        "isStalled", "isPrivate", "labels", "downloadDir", "addedDate", "eta", "percentDone",
        "metadataPercentComplete",
        "uploadRatio",
    ]

    /// All torrents.
    package func torrents() async throws(ServiceError) -> [TransmissionTorrent] {
        let row = try await call("read the torrents", "torrent-get", ["fields": Self.fields])
        do {
            return try row.elements(of: "torrents")
        } catch {
            throw channel.error(
                .badReply(place: error.path, problem: error.problem),
                operation: "read the torrents"
            )
        }
    }

    package func downloads() async throws(ServiceError) -> [DownloadItem] {
        try await torrents().map { torrent in
            DownloadItem(
                id: DownloadID(rawValue: torrent.id),
                client: id,
                name: torrent.name,
                category: torrent.labels.first,
                state: torrent.state,
                clientState: String(torrent.status),
                size: torrent.size > 0 ? torrent.size : nil,
                sizeLeft: torrent.size > 0 ? torrent.sizeLeft : nil,
                speed: torrent.speed,
                timeLeft: torrent.timeLeft,
                message: torrent.errorText.isEmpty ? nil : torrent.errorText,
                path: torrent.folder.map { "\($0)/\(torrent.name)" },
                added: torrent.added,
                raw: torrent.raw
            )
        }
    }

    package func pause(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("pause torrents", "torrent-stop", ids)
    }
    package func resume(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("resume torrents", "torrent-start", ids)
    }
    package func recheck(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("recheck torrents", "torrent-verify", ids)
    }
    package func reannounce(_ ids: [DownloadID]) async throws(ServiceError) {
        try await act("ask the trackers", "torrent-reannounce", ids)
    }

    package func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError) {
        try await act(
            "delete torrents",
            "torrent-remove",
            ids,
            ["delete-local-data": .bool(data == .deleted)]
        )
    }

    package func add(torrent: [UInt8], category: String?) async throws(ServiceError) {
        let metainfo = JSONValue.string(Data(torrent).base64EncodedString())
        let row = try await call("add a torrent", "torrent-add", ["metainfo": metainfo], purpose: .write)
        guard row.row("torrent-duplicate") == nil else {
            throw channel.error(.rejected("the torrent is there already"), operation: "add a torrent")
        }
        guard let category, let hash = row.row("torrent-added")?.text("hashString") else { return }
        try await act(
            "label a torrent",
            "torrent-set",
            [DownloadID(rawValue: hash)],
            ["labels": [.string(category)]]
        )
    }

    private func act(
        _ operation: String,
        _ method: String,
        _ ids: [DownloadID],
        _ more: JSONObject = [:]
    ) async throws(ServiceError) {
        var arguments = more
        arguments["ids"] = .array(ids.map { .string($0.rawValue.lowercased()) })
        _ = try await call(operation, method, arguments, purpose: .idempotentWrite)
    }
}
