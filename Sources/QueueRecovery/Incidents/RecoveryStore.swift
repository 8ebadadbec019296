package import Foundation

/// Where incidents, decisions and attempts are kept.
package protocol RecoveryStore: Sendable {
    /// Stores an incident, in place of the one of the same id.
    ///
    /// - Throws: When it could not be written.
    func save(_ incident: Incident) async throws

    /// The incidents, those seen last first; only the open ones unless told otherwise.
    ///
    /// - Throws: When they could not be read.
    func incidents(includingClosed: Bool, limit: Int) async throws -> [Incident]

    /// The incident of that id, if there is one.
    ///
    /// - Throws: When it could not be read.
    func incident(_ id: String) async throws -> Incident?

    /// Appends a decision and says at which place.
    ///
    /// - Throws: When it could not be written.
    func append(_ decision: DecisionRecord) async throws -> DecisionRecord

    /// Replaces the decision of the same id.
    ///
    /// - Throws: When it could not be written.
    func update(_ decision: DecisionRecord) async throws

    /// The decisions that a query asks for, newest first.
    ///
    /// - Throws: When they could not be read.
    func decisions(matching query: DecisionQuery) async throws -> [DecisionRecord]
}

/// Which decisions are asked for.
package struct DecisionQuery: Sendable, Hashable {
    /// Only decisions before this place.
    package var before: Int64?
    /// Only decisions about this incident.
    package var incident: String?
    /// Only decisions for this film or these episodes.
    package var itemKey: String?
    /// Only decisions since this moment.
    package var since: Date?
    /// Only those that were carried out.
    package var executedOnly: Bool
    /// At most this many.
    package var limit: Int

    /// A query.
    package init(
        before: Int64? = nil,
        incident: String? = nil,
        itemKey: String? = nil,
        since: Date? = nil,
        executedOnly: Bool = false,
        limit: Int = 100
    ) {
        self.before = before
        self.incident = incident
        self.itemKey = itemKey
        self.since = since
        self.executedOnly = executedOnly
        self.limit = limit
    }

    /// Whether a decision is one of those asked for, the limit aside.
    package func matches(_ record: DecisionRecord) -> Bool {
        if let before, record.id >= before { return false }
        if let incident, record.incident != incident { return false }
        if let itemKey, record.itemKey != itemKey { return false }
        if let since, record.time < since { return false }
        return !executedOnly || record.wasExecuted
    }
}

/// Incidents and decisions in memory, for a server without a data directory and for tests.
package actor InMemoryRecoveryStore: RecoveryStore {
    private var incidents: [String: Incident] = [:]
    private var decisions: [DecisionRecord] = []

    /// Nothing yet.
    package init() {}

    package func save(_ incident: Incident) { incidents[incident.id] = incident }

    package func incidents(includingClosed: Bool, limit: Int) -> [Incident] {
        Array(
            incidents.values.filter { includingClosed || !$0.isClosed }
                .sorted { ($0.lastSeen, $0.id) > ($1.lastSeen, $1.id) }.prefix(limit)
        )
    }

    package func incident(_ id: String) -> Incident? { incidents[id] }

    package func append(_ decision: DecisionRecord) -> DecisionRecord {
        var decision = decision
        decision.id = Int64(decisions.count + 1)
        decisions.append(decision)
        return decision
    }

    package func update(_ decision: DecisionRecord) {
        guard let index = decisions.firstIndex(where: { $0.id == decision.id }) else { return }
        decisions[index] = decision
    }

    package func decisions(matching query: DecisionQuery) -> [DecisionRecord] {
        Array(decisions.reversed().lazy.filter(query.matches).prefix(query.limit))
    }
}
