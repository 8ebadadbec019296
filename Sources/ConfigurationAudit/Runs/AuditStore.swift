/// Where runs are kept, and what the user accepts.
package protocol AuditStore: Sendable {
    /// Appends a run and says at which place.
    ///
    /// - Throws: When it could not be written.
    func append(_ run: AuditRun) async throws -> AuditRun

    /// The newest runs, or the newest before one of them, newest first.
    ///
    /// - Throws: When they could not be read.
    func runs(before: Int64?, limit: Int) async throws -> [AuditRun]

    /// The ids of the findings that the user accepts.
    ///
    /// - Throws: When they could not be read.
    func acceptedFindings() async throws -> Set<String>

    /// Accepts a finding, or no longer.
    ///
    /// - Throws: When it could not be written.
    func setAccepted(_ isAccepted: Bool, finding: String) async throws
}

/// Runs in memory, for a server without a data directory and for tests.
package actor InMemoryAuditStore: AuditStore {
    private var runs: [AuditRun] = []
    private var accepted: Set<String> = []

    /// No runs.
    package init() {}

    package func append(_ run: AuditRun) -> AuditRun {
        var run = run
        run.id = Int64(runs.count + 1)
        runs.append(run)
        return run
    }

    package func runs(before: Int64?, limit: Int) -> [AuditRun] {
        Array(runs.reversed().lazy.filter { run in before.map { run.id < $0 } ?? true }.prefix(limit))
    }

    package func acceptedFindings() -> Set<String> { accepted }

    package func setAccepted(_ isAccepted: Bool, finding: String) {
        if isAccepted { accepted.insert(finding) } else { accepted.remove(finding) }
    }
}
