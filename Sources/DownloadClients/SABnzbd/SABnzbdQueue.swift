package import OrderedJSON
package import ServiceHTTP

/// SABnzbd's queue.
///
/// - Note: Source: `mode=queue`.
package struct SABnzbdQueue: ServiceRow {
    /// Whether everything is halted.
    package let isPaused: Bool
    /// `Idle`, `Downloading`, `Paused`.
    package let status: String
    /// Bytes a second now.
    package let speed: Int
    /// Bytes left of all jobs.
    package let sizeLeft: Int
    /// Free bytes in the folder for unfinished jobs.
    package let freeInIncomplete: Int?
    /// Free bytes in the folder for finished jobs.
    package let freeInComplete: Int?
    /// How many warnings there are.
    package let warningCount: Int
    /// How many jobs there are, on all pages.
    package let total: Int
    /// The jobs, in order.
    package let jobs: [SABnzbdJob]

    package init(_ row: JSONRow) throws(RowFault) {
        isPaused = row.flag("paused") ?? false
        status = row.text("status") ?? ""
        speed = Int((row.number("kbpersec") ?? 0) * 1_024)
        sizeLeft = row.megabytes("mbleft") ?? 0
        freeInIncomplete = row.gigabytes("diskspace1")
        freeInComplete = row.gigabytes("diskspace2")
        warningCount = row.int("have_warnings") ?? 0
        jobs = try row.elements(of: "slots")
        total = row.int("noofslots_total") ?? row.int("noofslots") ?? jobs.count
    }
}

/// A job in SABnzbd's queue.
package struct SABnzbdJob: ServiceRow, Identifiable {
    /// `SABnzbd_nzo_…`.
    package let id: String
    /// The job's name.
    package let name: String
    /// The category, `*` for the default.
    package let category: String
    /// What it is doing.
    package let status: SABnzbdStatus
    /// How soon its turn comes: `Force`, `High`, `Normal`, `Low`.
    package let priority: String
    /// The size in bytes.
    package let size: Int
    /// The bytes left.
    package let sizeLeft: Int
    /// The bytes that no server had.
    package let sizeMissing: Int
    /// 0...100.
    package let percentage: Int
    /// The time left, nil if unknown.
    package let timeLeft: Duration?
    /// Why it is halted: `ENCRYPTED`, `DUPLICATE`, `UNWANTED`, `WAIT 35 sec`.
    package let labels: [String]
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = try row.requiredText("nzo_id")
        name = row.text("filename") ?? ""
        category = row.text("cat") ?? "*"
        status = row.term("status")
        priority = row.text("priority") ?? ""
        size = row.megabytes("mb") ?? 0
        sizeLeft = row.megabytes("mbleft") ?? 0
        sizeMissing = row.megabytes("mbmissing") ?? 0
        percentage = row.int("percentage") ?? 0
        timeLeft = row.text("timeleft").flatMap(ServiceDuration.parse)
        labels = row.texts("labels")
        raw = row.value
    }
}

/// What SABnzbd does with a job.
package struct SABnzbdStatus: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let queued = SABnzbdStatus(rawValue: "Queued")
    package static let paused = SABnzbdStatus(rawValue: "Paused")
    package static let downloading = SABnzbdStatus(rawValue: "Downloading")
    package static let grabbing = SABnzbdStatus(rawValue: "Grabbing")
    package static let propagating = SABnzbdStatus(rawValue: "Propagating")
    package static let fetching = SABnzbdStatus(rawValue: "Fetching")
    package static let checking = SABnzbdStatus(rawValue: "Checking")
    package static let quickCheck = SABnzbdStatus(rawValue: "QuickCheck")
    package static let verifying = SABnzbdStatus(rawValue: "Verifying")
    package static let repairing = SABnzbdStatus(rawValue: "Repairing")
    package static let extracting = SABnzbdStatus(rawValue: "Extracting")
    package static let moving = SABnzbdStatus(rawValue: "Moving")
    package static let running = SABnzbdStatus(rawValue: "Running")
    package static let completed = SABnzbdStatus(rawValue: "Completed")
    package static let failed = SABnzbdStatus(rawValue: "Failed")
    package static let deleted = SABnzbdStatus(rawValue: "Deleted")
}

extension JSONRow {
    /// A size given in MiB, often as text, in bytes.
    func megabytes(_ key: String) -> Int? { number(key).map { Int($0 * 1_048_576) } }

    /// A size given in GiB, often as text, in bytes.
    func gigabytes(_ key: String) -> Int? { number(key).map { Int($0 * 1_073_741_824) } }
}

extension SABnzbdClient {
    /// The queue, from its start.
    package func queue(limit: Int = 500) async throws(ServiceError) -> SABnzbdQueue {
        let row = try await call("read the queue", "queue", [QueryItem("limit", limit)])
        return try decode("read the queue", row, "queue")
    }

    /// Halts a job.
    package func pauseJob(_ id: String) async throws(ServiceError) {
        _ = try await queue("pause a job", "pause", [QueryItem("value", id)])
    }

    /// Lets a job go on.
    package func resumeJob(_ id: String) async throws(ServiceError) {
        _ = try await queue("resume a job", "resume", [QueryItem("value", id)])
    }

    /// Takes a job out of the queue.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    package func deleteJob(_ id: String, files: DataOnRemoval) async throws(ServiceError) -> Bool {
        let items = [QueryItem("value", id), QueryItem("del_files", files == .deleted ? 1 : 0)]
        return try await queue("delete a job", "delete", items).flag("status") ?? false
    }

    /// Gives a job another priority.
    package func setPriority(_ priority: SABnzbdPriority, of id: String) async throws(ServiceError) {
        let items = [QueryItem("value", id), QueryItem("value2", priority.rawValue)]
        _ = try await queue("change a job's priority", "priority", items)
    }

    /// Gives a job another category.
    package func setCategory(_ category: String, of id: String) async throws(ServiceError) {
        let items = [QueryItem("value", id), QueryItem("value2", category)]
        let row = try await call("change a job's category", "change_cat", items, purpose: .idempotentWrite)
        try confirm("change a job's category", row, otherwise: "there is no such job or category")
    }

    private func queue(
        _ operation: String,
        _ name: String,
        _ items: [QueryItem]
    ) async throws(ServiceError) -> JSONRow {
        try await call(operation, "queue", [QueryItem("name", name)] + items, purpose: .idempotentWrite)
    }

    /// Halts everything.
    package func pauseAll() async throws(ServiceError) {
        let row = try await call("pause everything", "pause", purpose: .idempotentWrite)
        try confirm("pause everything", row, otherwise: "")
    }

    /// Lets everything go on.
    package func resumeAll() async throws(ServiceError) {
        let row = try await call("resume everything", "resume", purpose: .idempotentWrite)
        try confirm("resume everything", row, otherwise: "")
    }

    /// Adds a job from the content of an NZB file.
    ///
    /// - Throws: ``ServiceError``: `rejected` for a broken file, or for a duplicate where SABnzbd is set to refuse them.
    package func addFile(
        _ nzb: [UInt8],
        name: String,
        category: String? = nil,
        priority: SABnzbdPriority? = nil
    ) async throws(ServiceError) -> String {
        let filename = name.lowercased().hasSuffix(".nzb") ? name : name + ".nzb"
        var query = [QueryItem("mode", "addfile"), QueryItem("output", "json")]
        if let category { query.append(QueryItem("cat", category)) }
        if let priority { query.append(QueryItem("priority", priority.rawValue)) }
        let answer = try await channel.send(
            ServiceRequest(
                "add \(name)",
                .post,
                "api",
                query: query,
                body: .multipart([ServiceBody.Part(name: "name", filename: filename, content: nzb)]),
                purpose: .write,
                allowance: .library
            )
        )
        guard let id = try await row(answer).texts("nzo_ids").first else {
            throw answer.error(.rejected("the NZB is broken or a duplicate"))
        }
        return id
    }
}

/// How soon a job's turn comes.
package enum SABnzbdPriority: Int, Sendable, Hashable, CaseIterable {
    case paused = -2
    case low = -1
    case normal = 0
    case high = 1
    case force = 2
}
