internal import Foundation
internal import MediaDomain
internal import Understanding

/// Decides about an incident: a pure function of the evidence and the policy.
enum RecoveryPlanner {
    /// What the ladder of a symptom proposes.
    struct Proposal {
        var action: RecoveryAction
        var reason: String
        var alternatives: [RecoveryAction] = []
    }

    static func decide(_ incident: Incident, in context: RecoveryContext, under policy: RecoveryPolicy)
        -> Decision
    {
        let proposal = proposal(for: incident, in: context, under: policy)
        let gates = gates(for: incident, in: context, under: policy)
        let needed = gates.filter { required(proposal.action).contains($0.id) }
        let closed = needed.filter { !$0.isOpen }
        var action = proposal.action
        var reason = proposal.reason
        if let first = closed.first, proposal.action.leastMode != nil {
            let isSpent = max(context.attempts, context.earlierFailures) >= policy.attempts
            action = first.id == "g6" && isSpent ? .ask : .notice
            reason += "; held back: " + closed.map(\.evidence).joined(separator: ", ")
        }
        let isSure =
            incident.confidence >= 0.8 && incident.classifiedBy == .rule || incident.confidence >= 0.95
        if action.isRemoval, !isSure {
            action = .ask
            reason += "; not sure enough of the cause (\(Int(incident.confidence * 100)) %)"
        }
        if action.leastMode != nil, context.lastEffectsFailed {
            action = .ask
            reason += "; the last two times this did not help"
        }
        let alternatives = alternatives(to: action, proposal, context, gates)
        return Decision(
            action: action,
            alternatives: alternatives,
            reason: reason,
            gates: gates,
            isAutomatic: policy.allows(action),
            mode: policy.mode
        )
    }

    /// What a person could choose instead: what the ladder offers, as far as the gates that nobody overrides hold.
    private static func alternatives(
        to action: RecoveryAction,
        _ proposal: Proposal,
        _ context: RecoveryContext,
        _ gates: [Gate]
    ) -> [RecoveryAction] {
        let hard = gates.filter { ["g1", "g4", "g5"].contains($0.id) && !$0.isOpen }.map(\.id)
        return ([proposal.action] + proposal.alternatives).filter { other in
            other != action && Set(required(other)).isDisjoint(with: hard)
        }
    }

    /// The gates that an action needs.
    static func required(_ action: RecoveryAction) -> Set<String> {
        switch action {
        case .wait, .notice, .leaveToArr, .ask: []
        case .refresh, .pauseClient, .resumeClient: ["g1"]
        case .search: ["g1", "g2", "g3", "g4", "g6"]
        case .replace, .drop: ["g1", "g2", "g3", "g4", "g5", "g6", "g7"]
        }
    }
}
