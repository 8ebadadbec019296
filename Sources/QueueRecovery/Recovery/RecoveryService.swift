package import Activity
package import Foundation
internal import MediaDomain
internal import OrderedJSON
package import Understanding

/// Notices what goes wrong with downloads, decides under the user's policy, acts, and sees what came of it.
///
/// Everything about one failure shares one correlation id in the journal: the failure, its class, the decision, the
/// action and the outcome.
package actor RecoveryService {
    let sources: @Sendable () async -> RecoverySources
    let policy: @Sendable () async -> RecoveryPolicy
    let store: any RecoveryStore
    let changes: ChangeJournal
    let log: ActivityLog
    let classifier: MessageClassifier
    let now: @Sendable () -> Date
    private var isLooking = false
    private var acting: Set<String> = []

    /// A service.
    ///
    /// - Parameters:
    ///   - sources: The clients and arrs that are connected now.
    ///   - policy: What the user allows now.
    ///   - store: Keeps incidents and decisions.
    ///   - changes: Through which everything is written.
    ///   - log: The journal.
    ///   - classifier: Reads the messages of services.
    ///   - now: The time.
    package init(
        sources: @escaping @Sendable () async -> RecoverySources,
        policy: @escaping @Sendable () async -> RecoveryPolicy,
        store: any RecoveryStore,
        changes: ChangeJournal,
        log: ActivityLog,
        classifier: MessageClassifier,
        now: @escaping @Sendable () -> Date = { Date() }
    ) async {
        self.sources = sources
        self.policy = policy
        self.store = store
        self.changes = changes
        self.log = log
        self.classifier = classifier
        self.now = now
        for operation in Self.undoers(sources: sources) { await changes.register(operation) }
    }

    /// Looks once at the whole house, and does what the policy allows; a look that comes while another is under way
    /// does nothing.
    ///
    /// - Throws: When something could not be kept; nothing is done then.
    package func look() async throws {
        guard !isLooking else { return }
        isLooking = true
        defer { isLooking = false }
        let sources = await sources()
        let policy = await policy()
        let view = await HouseView.read(clients: sources.clients, arrs: sources.arrs)
        let sightings = Sighting.all(in: view.downloads, clients: view.clients, now: now())
        try await notice(sightings, view: view, sources: sources)
        for incident in try await store.incidents(includingClosed: false, limit: 500) {
            let isSeen = sightings.contains { $0.id == incident.id }
            try await attend(incident, isSeen: isSeen, view: view, sources: sources, policy: policy)
        }
    }

    /// What is wrong, what was seen last first.
    ///
    /// - Throws: When it could not be read.
    package func incidents(includingClosed: Bool = false, limit: Int = 200) async throws -> [Incident] {
        try await store.incidents(includingClosed: includingClosed, limit: limit)
    }

    /// The decisions that a query asks for, newest first.
    ///
    /// - Throws: When they could not be read.
    package func decisions(matching query: DecisionQuery = DecisionQuery()) async throws -> [DecisionRecord] {
        try await store.decisions(matching: query)
    }

    /// Decides anew about one incident, without doing anything.
    ///
    /// - Throws: ``RecoveryError/unknownIncident(id:)``, or what the store throws.
    package func decide(_ id: String) async throws -> Decision {
        guard let incident = try await store.incident(id) else { throw RecoveryError.unknownIncident(id: id) }
        let sources = await sources()
        let view = await HouseView.read(clients: sources.clients, arrs: sources.arrs)
        let context = try await context(for: incident, view: view, sources: sources)
        return RecoveryPlanner.decide(incident, in: context, under: await policy())
    }

    /// Does what was decided, or one of the alternatives, because a person said so.
    ///
    /// The gates that protect others still hold: services that do not answer, protected titles, downloads of others.
    ///
    /// - Throws: ``RecoveryError``, or what the store throws.
    package func act(
        _ id: String,
        action chosen: RecoveryAction? = nil,
        dryRun: Bool = false
    ) async throws -> DecisionRecord {
        guard let incident = try await store.incident(id) else { throw RecoveryError.unknownIncident(id: id) }
        let sources = await sources()
        let view = await HouseView.read(clients: sources.clients, arrs: sources.arrs)
        let context = try await context(for: incident, view: view, sources: sources)
        let decision = RecoveryPlanner.decide(incident, in: context, under: await policy())
        let action = chosen ?? decision.action
        guard action == decision.action || decision.alternatives.contains(action) else {
            throw RecoveryError.notAllowed(
                id: id,
                action: action,
                allowed: [decision.action] + decision.alternatives
            )
        }
        let made = Decision(
            action: action,
            alternatives: decision.alternatives,
            reason: decision.reason + "; a person said so",
            gates: decision.gates,
            isAutomatic: false,
            mode: decision.mode
        )
        return try await carryOut(made, about: incident, context: context, sources: sources, dryRun: dryRun)
    }

    /// Carries a decision out once, whatever the number of those who ask at the same time.
    func carryOut(
        _ decision: Decision,
        about incident: Incident,
        context: RecoveryContext,
        sources: RecoverySources,
        dryRun: Bool
    ) async throws -> DecisionRecord {
        guard acting.insert(incident.id).inserted else { throw RecoveryError.inProgress(id: incident.id) }
        defer { acting.remove(incident.id) }
        return try await execute(
            decision,
            about: incident,
            context: context,
            sources: sources,
            dryRun: dryRun
        )
    }
}

/// Why nothing was done about an incident.
package enum RecoveryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no incident of that id.
    case unknownIncident(id: String)
    /// The action is none of those that are allowed here.
    case notAllowed(id: String, action: RecoveryAction, allowed: [RecoveryAction])
    /// Something is being done about it already.
    case inProgress(id: String)
    /// There is nothing to act on: the download or its application is gone.
    case nothingThere(id: String)

    package var description: String {
        switch self {
        case .unknownIncident(let id): "there is no incident \(id); `GET /api/v1/incidents` lists them"
        case .notAllowed(let id, let action, let allowed):
            "\(action.rawValue) is not possible for \(id); possible: \(allowed.map(\.rawValue).joined(separator: ", "))"
        case .inProgress(let id): "something is being done about \(id) already"
        case .nothingThere(let id): "the download of \(id) or its application is gone; look again"
        }
    }
}
