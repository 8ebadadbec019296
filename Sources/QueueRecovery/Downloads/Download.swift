/// One download of the house: the client's job joined to the arr's rows by the download's id.
package struct Download: Sendable, Hashable, Codable, Identifiable {
    /// The client's id, or the arr's first row where no client has it yet.
    package let id: String
    /// The client's view; nil where no client has it.
    package let job: ClientJob?
    /// The arr's view; nil where no arr tracks it.
    package let arr: ArrDownload?

    /// A download.
    package init(id: String, job: ClientJob?, arr: ArrDownload?) {
        self.id = id
        self.job = job
        self.arr = arr
    }

    /// The name to show: that of the film or series if known, else the release's.
    package var title: String { arr?.itemTitle ?? job?.name ?? arr?.title ?? id }

    /// How much is done, in 0…1; bytes come from the client, not from the arr's estimate.
    package var progress: Double {
        guard let job else { return 0 }
        if job.stage == .completed || job.stage == .processing { return 1 }
        guard job.bytes > 0 else { return 0 }
        return min(1, max(0, 1 - Double(job.bytesLeft) / Double(job.bytes)))
    }
}

extension Download {
    /// All downloads of the house: what is in the clients' queues, what the arrs still track, and what failed lately.
    ///
    /// A job that ended well and that no arr waits for any more is not among them.
    package static func joined(clients: [ClientState], arrs: [ArrState]) -> [Download] {
        var tracked: [String: ArrDownload] = [:]
        var waiting: [ArrDownload] = []
        for download in arrs.flatMap(\.downloads) {
            // The arrs write info hashes in capitals, the clients in small letters.
            if let id = download.downloadID {
                tracked[id.lowercased()] = download
            } else {
                waiting.append(download)
            }
        }
        var seen: Set<String> = []
        var result: [Download] = []
        for job in clients.flatMap({ $0.queue + $0.history }) where seen.insert(job.id.lowercased()).inserted
        {
            let arr = tracked.removeValue(forKey: job.id.lowercased())
            if job.stage == .completed, arr == nil { continue }
            result.append(Download(id: job.id, job: job, arr: arr))
        }
        result += tracked.sorted { $0.key < $1.key }.map {
            Download(id: $0.value.downloadID ?? $0.key, job: nil, arr: $0.value)
        }
        return result + waiting.map { Download(id: "\($0.arr)-\($0.rows.first ?? 0)", job: nil, arr: $0) }
    }
}
