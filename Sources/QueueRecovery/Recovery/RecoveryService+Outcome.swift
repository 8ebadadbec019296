internal import Activity
internal import Foundation
internal import MediaDomain
internal import OrderedJSON

extension RecoveryService {
    /// What came of the last action.
    private enum Effect {
        case came(String)
        case pending
        case failed(String)
    }

    /// Sees whether the effect of the last action has come.
    ///
    /// - Returns: Whether the incident needs a new decision.
    func settle(
        _ incident: inout Incident,
        view: HouseView,
        sources: RecoverySources,
        policy: RecoveryPolicy
    ) async throws -> Bool {
        switch try await effect(on: incident, view: view, sources: sources) {
        case .pending: return false
        case .came(let words):
            try await note(outcome: words, succeeded: true, incident)
            try await close(&incident, as: .resolved, words)
            return false
        case .failed(let words):
            try await note(outcome: words, succeeded: false, incident)
            let tried = try await store.decisions(
                matching: DecisionQuery(incident: incident.id, executedOnly: true, limit: 50)
            ).count { $0.decision.action != .leaveToArr || $0.succeeded == false }
            incident.outcome = words
            incident.deadline = nil
            incident.state = .open
            if incident.symptom.blamesRelease { incident.symptom = .noNewGrab }
            incident.notBefore = now().addingTimeInterval(RecoveryPolicy.backOff(after: tried))
            if tried >= policy.attempts {
                incident.symptom = .tooManyAttempts
                incident.notBefore = nil
            }
            try await store.save(incident)
            try await tellOutcome(words, succeeded: false, incident)
            return true
        }
    }

    private func effect(on incident: Incident, view: HouseView, sources: RecoverySources) async throws
        -> Effect
    {
        guard let action = incident.decision?.action else { return .failed("nobody knows what was done") }
        let isLate = incident.deadline.map { $0 <= now() } ?? true
        let row = view.download(incident.downloadID)?.arr
        switch action {
        case .leaveToArr, .replace, .search:
            if let next = await successor(of: incident, view: view, sources: sources) { return .came(next) }
            return isLate ? .failed("No other release was grabbed") : .pending
        case .drop:
            if row == nil, view.download(incident.downloadID)?.job == nil {
                return .came("The download is gone")
            }
            return isLate ? .failed("The download is still there") : .pending
        case .refresh:
            if row == nil { return .came("The application has taken it") }
            return isLate ? .failed("Nothing has changed") : .pending
        case .pauseClient, .resumeClient:
            let isPaused = view.client(incident.service)?.isPaused
            if isPaused == (action == .pauseClient) {
                return .came(action == .pauseClient ? "The queue is paused" : "The queue runs again")
            }
            return isLate ? .failed("The queue did not follow") : .pending
        case .wait, .notice, .ask: return .failed("nothing was done")
        }
    }

    /// What the arr has grabbed instead for the same film or episodes, in words; nil for nothing yet.
    private func successor(of incident: Incident, view: HouseView, sources: RecoverySources) async -> String?
    {
        guard let key = incident.itemKey else { return nil }
        for download in view.arrs.flatMap(\.downloads) where download.downloadID != incident.downloadID {
            guard download.itemKey == key, !["failed", "failedPending"].contains(download.state) else {
                continue
            }
            return "\(download.arr) has grabbed \(download.title) instead"
        }
        return nil
    }

    private func note(outcome: String, succeeded: Bool, _ incident: Incident) async throws {
        let last = try await store.decisions(
            matching: DecisionQuery(incident: incident.id, executedOnly: true, limit: 1)
        ).first
        guard var last else { return }
        last.outcome = outcome
        last.succeeded = succeeded
        try await store.update(last)
    }

    /// Ends an incident and says so in the journal.
    func close(_ incident: inout Incident, as state: Incident.State, _ words: String) async throws {
        incident.state = state
        incident.outcome = words
        incident.deadline = nil
        try await store.save(incident)
        try await tellOutcome(words, succeeded: state == .resolved, incident)
    }

    private func tellOutcome(_ words: String, succeeded: Bool, _ incident: Incident) async throws {
        try await log.record(
            "incident.outcome",
            level: succeeded ? .info : .warning,
            service: incident.service,
            correlation: incident.correlation,
            summary: "\(incident.title): \(words)",
            details: [
                "incident": .string(incident.id), "succeeded": .bool(succeeded),
                "action": incident.decision.map { .string($0.action.rawValue) } ?? .null,
            ]
        )
    }
}
