internal import MediaDomain
package import ServiceHTTP

extension SABnzbdClient: UsenetClient {
    /// The queue and the newest 60 ended jobs, which is as far as Servarr looks.
    package func downloads() async throws(ServiceError) -> [DownloadItem] {
        let queue = try await queue()
        let history = try await history()
        let waiting = queue.jobs.map { $0.item(of: id, in: queue) }
        let known = Set(waiting.map(\.id))
        var seen: Set<DownloadID> = []
        // For a moment a job stands in both lists, or twice in the history.
        let ended = (history?.jobs ?? []).map { $0.item(of: id) }.filter {
            !known.contains($0.id) && seen.insert($0.id).inserted
        }
        return waiting + ended
    }

    package func pause(_ ids: [DownloadID]) async throws(ServiceError) { try await pauseJob(joined(ids)) }

    package func resume(_ ids: [DownloadID]) async throws(ServiceError) { try await resumeJob(joined(ids)) }

    package func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError) {
        try await deleteJob(joined(ids), files: data)
        try await deleteFromHistory(joined(ids), files: data)
    }

    package func add(
        nzb: [UInt8],
        name: String,
        category: String?
    ) async throws(ServiceError) -> DownloadID {
        DownloadID(rawValue: try await addFile(nzb, name: name, category: category))
    }

    package func retry(_ id: DownloadID) async throws(ServiceError) -> DownloadID {
        DownloadID(rawValue: try await retryJob(id.rawValue))
    }

    private func joined(_ ids: [DownloadID]) -> String { ids.map(\.rawValue).joined(separator: ",") }
}

extension SABnzbdJob {
    /// The job in shared terms.
    func item(of client: ServiceID, in queue: SABnzbdQueue) -> DownloadItem {
        DownloadItem(
            id: DownloadID(rawValue: id),
            client: client,
            name: name,
            category: category == "*" ? nil : category,
            state: queue.isPaused && status == .downloading ? .paused : status.state,
            clientState: status.rawValue,
            size: size,
            sizeLeft: sizeLeft,
            speed: status == .downloading ? queue.speed : 0,
            timeLeft: status == .downloading ? timeLeft : nil,
            message: labels.isEmpty ? nil : labels.joined(separator: ", "),
            raw: raw
        )
    }
}

extension SABnzbdEndedJob {
    /// The job in shared terms.
    func item(of client: ServiceID) -> DownloadItem {
        DownloadItem(
            id: DownloadID(rawValue: id),
            client: client,
            name: name,
            category: category == "*" ? nil : category,
            // For a moment it is called completed before its files are in their place.
            state: status == .completed && storage == nil ? .processing : status.state,
            clientState: status.rawValue,
            size: size,
            sizeLeft: 0,
            message: failMessage.isEmpty ? nil : failMessage,
            path: storage,
            ended: completed,
            raw: raw
        )
    }
}

extension SABnzbdStatus {
    /// The state in shared terms.
    var state: DownloadItem.State {
        switch self {
        case .queued, .grabbing, .propagating: .queued
        case .paused: .paused
        case .downloading, .fetching: .downloading
        case .checking, .quickCheck, .verifying, .repairing, .extracting, .moving, .running: .processing
        case .completed: .completed
        case .failed: .failed
        default: .unknown
        }
    }
}
