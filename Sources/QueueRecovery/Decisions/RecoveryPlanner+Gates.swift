internal import Foundation
internal import MediaDomain

extension RecoveryPlanner {
    /// The gates of the recovery table; g8 (playback) is missing because no library file is ever deleted.
    static func gates(
        for incident: Incident,
        in context: RecoveryContext,
        under policy: RecoveryPolicy
    ) -> [Gate] {
        [
            answered(context), healthy(incident, context, policy), single(context),
            unprotected(context, policy), ours(context), budget(incident, context, policy),
            grace(context, policy),
        ]
    }

    private static func answered(_ context: RecoveryContext) -> Gate {
        let lost = context.arr?.lostFolders ?? []
        let evidence =
            if let silent = context.silent.sorted().first {
                "no answer from \(silent)"
            } else if let folder = lost.first {
                "\(folder) cannot be reached"
            } else {
                "all answered"
            }
        return Gate(
            "g1",
            "Did client and application answer, and are the library folders there?",
            isOpen: context.silent.isEmpty && lost.isEmpty,
            evidence: evidence
        )
    }

    private static func healthy(_ incident: Incident, _ context: RecoveryContext, _ policy: RecoveryPolicy)
        -> Gate
    {
        var trouble: String?
        if let client = context.client {
            if client.isPaused { trouble = "\(client.client) is paused" }
            if let free = client.freeBytes, free < policy.spaceFloor {
                trouble = "\(client.client) has little space left"
            }
            if client.usableServers == 0 { trouble = "\(client.client) has no news server that answers" }
        }
        if let fault = context.clientFault { trouble = fault }
        return Gate(
            "g2",
            "Is the client well?",
            isOpen: trouble == nil,
            evidence: trouble ?? "the client is well"
        )
    }

    private static func single(_ context: RecoveryContext) -> Gate {
        Gate(
            "g3",
            "Is it a single failure, not an outage?",
            isOpen: context.outage == nil,
            evidence: context.outage ?? "a single failure"
        )
    }

    private static func unprotected(_ context: RecoveryContext, _ policy: RecoveryPolicy) -> Gate {
        let isProtected = context.download?.arr?.tags.contains {
            $0.lowercased() == policy.protectedTag.lowercased()
        }
        return Gate(
            "g4",
            "Is it unprotected?",
            isOpen: isProtected != true,
            evidence: isProtected == true ? "it carries the tag \(policy.protectedTag)" : "no protection"
        )
    }

    private static func ours(_ context: RecoveryContext) -> Gate {
        let isGrabbed = context.history?.wasGrabbed == true
        return Gate(
            "g5",
            "Was it grabbed by the application that would act?",
            isOpen: isGrabbed,
            evidence: isGrabbed
                ? "grabbed by \(context.arr.map(\.arr.rawValue) ?? "it")" : "no application has grabbed it"
        )
    }

    private static func budget(_ incident: Incident, _ context: RecoveryContext, _ policy: RecoveryPolicy)
        -> Gate
    {
        var trouble: String?
        if context.removalsInHour >= policy.removalsPerHour {
            trouble = "\(context.removalsInHour) removals this hour"
        }
        if context.removalsInDay >= policy.removalsPerDay {
            trouble = "\(context.removalsInDay) removals today"
        }
        if let moment = incident.notBefore, moment > context.now {
            trouble =
                "the next attempt is due in \(Int(moment.timeIntervalSince(context.now).rounded(.up))) s"
        }
        if context.attempts >= policy.attempts { trouble = "tried \(context.attempts) times" }
        if context.earlierFailures >= policy.attempts {
            trouble = "it has failed \(context.earlierFailures + 1) times within a day"
        }
        return Gate(
            "g6",
            "Is there budget left?",
            isOpen: trouble == nil,
            evidence: trouble ?? "within the budget"
        )
    }

    private static func grace(_ context: RecoveryContext, _ policy: RecoveryPolicy) -> Gate {
        let age = context.download?.arr?.added.map { context.now.timeIntervalSince($0) }
        let isYoung = age.map { $0 < policy.grace } ?? false
        return Gate(
            "g7",
            "Is it old enough?",
            isOpen: !isYoung,
            evidence: isYoung ? "grabbed only \(Int(age ?? 0)) s ago" : "old enough"
        )
    }
}
