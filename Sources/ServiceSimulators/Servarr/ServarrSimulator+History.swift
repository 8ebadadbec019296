internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    /// The numbers by which `eventType` is asked for; source: `EpisodeHistoryEventType`, `MovieHistoryEventType`.
    private static let eventNumbers: [ServarrApplication: [Int: String]] = [
        .sonarr: [
            1: "grabbed", 2: "seriesFolderImported", 3: "downloadFolderImported", 4: "downloadFailed",
            5: "episodeFileDeleted", 6: "episodeFileRenamed", 7: "downloadIgnored",
        ],
        .radarr: [
            1: "grabbed", 3: "downloadFolderImported", 4: "downloadFailed", 6: "movieFileDeleted",
            7: "movieFolderImported", 8: "movieFileRenamed", 9: "downloadIgnored",
        ],
    ]

    func history(_ request: SimulatedRequest, _ parts: [String]) async -> SimulatedReply {
        if request.method == "POST", parts.count == 3, parts[1] == "failed" {
            return await markFailed(Int(parts[2]) ?? 0)
        }
        guard request.method == "GET" else { return ServarrReplies.notFound }
        let types =
            request.ints("eventType").compactMap { Self.eventNumbers[application]?[$0] }
            + (request.value("eventType").map { Int($0) == nil ? [$0] : [] } ?? [])
        let downloadID = request.value("downloadId")
        let units = request.ints("movieIds") + request.ints("movieId") + request.ints("episodeId")
        let series = request.ints("seriesIds") + request.ints("seriesId")
        let since = request.value("date").flatMap { try? Date($0, strategy: .iso8601) }
        let found = state.history.filter { event in
            let row = library.reference(to: event.unit, including: request, now: now())
            return (types.isEmpty || types.contains(event.type))
                && (downloadID == nil || event.downloadID == downloadID)
                && (units.isEmpty || units.contains(event.unit.id))
                && (series.isEmpty || series.contains(row["seriesId"]?.int ?? -1))
                && (since.map { event.date >= $0 } ?? true)
        }
        let rows = found.reversed().map { JSONValue.object(json($0, request)) }
        if parts.count > 1 { return .json(.array(rows)) }
        return ServarrReplies.page(rows, of: request, sortKey: "date")
    }

    private func json(_ event: HistoryEvent, _ request: SimulatedRequest) -> JSONObject {
        var object = library.reference(to: event.unit, including: request, now: now())
        object["seasonNumber"] = nil
        object["episodeHasFile"] = nil
        object["sourceTitle"] = .string(event.title)
        object["languages"] = [["id": 1, "name": "English"]]
        object["quality"] = event.quality.model
        object["customFormats"] = []
        object["customFormatScore"] = 0
        object["qualityCutoffNotMet"] = false
        object["date"] = .string(event.date.ISO8601Format())
        object["downloadId"] = event.downloadID.map(JSONValue.string)
        object["eventType"] = .string(event.type)
        object["data"] = .object(event.data)
        object["id"] = .number(event.id)
        return object
    }

    private func markFailed(_ id: Int) async -> SimulatedReply {
        guard let event = state.history.first(where: { $0.id == id && $0.type == "grabbed" }) else {
            return ServarrReplies.notFound
        }
        let units = state.history.filter { $0.downloadID == event.downloadID && $0.type == "grabbed" }.map(
            \.unit
        )
        let download = TrackedDownload(
            downloadID: event.downloadID ?? "",
            title: event.title,
            quality: event.quality,
            indexer: event.data["indexer"]?.string ?? "",
            download: event.data["protocol"] == "2" ? "torrent" : "usenet",
            client: event.data["downloadClientName"]?.string ?? "",
            added: event.date,
            units: units,
            size: Double(event.data["size"]?.string ?? "") ?? 0,
            left: 0
        )
        state.tracked.removeAll { $0.downloadID == event.downloadID }
        noteFailure(of: download, message: "Manually marked as failed", searches: true)
        return .json([:])
    }

    func blocklist(_ request: SimulatedRequest, _ parts: [String]) -> SimulatedReply {
        switch (request.method, parts.dropFirst().first) {
        case ("GET", nil):
            return ServarrReplies.page(
                state.blocklist.reversed().map { .object(json($0)) },
                of: request,
                sortKey: "date"
            )
        case ("DELETE", "bulk"?):
            let ids = Set(((try? request.json())?["ids"]?.array ?? []).compactMap(\.int))
            state.blocklist.removeAll { ids.contains($0.id) }
            return .json([:])
        case ("DELETE", let id?):
            state.blocklist.removeAll { $0.id == Int(id) }
            return .json([:])
        default: return ServarrReplies.notFound
        }
    }

    private func json(_ blocked: BlockedRelease) -> JSONObject {
        var object: JSONObject = [:]
        if application == .radarr {
            object["movieId"] = .number(blocked.units.first?.id ?? 0)
        } else {
            let reference = library.reference(
                to: blocked.units.first,
                including: SimulatedRequest("GET", "/"),
                now: now()
            )
            object["seriesId"] = reference["seriesId"] ?? 0
            object["episodeIds"] = .array(blocked.units.map { .number($0.id) })
        }
        object["sourceTitle"] = .string(blocked.title)
        object["languages"] = [["id": 1, "name": "English"]]
        object["quality"] = blocked.quality.model
        object["customFormats"] = []
        object["date"] = .string(blocked.date.ISO8601Format())
        object["protocol"] = .string(blocked.download)
        object["indexer"] = .string(blocked.indexer)
        object["message"] = .string(blocked.message)
        object["id"] = .number(blocked.id)
        return object
    }
}
