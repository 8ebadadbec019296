internal import Activity
internal import Foundation
internal import MediaDomain
internal import OrderedJSON

extension RecoveryService {
    /// Does what a decision says, through the journal of changes, and remembers until when its effect must show.
    func execute(
        _ decision: Decision,
        about incident: Incident,
        context: RecoveryContext,
        sources: RecoverySources,
        dryRun: Bool
    ) async throws -> DecisionRecord {
        var incident = incident
        var record = record(decision, about: incident, wasExecuted: false)
        let policy = await policy()
        var change: ChangeRecord?
        if decision.action.leastMode != nil {
            let effect = try await effect(
                of: decision.action,
                about: incident,
                context: context,
                sources: sources
            )
            change = try await changes.perform(
                effect.plan,
                correlation: incident.correlation,
                dryRun: dryRun,
                write: effect.write,
                readBack: effect.readBack
            )
        }
        record.change = change?.id
        record.wasExecuted = change.map { $0.state == .applied || $0.state == .verified } ?? !dryRun
        if let change, change.state == .failed {
            record.succeeded = false
            record.outcome = change.note
        }
        record = try await store.append(record)
        incident.decision = decision
        if record.wasExecuted {
            incident.state = [.wait, .notice, .ask].contains(decision.action) ? incident.state : .awaiting
            incident.deadline = now().addingTimeInterval(policy.patience)
        } else if change?.state == .failed {
            incident.notBefore = now().addingTimeInterval(RecoveryPolicy.backOff(after: context.attempts + 1))
        }
        try await store.save(incident)
        try await log.record(
            change?.state == .would ? "incident.would-act" : "incident.acted",
            level: change?.state == .failed ? .error : .info,
            service: incident.service,
            correlation: incident.correlation,
            summary: "\(incident.title): \(decision.action.words)"
                + (change?.state == .failed ? ", which failed: \(change?.note ?? "")" : ""),
            details: [
                "incident": .string(incident.id), "action": .string(decision.action.rawValue),
                "decision": .number(Int(record.id)), "change": change.map { .number(Int($0.id)) } ?? .null,
                "effectBy": incident.deadline.map { .string($0.formatted(.iso8601)) } ?? .null,
            ]
        )
        return record
    }

    private struct Effect {
        let plan: PlannedChange
        let write: @Sendable () async throws -> Void
        let readBack: (@Sendable () async throws -> JSONValue)?
    }

    private func effect(
        of action: RecoveryAction,
        about incident: Incident,
        context: RecoveryContext,
        sources: RecoverySources
    ) async throws -> Effect {
        switch action {
        case .pauseClient, .resumeClient:
            guard let client = context.client?.client,
                let source = sources.clients.first(where: { $0.id == client })
            else { throw RecoveryError.nothingThere(id: incident.id) }
            return pausing(source, action == .pauseClient)
        case .refresh, .search, .replace, .drop:
            let arr = context.download?.arr
            guard let id = arr?.arr ?? context.arr?.arr,
                let source = sources.arrs.first(where: { $0.id == id })
            else {
                return try droppingUnowned(action, incident, context, sources)
            }
            switch action {
            case .replace, .drop:
                guard let arr else { throw RecoveryError.nothingThere(id: incident.id) }
                return removing(arr, in: source, blocking: action == .replace)
            case .search:
                guard let item = arr?.itemID ?? context.history?.itemID else {
                    throw RecoveryError.nothingThere(id: incident.id)
                }
                let episodes = arr?.episodes ?? context.history?.episodes ?? []
                return Effect(
                    plan: plan(
                        source.id,
                        "recovery.search",
                        "Search \(incident.title) again in \(source.id)"
                    ),
                    write: { try await source.perform(.search(item: item, episodes: episodes)) },
                    readBack: nil
                )
            default:
                return Effect(
                    plan: plan(
                        source.id,
                        "recovery.refresh",
                        "Have \(source.id) look at its downloads again"
                    ),
                    write: { try await source.perform(.refresh) },
                    readBack: nil
                )
            }
        case .wait, .notice, .leaveToArr, .ask: throw RecoveryError.nothingThere(id: incident.id)
        }
    }

    private func plan(_ service: ServiceID, _ operation: String, _ title: String) -> PlannedChange {
        PlannedChange(service: service, operation: operation, title: title, before: .null, after: .null)
    }

    private func pausing(_ source: DownloadSource, _ isPausing: Bool) -> Effect {
        Effect(
            plan: PlannedChange(
                service: source.id,
                operation: "recovery.pause",
                title: isPausing ? "Pause the queue of \(source.id)" : "Resume the queue of \(source.id)",
                before: ["paused": .bool(!isPausing)],
                after: ["paused": .bool(isPausing)]
            ),
            write: { try await source.perform(isPausing ? .pauseQueue : .resumeQueue) },
            readBack: { ["paused": .bool(try await source.read().isPaused)] }
        )
    }

    private func removing(_ download: ArrDownload, in source: ArrSource, blocking: Bool) -> Effect {
        let id = download.downloadID
        let action = ArrSource.Action.remove(
            rows: download.rows,
            fromClient: true,
            blocklist: blocking,
            searchAgain: blocking
        )
        let isThere: @Sendable () async throws -> Bool = {
            try await source.read().downloads.contains { $0.downloadID == id && $0.rows == download.rows }
        }
        guard blocking, let item = download.itemID else {
            return Effect(
                plan: PlannedChange(
                    service: source.id,
                    operation: "recovery.drop",
                    title: "Remove \(download.title) from \(source.id) and its client",
                    before: ["queued": true],
                    after: ["queued": false]
                ),
                write: { try await source.perform(action) },
                readBack: { ["queued": .bool(try await isThere())] }
            )
        }
        return Effect(
            plan: PlannedChange(
                service: source.id,
                operation: "recovery.replace",
                title: "Block \(download.title) in \(source.id) and look for another release",
                parameters: ["title": .string(download.title), "item": .number(item)],
                before: ["blocked": false],
                after: ["blocked": true]
            ),
            write: { try await source.perform(action) },
            readBack: { ["blocked": .bool(try await source.blocked(download.title, item) != nil)] }
        )
    }

    /// A job that no arr owns can only be dropped from its client.
    private func droppingUnowned(
        _ action: RecoveryAction,
        _ incident: Incident,
        _ context: RecoveryContext,
        _ sources: RecoverySources
    ) throws -> Effect {
        guard action == .drop, let job = context.download?.job,
            let source = sources.clients.first(where: { $0.id == job.client })
        else { throw RecoveryError.nothingThere(id: incident.id) }
        return Effect(
            plan: PlannedChange(
                service: source.id,
                operation: "recovery.drop",
                title: "Remove \(job.name) from \(source.id)",
                before: ["queued": true],
                after: ["queued": false]
            ),
            write: { try await source.perform(.removeJob(job.id)) },
            readBack: {
                let state = try await source.read()
                return ["queued": .bool((state.queue + state.history).contains { $0.id == job.id })]
            }
        )
    }

    /// How what recovery does is taken back, where it can be: a block is lifted, a pause ended.
    static func undoers(sources: @escaping @Sendable () async -> RecoverySources) -> [ChangeOperation] {
        let arr: @Sendable (ServiceID) async throws -> ArrSource = { id in
            guard let found = await sources().arrs.first(where: { $0.id == id }) else {
                throw RecoveryError.nothingThere(id: id.rawValue)
            }
            return found
        }
        let client: @Sendable (ServiceID) async throws -> DownloadSource = { id in
            guard let found = await sources().clients.first(where: { $0.id == id }) else {
                throw RecoveryError.nothingThere(id: id.rawValue)
            }
            return found
        }
        let entry: @Sendable (ChangeRecord) async throws -> Int? = { change in
            try await arr(change.service).blocked(
                change.parameters["title"]?.string ?? "",
                change.parameters["item"]?.int ?? 0
            )
        }
        return [
            ChangeOperation(
                name: "recovery.replace",
                read: { ["blocked": .bool(try await entry($0) != nil)] },
                restore: { change in
                    guard let id = try await entry(change) else { return }
                    try await arr(change.service).perform(.unblock(id))
                }
            ),
            ChangeOperation(
                name: "recovery.pause",
                read: { ["paused": .bool(try await client($0.service).read().isPaused)] },
                restore: { change in
                    let wasPaused = change.before["paused"]?.bool ?? false
                    try await client(change.service).perform(wasPaused ? .pauseQueue : .resumeQueue)
                }
            ),
        ]
    }
}
