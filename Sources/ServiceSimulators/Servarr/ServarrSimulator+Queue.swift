internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    func queue(_ request: SimulatedRequest, _ parts: [String]) async -> SimulatedReply {
        switch (request.method, parts.dropFirst().first) {
        case ("GET", nil):
            let unknown =
                request.bool("includeUnknownMovieItems") ?? request.bool("includeUnknownSeriesItems") ?? false
            return ServarrReplies.page(
                rows(request, unknown: unknown),
                of: request,
                sortKey: "timeleft",
                direction: "ascending"
            )
        case ("GET", "status"?): return .json(.object(queueStatus()))
        case ("GET", "details"?):
            return .json(
                .array(
                    rows(request, unknown: false).filter { row in
                        let wanted = request.int("movieId") ?? request.int("seriesId")
                        return wanted == nil || row["movieId"]?.int == wanted
                            || row["seriesId"]?.int == wanted
                    }
                )
            )
        case ("DELETE", "bulk"?):
            let ids = ((try? request.json())?["ids"]?.array ?? []).compactMap(\.int)
            for id in ids { _ = await remove(row: id, request) }
            return .json([:])
        case ("DELETE", let id?): return await remove(row: Int(id) ?? 0, request)
        case ("POST", "grab"?): return .json([:])
        default: return ServarrReplies.notFound
        }
    }

    private func rows(_ request: SimulatedRequest, unknown: Bool) -> [JSONValue] {
        state.tracked.flatMap { download -> [JSONValue] in
            if download.units.isEmpty { return unknown ? [.object(download.row(nil))] : [] }
            return download.units.map { unit in
                var row = library.reference(to: unit, including: request, now: now())
                for (key, value) in download.row(unit) { row[key] = value }
                return .object(row)
            }
        }
    }

    private func queueStatus() -> JSONObject {
        let known = state.tracked.filter { !$0.units.isEmpty }
        let unknown = state.tracked.filter(\.units.isEmpty)
        let count = known.map(\.units.count).reduce(0, +)
        return [
            "totalCount": .number(count + unknown.count), "count": .number(count),
            "unknownCount": .number(unknown.count),
            "errors": .bool(known.contains { $0.trackedStatus == "error" }),
            "warnings": .bool(known.contains { $0.trackedStatus == "warning" }),
            "unknownErrors": .bool(unknown.contains { $0.trackedStatus == "error" }),
            "unknownWarnings": .bool(unknown.contains { $0.trackedStatus == "warning" }), "id": 0,
        ]
    }

    private func remove(row id: Int, _ request: SimulatedRequest) async -> SimulatedReply {
        guard
            let download = state.tracked.first(where: { tracked in
                tracked.units.contains { tracked.rowID($0) == id }
                    || (tracked.units.isEmpty && tracked.rowID(nil) == id)
            })
        else { return ServarrReplies.notFound }
        let fromClient = request.bool("removeFromClient") ?? true
        let blocks = request.bool("blocklist") ?? false
        state.tracked.removeAll { $0.downloadID == download.downloadID }
        if fromClient, !download.isStaged {
            try? await link(for: download.client)?.remove(download.downloadID, withData: true)
        }
        if blocks {
            guard
                state.history.contains(where: { $0.downloadID == download.downloadID && $0.type == "grabbed" }
                )
            else {
                return .json(["message": "Sequence contains no elements"], status: 500)
            }
            noteFailure(
                of: download,
                message: "Manually marked as failed",
                searches: request.bool("skipRedownload") != true
            )
        } else if !fromClient, request.bool("changeCategory") != true {
            note(
                "downloadIgnored",
                of: download,
                data: ["reason": "Manually ignored", "message": "Manually ignored"]
            )
        }
        return .json([:])
    }

    /// Writes an event for each film or episode of a download.
    func note(_ type: String, of download: TrackedDownload, data: JSONObject) {
        for unit in download.units {
            let id = state.makeID()
            state.history.append(
                HistoryEvent(
                    id: id,
                    unit: unit,
                    date: now(),
                    type: type,
                    title: download.title,
                    quality: download.quality,
                    downloadID: download.downloadID,
                    data: data
                )
            )
        }
    }

    /// What both applications do with a failed download: history, blocklist, and a new search where the settings want one.
    func noteFailure(of download: TrackedDownload, message: String, searches: Bool) {
        note(
            "downloadFailed",
            of: download,
            data: [
                "downloadClient": .string(download.client), "downloadClientName": .string(download.client),
                "message": .string(message),
                "releaseGroup": .string(String(download.title.split(separator: "-").last ?? "")),
                "size": .string(String(Int(download.size))), "indexer": .string(download.indexer),
            ]
        )
        state.blocklist.append(
            BlockedRelease(
                id: state.makeID(),
                title: download.title,
                units: download.units,
                quality: download.quality,
                date: now(),
                download: download.download,
                indexer: download.indexer,
                message: message
            )
        )
        let wanted =
            state.isOn("autoRedownloadFailed", in: "downloadclient")
            && (!download.isInteractive
                || state.isOn("autoRedownloadFailedFromInteractiveSearch", in: "downloadclient"))
        if searches, wanted, let (name, body) = library.commandAfterFailure(of: download.units) {
            state.queue(name, body, at: now())
        }
    }
}
