package import Foundation
package import MediaDomain

/// What must hold before anything is done to a download.
package struct Gate: Sendable, Hashable, Codable {
    /// The gate's number: `g1`…`g8`.
    package let id: String
    /// What it asks, in words.
    package let question: String
    /// Whether it holds.
    package let isOpen: Bool
    /// What was found.
    package let evidence: String

    /// A gate.
    package init(_ id: String, _ question: String, isOpen: Bool, evidence: String) {
        self.id = id
        self.question = question
        self.isOpen = isOpen
        self.evidence = evidence
    }
}

/// What is to be done about an incident, and why.
package struct Decision: Sendable, Hashable, Codable {
    /// What is to be done.
    package let action: RecoveryAction
    /// What else a person could choose; computed by code.
    package let alternatives: [RecoveryAction]
    /// Why, in one sentence from the evidence.
    package let reason: String
    /// The gates, those that hold too.
    package let gates: [Gate]
    /// Whether it may be done without asking.
    package let isAutomatic: Bool
    /// The mode under which it was decided.
    package let mode: OperatingMode

    /// A decision.
    package init(
        action: RecoveryAction,
        alternatives: [RecoveryAction],
        reason: String,
        gates: [Gate],
        isAutomatic: Bool,
        mode: OperatingMode
    ) {
        self.action = action
        self.alternatives = alternatives
        self.reason = reason
        self.gates = gates
        self.isAutomatic = isAutomatic
        self.mode = mode
    }
}

/// A decision as it is kept, with what came of it.
package struct DecisionRecord: Sendable, Hashable, Codable, Identifiable {
    /// The place among the decisions, rising; 0 until stored.
    package var id: Int64
    /// When.
    package let time: Date
    /// The incident.
    package let incident: String
    /// Its course in the journal.
    package let correlation: CorrelationID
    /// The film or the episodes, if known.
    package let itemKey: String?
    /// What was wrong.
    package let symptom: Symptom
    /// The name to show.
    package let title: String
    /// The decision.
    package let decision: Decision
    /// Whether it was carried out.
    package var wasExecuted: Bool
    /// The change that it made, if it wrote to a service.
    package var change: Int64?
    /// What came of it; nil while that is open.
    package var outcome: String?
    /// Whether the effect came; nil while that is open.
    package var succeeded: Bool?
}
