package import Foundation
package import MediaDomain
package import OrderedJSON

/// The one way to write to a service: recorded before it happens, read back after, taken back on a click.
package actor ChangeJournal {
    private let store: any ChangeStore
    private let log: ActivityLog
    private let now: @Sendable () -> Date
    private var operations: [String: ChangeOperation] = [:]
    private var undoing: Set<Int64> = []
    /// Whether no write leaves at all, whatever asks for it (`DRY_RUN`).
    package private(set) var isDryRun: Bool

    /// A journal over a store, which tells the activity log too.
    package init(
        store: any ChangeStore,
        log: ActivityLog,
        isDryRun: Bool = false,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.log = log
        self.isDryRun = isDryRun
        self.now = now
    }

    /// Lets writes leave, or keeps them in, from now on.
    package func setDryRun(_ isDryRun: Bool) { self.isDryRun = isDryRun }

    /// Makes a kind of write known, so that it can be taken back; a later one of the same name replaces it.
    package func register(_ operation: ChangeOperation) { operations[operation.name] = operation }

    /// Records a change, makes it, and reads it back.
    ///
    /// - Parameters:
    ///   - plan: What is wanted.
    ///   - correlation: What it belongs to.
    ///   - dryRun: Whether only to record what would be done.
    ///   - write: Makes the write.
    ///   - readBack: Reads the value that the service has then; nil where there is nothing to read.
    /// - Returns: The record; its state says whether the write came through, its note why not.
    /// - Throws: Only when the record could not be kept; then nothing was written.
    package func perform(
        _ plan: PlannedChange,
        correlation: CorrelationID,
        dryRun: Bool = false,
        write: @Sendable () async throws -> Void,
        readBack: (@Sendable () async throws -> JSONValue)? = nil
    ) async throws -> ChangeRecord {
        let isDry = dryRun || isDryRun
        var change = try await store.append(
            ChangeRecord(
                time: now(),
                service: plan.service,
                correlation: correlation,
                operation: plan.operation,
                title: plan.title,
                parameters: plan.parameters,
                before: plan.before,
                after: plan.after,
                state: isDry ? .would : .planned,
                undoable: false
            )
        )
        try await tell(isDry ? "change.would" : "change.planned", change)
        if isDry { return change }
        do {
            try await write()
            change.state = .applied
            change.undoable = operations[plan.operation] != nil
            if let readBack {
                let found = try await readBack()
                if found.means(plan.after) {
                    change.state = .verified
                    change.after = found
                } else {
                    change.state = .failed
                    change.undoable = false
                    change.note = "\(plan.service) took it, but reads \(found) instead of \(plan.after)"
                }
            }
        } catch {
            change.note = "\(error)"
            // A write that went through and could not be read back is still a write.
            if change.state == .planned { change.state = .failed }
        }
        try await store.update(change)
        try await tell("change.\(change.state.rawValue)", change)
        return change
    }

    /// Takes a change back, unless the value was changed by somebody else since.
    ///
    /// - Returns: The record, now undone.
    /// - Throws: ``ChangeError``; what the service's client throws; or what the store throws.
    @discardableResult
    package func undo(_ id: Int64) async throws -> ChangeRecord {
        guard var change = try await store.change(id) else { throw ChangeError.unknown(id: id) }
        guard change.state == .applied || change.state == .verified else {
            throw ChangeError.notUndoable(id: id, reason: "it is \(change.state.rawValue)")
        }
        guard change.undoable, let operation = operations[change.operation] else {
            throw ChangeError.notUndoable(id: id, reason: "nothing takes back `\(change.operation)`")
        }
        if isDryRun { throw ChangeError.notUndoable(id: id, reason: "in a dry run no write leaves") }
        guard undoing.insert(id).inserted else {
            throw ChangeError.notUndoable(id: id, reason: "it is being taken back already")
        }
        defer { undoing.remove(id) }
        let current = try await operation.read(change)
        guard current.means(change.after) else {
            throw ChangeError.changedSince(id: id, title: change.title, ours: change.after, now: current)
        }
        try await tell("change.undoing", change)
        try await operation.restore(change)
        let found = try await operation.read(change)
        guard found.means(operation.undone(change)) else {
            let reason = "it reads \(found) instead of \(operation.undone(change))"
            try await tell("change.undo-failed", change, level: .error)
            throw ChangeError.undoFailed(id: id, reason: reason)
        }
        change.state = .undone
        change.undoable = false
        try await store.update(change)
        try await tell("change.undone", change)
        return change
    }

    /// The change of that id.
    ///
    /// - Throws: ``ChangeError/unknown(id:)``, or what the store throws.
    package func change(_ id: Int64) async throws -> ChangeRecord {
        guard let change = try await store.change(id) else { throw ChangeError.unknown(id: id) }
        return change
    }

    /// The changes that a query asks for, newest first.
    ///
    /// - Throws: When they could not be read.
    package func changes(matching query: ChangeQuery = ChangeQuery()) async throws -> [ChangeRecord] {
        try await store.changes(matching: query)
    }

    private func tell(
        _ kind: String,
        _ change: ChangeRecord,
        level: ActivityEvent.Level? = nil
    ) async throws {
        var details: JSONObject = [
            "change": .number(Int(change.id)), "operation": .string(change.operation),
            "parameters": change.parameters, "before": change.before, "after": change.after,
        ]
        if let note = change.note { details["note"] = .string(note) }
        try await log.record(
            kind,
            level: level ?? (change.state == .failed ? .error : .info),
            service: change.service,
            correlation: change.correlation,
            summary: change.title,
            details: .object(details)
        )
    }
}
