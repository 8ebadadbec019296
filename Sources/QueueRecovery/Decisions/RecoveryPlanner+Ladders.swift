internal import Foundation
internal import MediaDomain

extension RecoveryPlanner {
    /// What the ladder of the recovery table proposes for a symptom.
    static func proposal(
        for incident: Incident,
        in context: RecoveryContext,
        under policy: RecoveryPolicy
    ) -> Proposal {
        if incident.symptom.blamesRelease || incident.symptom == .noNewGrab {
            return release(incident, context, policy)
        }
        switch incident.symptom {
        case .diskFull: return space(incident, context, policy)
        case .pathOrPermission:
            return Proposal(
                action: .notice,
                reason: "A path or a right is wrong in the house; another release would fail the same way",
                alternatives: [.refresh]
            )
        case .newsServer:
            return Proposal(action: .notice, reason: "The news server refuses; the releases are not to blame")
        case .clientUnavailable:
            return Proposal(
                action: .notice,
                reason: "The download client does not answer",
                alternatives: [.refresh]
            )
        case .script:
            return Proposal(
                action: .notice,
                reason: "A script of yours failed; the files are as they were before it",
                alternatives: [.refresh, .drop]
            )
        case .clientPaused, .stopped:
            return Proposal(
                action: .wait,
                reason: "Somebody stopped it, and that is respected",
                alternatives: [.replace]
            )
        case .stillBusy, .importPending:
            return Proposal(action: .wait, reason: "It is still being worked on", alternatives: [.refresh])
        case .metadataLag:
            return Proposal(
                action: .wait,
                reason: "Titles or numbers come within two days",
                alternatives: [.refresh, .drop]
            )
        case .notAnUpgrade: return notAnUpgrade(context)
        case .incompletePack:
            return Proposal(
                action: .ask,
                reason: "Part of it is in the library already, or it has less than it promised",
                alternatives: [.drop, .search, .refresh]
            )
        case .duplicate:
            return Proposal(
                action: .ask,
                reason: "The client took it for something that it had before",
                alternatives: [.drop, .search]
            )
        case .titleMismatch, .unparseable, .nothingToImport, .sample, .mislabelled, .noAudio, .orphan,
            .tooManyAttempts, .unknown:
            return Proposal(
                action: .ask,
                reason: "Only a person can say what is right: \(incident.symptom.words)",
                alternatives: [.refresh, .replace, .drop]
            )
        case .missingArticles, .damaged, .encrypted, .unwantedFile, .indexer, .noNewGrab:
            return release(incident, context, policy)
        }
    }

    /// The release is at fault: the arr looks for another by itself, or is told to.
    private static func release(
        _ incident: Incident,
        _ context: RecoveryContext,
        _ policy: RecoveryPolicy
    ) -> Proposal {
        let cause = "The release is at fault: \(incident.symptom.words)"
        guard let history = context.history, history.wasGrabbed else {
            return Proposal(
                action: .notice,
                reason: cause + ", but no application has grabbed it, so nobody looks for another",
                alternatives: [.drop]
            )
        }
        let arr = context.arr.map(\.arr.rawValue) ?? "the application"
        if context.earlierFailures >= policy.attempts {
            return Proposal(
                action: .ask,
                reason: cause
                    + "; it is failure \(context.earlierFailures + 1) of this title within a day, so more of "
                    + "the same will not help",
                alternatives: [.search, .replace, .drop]
            )
        }
        if incident.symptom == .noNewGrab, ["failed", "failedPending"].contains(context.download?.arr?.state)
        {
            return Proposal(
                action: .replace,
                reason:
                    "\(arr) saw the failure and stopped there, so it is told to block the release and to look for "
                    + "another",
                alternatives: [.search, .ask]
            )
        }
        if incident.symptom == .noNewGrab {
            return Proposal(
                action: .search,
                reason: "\(arr) saw the failure and grabbed nothing new",
                alternatives: [.ask]
            )
        }
        let row = context.download?.arr
        if history.failed != nil || ["failed", "failedPending"].contains(row?.state) {
            return Proposal(
                action: .leaveToArr,
                reason: cause + "; \(arr) has seen it and looks for another by itself",
                alternatives: [.search]
            )
        }
        guard row != nil else {
            return Proposal(
                action: .search,
                reason: cause + "; \(arr) does not track it any more",
                alternatives: [.ask]
            )
        }
        if context.now.timeIntervalSince(incident.firstSeen) < policy.reaction {
            return Proposal(
                action: .wait,
                reason: cause + "; \(arr) gets \(Int(policy.reaction)) s to see it by itself",
                alternatives: [.replace]
            )
        }
        return Proposal(
            action: .replace,
            reason: cause + "; \(arr) has not reacted, so it is told to block it and to look for another",
            alternatives: [.drop, .ask]
        )
    }

    /// The house is full: nothing is blocked, the queue stops before it does damage, and goes on once there is room.
    private static func space(
        _ incident: Incident,
        _ context: RecoveryContext,
        _ policy: RecoveryPolicy
    ) -> Proposal {
        let cause = "The disk is full, which no other release would change"
        guard let client = context.client, let free = client.freeBytes else {
            return Proposal(action: .notice, reason: cause, alternatives: [.refresh])
        }
        if free < policy.spaceFloor {
            return client.isPaused
                ? Proposal(action: .notice, reason: cause + "; the queue is paused until there is room")
                : Proposal(
                    action: .pauseClient,
                    reason: cause + "; the queue stops before more files are cut short"
                )
        }
        return client.isPaused
            ? Proposal(action: .resumeClient, reason: "There is room again", alternatives: [.refresh])
            : Proposal(action: .notice, reason: cause, alternatives: [.refresh, .search])
    }

    private static func notAnUpgrade(_ context: RecoveryContext) -> Proposal {
        let reason = "What is in the library is as good or better, so this download is of no use"
        // A torrent may owe its seeding; that is for a person to weigh.
        guard context.download?.arr?.transfer == "usenet" else {
            return Proposal(action: .ask, reason: reason, alternatives: [.drop])
        }
        return Proposal(action: .drop, reason: reason, alternatives: [.refresh])
    }
}
