internal import Foundation
internal import MediaDomain

/// What a decision rests on: the house at this moment, and what was done before.
struct RecoveryContext: Sendable {
    /// The download; nil for trouble of a whole client, or when it is gone.
    var download: Download?
    /// The client, if it answered.
    var client: ClientState?
    /// The arr that owns the download, if one does and it answered.
    var arr: ArrState?
    /// What that arr remembers of it.
    var history: ArrHistory?
    /// Services that did not answer in this look.
    var silent: Set<ServiceID> = []
    /// What the client as a whole complains of, in the client's words; nil for nothing that matters.
    var clientFault: String?
    /// Why this is no single failure but an outage; nil if it is none.
    var outage: String?
    /// How many failures of this film or these episodes there were within a day, this one not counted.
    var earlierFailures = 0
    /// Removals within the last hour.
    var removalsInHour = 0
    /// Removals within the last day.
    var removalsInDay = 0
    /// How often something was tried for this incident.
    var attempts = 0
    /// The last two effects of this symptom did not come.
    var lastEffectsFailed = false
    var now: Date
}
