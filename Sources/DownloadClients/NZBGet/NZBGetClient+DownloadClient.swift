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
            id: DownloadID(rawValue: String(job.id)),
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
        try await edit("pause jobs", "GroupPause", ids)
    }

    package func resume(_ ids: [DownloadID]) async throws(ServiceError) {
        try await edit("resume jobs", "GroupResume", ids)
    }

    /// Takes jobs out; NZBGet keeps no data of a job deleted from its queue, and data of an ended one only if told.
    package func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError) {
        let ended = Set(try await endedJobs().map { String($0.id) })
        let running = ids.filter { !ended.contains($0.rawValue) }
        let over = ids.filter { ended.contains($0.rawValue) }
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
        try await edit("retry a job", "HistoryRedownload", [id])
        return id
    }

    private func edit(_ operation: String, _ command: String, _ ids: [DownloadID]) async throws(ServiceError)
    {
        let numbers = ids.compactMap { Int($0.rawValue) }.map { JSONValue.number($0) }
        let result = try await call(
            operation,
            "editqueue",
            [.string(command), "", .array(numbers)],
            purpose: .idempotentWrite
        )
        guard result.value.lenientBool == true else {
            throw channel.error(.rejected("there is no such job"), operation: operation)
        }
    }
}
