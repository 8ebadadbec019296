package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// SABnzbd's ended jobs, newest first.
///
/// - Note: Source: `mode=history`.
package struct SABnzbdHistory: ServiceRow {
    /// A number that grows with each change; given to the next call, nothing comes back when nothing changed.
    package let lastUpdate: Int
    /// How many jobs there are, on all pages.
    package let total: Int
    /// The jobs, newest first.
    package let jobs: [SABnzbdEndedJob]

    package init(_ row: JSONRow) throws(RowFault) {
        lastUpdate = row.int("last_history_update") ?? 0
        jobs = try row.elements(of: "slots")
        total = row.int("noofslots") ?? jobs.count
    }
}

/// A job that has been downloaded, or has failed; it may still be unpacking.
package struct SABnzbdEndedJob: ServiceRow, Identifiable {
    /// `SABnzbd_nzo_…`.
    package let id: String
    /// The job's name.
    package let name: String
    /// The category.
    package let category: String
    /// What became of it.
    package let status: SABnzbdStatus
    /// Why it failed, in SABnzbd's language; empty where it did not, and for a full disk.
    package let failMessage: String
    /// Where it is now.
    package let storage: String?
    /// The bytes that were loaded.
    package let size: Int
    /// When it ended.
    package let completed: Date?
    /// What happened on the way, stage by stage.
    package let stages: [Stage]
    /// Whether it can be tried again.
    package let canRetry: Bool
    /// The last line of its script.
    package let scriptLine: String
    /// All of it.
    package let raw: JSONValue

    /// A stage on the way.
    package struct Stage: ServiceRow, Hashable {
        /// Its name: `Download`, `Repair`, `Unpack`, `Script`.
        package let name: String
        /// What happened, with HTML line breaks.
        package let actions: [String]

        package init(_ row: JSONRow) throws(RowFault) {
            name = row.text("name") ?? ""
            actions = row.texts("actions")
        }
    }

    package init(_ row: JSONRow) throws(RowFault) {
        id = try row.requiredText("nzo_id")
        name = row.text("name") ?? ""
        category = row.text("category") ?? "*"
        status = row.term("status")
        failMessage = row.text("fail_message") ?? ""
        storage = row.text("storage").flatMap { $0.isEmpty ? nil : $0 }
        size = row.int("bytes") ?? 0
        completed = row.date("completed")
        stages = row.value["stage_log"]?.array == nil ? [] : try row.elements(of: "stage_log")
        canRetry = row.flag("retry") ?? false
        scriptLine = row.text("script_line") ?? ""
        raw = row.value
    }
}

extension SABnzbdClient {
    /// The ended jobs, newest first.
    ///
    /// Given the number of an earlier answer, it is nil when nothing has changed since.
    package func history(
        limit: Int = 60,
        unlessUnchangedSince lastUpdate: Int? = nil
    ) async throws(ServiceError) -> SABnzbdHistory? {
        var items = [QueryItem("limit", limit)]
        if let lastUpdate { items.append(QueryItem("last_history_update", lastUpdate)) }
        let row = try await call("read the history", "history", items)
        if row.value["history"]?.bool == false { return nil }
        return try decode("read the history", row, "history") as SABnzbdHistory
    }

    /// One ended job, by its id.
    package func endedJob(_ id: String) async throws(ServiceError) -> SABnzbdEndedJob? {
        let row = try await call("read an ended job", "history", [QueryItem("nzo_ids", id)])
        let history: SABnzbdHistory = try decode("read an ended job", row, "history")
        return history.jobs.first { $0.id == id }
    }

    /// Takes an ended job out of the history, for good.
    package func deleteFromHistory(_ id: String, files: DataOnRemoval) async throws(ServiceError) {
        // From 4.x on a deletion only archives unless told otherwise.
        let items = [
            QueryItem("name", "delete"), QueryItem("value", id),
            QueryItem("del_files", files == .deleted ? 1 : 0),
            QueryItem("archive", 0),
        ]
        let row = try await call("delete an ended job", "history", items, purpose: .idempotentWrite)
        try confirm("delete an ended job", row, otherwise: "there is no such job")
    }

    /// Tries a failed job again, under a new id; Servarr keeps following the old one.
    package func retryJob(_ id: String, password: Secret? = nil) async throws(ServiceError) -> String {
        var items = [QueryItem("value", id)]
        if let password { items.append(QueryItem("password", password.revealed)) }
        let row = try await call("retry a job", "retry", items, purpose: .write)
        try confirm("retry a job", row, otherwise: "there is no such failed job")
        return row.text("nzo_id") ?? id
    }
}
