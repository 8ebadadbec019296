internal import Foundation
package import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

extension ArrSource {
    /// Sonarr or Radarr by their v3 API.
    package static func servarr(_ channel: ServiceChannel, kind: ServiceKind) -> ArrSource {
        let calls = ServarrCalls(channel: channel, kind: kind)
        return ArrSource(
            id: channel.id,
            kind: kind,
            read: { try await calls.state() },
            history: { try await calls.history(of: $0) },
            blocked: { try await calls.blocked($0, item: $1) },
            perform: { try await calls.perform($0) }
        )
    }
}

private struct ServarrCalls: Sendable {
    let channel: ServiceChannel
    let kind: ServiceKind

    private var item: String { kind == .sonarr ? "series" : "movie" }

    func state() async throws -> ArrState {
        // Without the includeUnknown flags orphaned downloads stay hidden.
        let queue = try await get(
            "queue",
            [
                ("page", "1"), ("pageSize", "500"), ("includeUnknownSeriesItems", "true"),
                ("includeUnknownMovieItems", "true"),
                (kind == .sonarr ? "includeSeries" : "includeMovie", "true"),
            ]
        )
        let rows = queue["records"]?.array ?? []
        var order: [String] = []
        var groups: [String: [JSONValue]] = [:]
        for row in rows {
            let key = row["downloadId"]?.string ?? "row-\(row["id"]?.lenientText ?? "")"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        let roots = try await get("rootfolder", []).array ?? []
        let labels = rows.isEmpty ? [:] : try await tagLabels()
        return ArrState(
            arr: channel.id,
            downloads: order.compactMap { groups[$0].map { download($0, labels: labels) } },
            lostFolders: roots.filter { $0["accessible"]?.lenientBool == false }.compactMap {
                $0["path"]?.string
            }
        )
    }

    private func tagLabels() async throws -> [Int: String] {
        let tags = try await get("tag", []).array ?? []
        return Dictionary(
            tags.compactMap { tag in tag["id"]?.lenientInt.map { ($0, tag["label"]?.string ?? "") } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func download(_ rows: [JSONValue], labels: [Int: String]) -> ArrDownload {
        let row = rows.first ?? .null
        return ArrDownload(
            arr: channel.id,
            rows: rows.compactMap { $0["id"]?.lenientInt },
            downloadID: row["downloadId"]?.string,
            title: row["title"]?.string ?? "",
            status: row["status"]?.string ?? "",
            state: row["trackedDownloadState"]?.string ?? "",
            messages: messages(rows),
            itemID: row["\(item)Id"]?.lenientInt.flatMap { $0 > 0 ? $0 : nil },
            episodes: rows.compactMap { $0["episodeId"]?.lenientInt },
            itemTitle: row[item]?["title"]?.string,
            transfer: row["protocol"]?.string ?? "",
            indexer: row["indexer"]?.string,
            added: row["added"].flatMap { ServiceDate($0)?.date },
            tags: (row[item]?["tags"]?.array ?? []).compactMap { $0.lenientInt.flatMap { labels[$0] } }
        )
    }

    /// What the rows say; a message without a file is itself the title of its entry.
    private func messages(_ rows: [JSONValue]) -> [String] {
        var seen: Set<String> = []
        return rows.flatMap { row -> [String] in
            let entries = row["statusMessages"]?.array ?? []
            let texts = entries.flatMap { entry -> [String] in
                let texts = (entry["messages"]?.array ?? []).compactMap(\.string)
                return texts.isEmpty ? [entry["title"]?.string ?? ""] : texts
            }
            return texts + [row["errorMessage"]?.string ?? ""]
        }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    func history(of downloadID: String) async throws -> ArrHistory {
        let page = try await get("history", [("page", "1"), ("pageSize", "50"), ("downloadId", downloadID)])
        let records = page["records"]?.array ?? []
        let grabs = records.filter { $0["eventType"]?.string == "grabbed" }
        let failure = records.first { $0["eventType"]?.string == "downloadFailed" }
        return ArrHistory(
            wasGrabbed: !grabs.isEmpty,
            failed: failure?["date"].flatMap { ServiceDate($0)?.date },
            wasImported: records.contains { $0["eventType"]?.string == "downloadFolderImported" },
            itemID: grabs.first?["\(item)Id"]?.lenientInt,
            episodes: grabs.compactMap { $0["episodeId"]?.lenientInt },
            title: grabs.first?["sourceTitle"]?.string ?? ""
        )
    }

    func blocked(_ title: String, item id: Int) async throws -> Int? {
        let page = try await get(
            "blocklist",
            [("page", "1"), ("pageSize", "50"), ("sortKey", "date"), ("sortDirection", "descending")]
        )
        return (page["records"]?.array ?? []).first {
            $0["sourceTitle"]?.string == title && $0["\(item)Id"]?.lenientInt == id
        }?["id"]?.lenientInt
    }

    func perform(_ action: ArrSource.Action) async throws {
        switch action {
        case .remove(let rows, let fromClient, let blocklist, let searchAgain):
            // The rows of a pack are one download: removing one of them removes it.
            guard let row = rows.first else { return }
            try await send(
                .delete,
                "queue/\(row)",
                [
                    ("removeFromClient", "\(fromClient)"), ("blocklist", "\(blocklist)"),
                    ("skipRedownload", "\(!searchAgain)"), ("changeCategory", "false"),
                ]
            )
        case .unblock(let id): try await send(.delete, "blocklist/\(id)", [])
        case .refresh: try await command(["name": "RefreshMonitoredDownloads"])
        case .search(let item, let episodes):
            let numbers = episodes.map { JSONValue.number($0) }
            if kind == .radarr {
                try await command(["name": "MoviesSearch", "movieIds": [.number(item)]])
            } else if episodes.isEmpty {
                try await command(["name": "SeriesSearch", "seriesId": .number(item)])
            } else {
                try await command(["name": "EpisodeSearch", "episodeIds": .array(numbers)])
            }
        }
    }

    private func command(_ body: JSONValue) async throws {
        let request = ServiceRequest(
            "start a command",
            .post,
            "api/v3/command",
            body: .json(body),
            purpose: .write
        )
        _ = try await channel.send(request)
    }

    private func get(_ path: String, _ query: [(String, String)]) async throws -> JSONValue {
        let items = query.map { QueryItem($0.0, $0.1) }
        return try await channel.send(
            ServiceRequest("read the \(path)", .get, "api/v3/\(path)", query: items)
        ).json()
    }

    private func send(_ method: HTTPMethod, _ path: String, _ query: [(String, String)]) async throws {
        let request = ServiceRequest(
            "change the queue",
            method,
            "api/v3/\(path)",
            query: query.map { QueryItem($0.0, $0.1) },
            purpose: .write
        )
        _ = try await channel.send(request)
    }
}
