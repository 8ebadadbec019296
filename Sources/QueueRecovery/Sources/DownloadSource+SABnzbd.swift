internal import Foundation
internal import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

extension DownloadSource {
    /// SABnzbd (recorded from 3.7.1, 4.5.0 and 5.0.1): two small requests a look, three while it complains.
    ///
    /// Of the history the newest `historyLimit` jobs are looked at.
    package static func sabnzbd(_ channel: ServiceChannel, historyLimit: Int = 60) -> DownloadSource {
        let calls = SABnzbdCalls(channel: channel)
        return DownloadSource(
            id: channel.id,
            kind: .sabnzbd,
            read: { try await calls.state(historyLimit: historyLimit) },
            perform: { action in try await calls.perform(action) }
        )
    }
}

private struct SABnzbdCalls: Sendable {
    let channel: ServiceChannel

    func state(historyLimit: Int) async throws -> ClientState {
        let queue = try await get("queue", [("limit", "200")])["queue"] ?? .null
        let history = try await get("history", [("limit", String(historyLimit))])["history"] ?? .null
        var state = ClientState(
            client: channel.id,
            isPaused: queue["paused"]?.lenientBool ?? false,
            speed: (queue["kbpersec"]?.lenientDouble ?? 0) * 1024,
            queue: (queue["slots"]?.array ?? []).compactMap(waitingJob),
            history: (history["slots"]?.array ?? []).compactMap(endedJob),
            freeBytes: queue["diskspace1"]?.lenientDouble.map { Int64($0 * 0x1p30) }
        )
        // "Downloading" with nothing moving is the only sign of a news server that refuses.
        let isStuck = !state.isPaused && state.speed < 1 && state.queue.contains { $0.stage == .downloading }
        if isStuck || (queue["have_warnings"]?.lenientInt ?? 0) > 0 {
            let status = try await get("fullstatus", [("skip_dashboard", "1")])["status"] ?? .null
            let servers = status["servers"]?.array ?? []
            state.complaints =
                servers.compactMap { $0["servererror"]?.string }.filter { !$0.isEmpty }
                + (status["warnings"]?.array ?? []).compactMap { $0["text"]?.string ?? $0.string }
            state.usableServers = servers.count { $0["serveractive"]?.lenientBool == true }
        }
        return state
    }

    func perform(_ action: DownloadSource.Action) async throws {
        switch action {
        case .pauseJob(let id): try await set("queue", [("name", "pause"), ("value", id)])
        case .resumeJob(let id): try await set("queue", [("name", "resume"), ("value", id)])
        case .removeJob(let id):
            try await set("queue", [("name", "delete"), ("value", id), ("del_files", "1")])
            // From 4.x on a deletion only archives unless told otherwise.
            let query = [("name", "delete"), ("value", id), ("del_files", "1"), ("archive", "0")]
            try await set("history", query)
        case .pauseQueue: try await set("pause", [])
        case .resumeQueue: try await set("resume", [])
        }
    }

    private func waitingJob(_ slot: JSONValue) -> ClientJob? {
        guard let id = slot["nzo_id"]?.string else { return nil }
        let megabyte = 0x1p20
        return ClientJob(
            id: id,
            client: channel.id,
            name: slot["filename"]?.string ?? id,
            category: category(slot["cat"]),
            stage: stage(slot["status"]?.string ?? ""),
            bytes: Int64((slot["mb"]?.lenientDouble ?? 0) * megabyte),
            bytesLeft: Int64((slot["mbleft"]?.lenientDouble ?? 0) * megabyte),
            secondsLeft: (slot["timeleft"]?.string).flatMap(ServiceDuration.parse).map {
                Int($0.components.seconds)
            },
            labels: (slot["labels"]?.array ?? []).compactMap(\.string)
        )
    }

    private func endedJob(_ slot: JSONValue) -> ClientJob? {
        guard let id = slot["nzo_id"]?.string else { return nil }
        let stage = stage(slot["status"]?.string ?? "")
        return ClientJob(
            id: id,
            client: channel.id,
            name: slot["name"]?.string ?? id,
            category: category(slot["category"]),
            stage: stage,
            bytes: Int64(slot["bytes"]?.lenientDouble ?? 0),
            message: message(of: slot, stage: stage),
            path: slot["storage"]?.string.flatMap { $0.isEmpty ? nil : $0 },
            ended: slot["completed"]?.lenientDouble.flatMap {
                $0 > 0 ? Date(timeIntervalSince1970: $0) : nil
            }
        )
    }

    /// The reason of a failure; where SABnzbd leaves it empty, the last thing that the unpack stage said.
    private func message(of slot: JSONValue, stage: ClientJob.Stage) -> String {
        let reason = slot["fail_message"]?.string ?? ""
        guard reason.isEmpty, stage == .failed else { return reason }
        let stages = slot["stage_log"]?.array ?? []
        let unpack = stages.last { $0["name"]?.string == "Unpack" } ?? stages.last
        return (unpack?["actions"]?.array ?? []).compactMap(\.string).last ?? ""
    }

    private func category(_ value: JSONValue?) -> String {
        let name = value?.string ?? ""
        return name == "*" ? "" : name
    }

    private func stage(_ status: String) -> ClientJob.Stage {
        switch status {
        case "Completed": .completed
        case "Failed": .failed
        case "Paused": .paused
        case "Downloading", "Fetching", "Grabbing", "Checking": .downloading
        case "QuickCheck", "Verifying", "Repairing", "Extracting", "Moving", "Running": .processing
        default: .queued
        }
    }

    private func get(_ mode: String, _ query: [(String, String)]) async throws -> JSONValue {
        try await channel.send(request("read the downloads", mode, query, .read)).json()
    }

    private func set(_ mode: String, _ query: [(String, String)]) async throws {
        _ = try await channel.send(request("change the downloads", mode, query, .idempotentWrite)).json()
    }

    private func request(
        _ operation: String,
        _ mode: String,
        _ query: [(String, String)],
        _ purpose: ServiceRequest.Purpose
    ) -> ServiceRequest {
        ServiceRequest(
            operation,
            .get,
            "api",
            query: ([("mode", mode), ("output", "json")] + query).map { QueryItem($0.0, $0.1) },
            purpose: purpose
        )
    }
}
