internal import Foundation
internal import OrderedJSON
package import ServiceHTTP

extension NZBGetClient: UsenetClient {
    /// The jobs that wait or run.
    package func jobs() async throws(ServiceError) -> [NZBGetJob] {
        try await rows("read the queue", "listgroups", [0])
    }

    /// The jobs that ended, newest first.
    package func endedJobs() async throws(ServiceError) -> [NZBGetJob] {
        try await rows("read the history", "history", [false])
    }

    package func downloads() async throws(ServiceError) -> [DownloadItem] {
        let waiting = try await jobs().map { item($0, isEnded: false) }
        return waiting + (try await endedJobs().map { item($0, isEnded: true) })
    }

    private func item(_ job: NZBGetJob, isEnded: Bool) -> DownloadItem {
        DownloadItem(
            id: DownloadID(rawValue: job.droneID ?? String(job.id)),
            client: id,
            name: job.name,
            category: job.category.isEmpty ? nil : job.category,
            state: job.state,
            clientState: job.status,
            size: job.size,
            sizeLeft: isEnded ? 0 : job.sizeLeft,
            message: job.state == .failed ? job.status : nil,
            path: job.folder,
            raw: job.raw
        )
    }

    package func pause(_ ids: [DownloadID]) async throws(ServiceError) {
        try await edit("pause jobs", "GroupPause", numbers(ids))
    }

    package func resume(_ ids: [DownloadID]) async throws(ServiceError) {
        try await edit("resume jobs", "GroupResume", numbers(ids))
    }

    /// Takes jobs out of queue and history.
    ///
    /// Of a job in the queue NZBGet keeps no data; what an ended one has finished it never deletes.
    package func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError) {
        let over = try await endedJobs().filter { $0.isAmong(ids) }.map(\.id)
        let running = try await numbers(ids.filter { id in !over.contains { String($0) == id.rawValue } })
            .filter { !over.contains($0) }
        if !running.isEmpty { try await edit("delete jobs", "GroupFinalDelete", running) }
        if !over.isEmpty {
            try await edit(
                "delete ended jobs",
                data == .deleted ? "HistoryFinalDelete" : "HistoryDelete",
                over
            )
        }
    }

    package func pauseAll() async throws(ServiceError) {
        _ = try await call("pause everything", "pausedownload", purpose: .idempotentWrite)
    }

    package func resumeAll() async throws(ServiceError) {
        _ = try await call("resume everything", "resumedownload", purpose: .idempotentWrite)
    }

    /// Adds a job; a broken NZB is taken, and stands in the history as `FAILURE/SCAN` at once.
    package func add(
        nzb: [UInt8],
        name: String,
        category: String?
    ) async throws(ServiceError) -> DownloadID {
        let filename = name.lowercased().hasSuffix(".nzb") ? name : name + ".nzb"
        let parameters: [JSONValue] = [
            .string(filename), .string(Data(nzb).base64EncodedString()), .string(category ?? ""), 0, false,
            false, "", 0,
            "SCORE", [],
        ]
        let result = try await call("add \(name)", "append", parameters, purpose: .write)
        guard let id = result.value.lenientInt, id > 0 else {
            throw channel.error(.rejected("the NZB is broken"), operation: "add \(name)")
        }
        return DownloadID(rawValue: String(id))
    }

    /// Puts an ended job back into the queue, under its own id.
    package func retry(_ id: DownloadID) async throws(ServiceError) -> DownloadID {
        try await edit("retry a job", "HistoryRedownload", numbers([id]))
        return id
    }

    /// NZBGet's own numbers of jobs; Servarr knows its jobs by an id that it gave them itself.
    private func numbers(_ ids: [DownloadID]) async throws(ServiceError) -> [Int] {
        let numbers = ids.compactMap { Int($0.rawValue) }
        if numbers.count == ids.count { return numbers }
        return (try await jobs() + endedJobs()).filter { $0.isAmong(ids) }.map(\.id)
    }

    private func edit(_ operation: String, _ command: String, _ numbers: [Int]) async throws(ServiceError) {
        let result = try await call(
            operation,
            "editqueue",
            [.string(command), "", .array(numbers.map { .number($0) })],
            purpose: .idempotentWrite
        )
        guard !numbers.isEmpty, result.value.lenientBool == true else {
            throw channel.error(.rejected("there is no such job"), operation: operation)
        }
    }
}

extension NZBGetJob {
    /// Whether one of these ids is the job's, be it NZBGet's own or Servarr's.
    fileprivate func isAmong(_ ids: [DownloadID]) -> Bool {
        ids.contains { $0.rawValue == String(id) || $0.rawValue == droneID }
    }
}
