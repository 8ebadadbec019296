internal import Activity
internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import Understanding

extension RecoveryService {
    /// Brings one open incident a step further: its outcome, its end, or a decision and what follows from it.
    func attend(
        _ incident: Incident,
        isSeen: Bool,
        view: HouseView,
        sources: RecoverySources,
        policy: RecoveryPolicy
    ) async throws {
        var incident = incident
        if incident.state == .awaiting {
            guard try await settle(&incident, view: view, sources: sources, policy: policy) else { return }
        }
        guard !incident.isClosed else { return }
        // Without the services that told of it nobody knows whether it is over.
        let isHidden = view.silent[incident.service] != nil
        if !isSeen, !isHidden, incident.symptom != .noNewGrab {
            try await close(&incident, as: .resolved, "It is over: nothing shows any more")
            return
        }
        let context = try await context(for: incident, view: view, sources: sources)
        let decision = RecoveryPlanner.decide(incident, in: context, under: policy)
        let isNews =
            decision.action != incident.decision?.action
            || decision.isAutomatic != incident.decision?.isAutomatic
        incident.decision = decision
        incident.state =
            decision.action == .ask ? .asking : incident.state == .asking ? .open : incident.state
        try await store.save(incident)
        if isNews { try await tell(decision, about: incident) }
        let mayAct = decision.action.leastMode != nil ? decision.isAutomatic : decision.action == .leaveToArr
        if mayAct {
            _ = try await carryOut(
                decision,
                about: incident,
                context: context,
                sources: sources,
                dryRun: false
            )
        } else if isNews {
            _ = try await store.append(record(decision, about: incident, wasExecuted: false))
        }
    }

    private func tell(_ decision: Decision, about incident: Incident) async throws {
        try await log.record(
            "incident.decided",
            level: decision.action == .ask || decision.action == .notice ? .warning : .info,
            service: incident.service,
            correlation: incident.correlation,
            summary: "\(incident.title): \(decision.action.words). \(decision.reason)",
            details: [
                "incident": .string(incident.id), "action": .string(decision.action.rawValue),
                "automatic": .bool(decision.isAutomatic), "mode": .string(decision.mode.rawValue),
                "alternatives": .array(decision.alternatives.map { .string($0.rawValue) }),
                "gates": .array(
                    decision.gates.map {
                        ["id": .string($0.id), "open": .bool($0.isOpen), "evidence": .string($0.evidence)]
                    }
                ),
            ]
        )
    }

    func record(_ decision: Decision, about incident: Incident, wasExecuted: Bool) -> DecisionRecord {
        DecisionRecord(
            id: 0,
            time: now(),
            incident: incident.id,
            correlation: incident.correlation,
            itemKey: incident.itemKey,
            symptom: incident.symptom,
            title: incident.title,
            decision: decision,
            wasExecuted: wasExecuted
        )
    }

    /// What a decision about an incident rests on.
    func context(
        for incident: Incident,
        view: HouseView,
        sources: RecoverySources
    ) async throws -> RecoveryContext {
        let download = view.download(incident.downloadID)
        let clientID = download?.job?.client ?? (incident.downloadID == nil ? incident.service : nil)
        var owner = download?.arr?.arr
        var history: ArrHistory?
        if let owner, let source = sources.arrs.first(where: { $0.id == owner }), let id = incident.downloadID
        {
            history = try? await source.history(id)
        } else if let found = await self.owner(of: incident.downloadID, sources: sources) {
            (owner, history) = (found.0, found.1)
        }
        let moment = now()
        let day = try await store.decisions(
            matching: DecisionQuery(since: moment.addingTimeInterval(-86_400), limit: 5_000)
        )
        let removals = day.filter { $0.wasExecuted && $0.decision.action.isRemoval }
        let ended = day.filter { $0.symptom == incident.symptom && $0.succeeded != nil && $0.wasExecuted }
            .prefix(2)
        let involved = [clientID, owner, incident.service].compactMap(\.self)
        return RecoveryContext(
            download: download,
            client: clientID.flatMap { view.client($0) },
            arr: owner.flatMap { view.arr($0) },
            history: history,
            silent: Set(involved.filter { view.silent[$0] != nil }),
            clientFault: await clientFault(clientID, incident: incident, view: view, sources: sources),
            outage: try await outage(incident, view: view),
            earlierFailures: incident.itemKey.map { key in
                Set(
                    day.filter { $0.itemKey == key && $0.symptom.blamesRelease && $0.incident != incident.id }
                        .map(\.incident)
                )
                .count
            } ?? 0,
            removalsInHour: removals.count { $0.time > moment.addingTimeInterval(-3600) },
            removalsInDay: removals.count,
            attempts: day.count {
                $0.incident == incident.id && $0.wasExecuted && $0.decision.action.leastMode != nil
            },
            lastEffectsFailed: ended.count == 2 && ended.allSatisfy { $0.succeeded == false },
            now: moment
        )
    }

    private func clientFault(
        _ client: ServiceID?,
        incident: Incident,
        view: HouseView,
        sources: RecoverySources
    ) async -> String? {
        guard let client, let fault = await complaintClass(of: client, view: view, sources: sources),
            [.account, .providerUnreachable, .diskFull].contains(fault)
        else { return nil }
        // An old warning about a server that works again must not hold anything back.
        if fault != .diskFull, view.client(client)?.usableServers ?? 1 > 0 { return nil }
        return "\(client) complains: \(fault.rawValue.replacingOccurrences(of: "_", with: " "))"
    }

    /// Why this is an outage rather than a single failure: many downloads of one client went wrong together.
    private func outage(_ incident: Incident, view: HouseView) async throws -> String? {
        guard incident.symptom.blamesRelease else { return nil }
        let policy = await policy()
        let recent = try await store.incidents(includingClosed: true, limit: 1000).filter {
            $0.service == incident.service && $0.symptom.blamesRelease
                && now().timeIntervalSince($0.firstSeen) < 3600
        }
        let active = view.client(incident.service)?.queue.count ?? 0
        let share = Double(recent.count) / Double(max(1, active + recent.count))
        if recent.count > policy.outageCount {
            return "\(recent.count) downloads of \(incident.service) failed within an hour"
        }
        if recent.count >= 5, share > policy.outageShare {
            return
                "\(recent.count) of \(active + recent.count) downloads of \(incident.service) failed within an hour"
        }
        return nil
    }
}
