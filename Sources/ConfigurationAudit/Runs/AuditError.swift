package import MediaDomain
package import OrderedJSON

/// Why a finding was not shown or applied.
package enum AuditError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The newest run has no such finding.
    case unknownFinding(id: String)
    /// Only a person can put it right.
    case nothingToApply(id: String)
    /// The values are no longer those of the finding.
    case changedSince(id: String, now: JSONValue)
    /// The service is no longer connected.
    case serviceGone(service: ServiceID)
    /// It is being applied already.
    case inProgress(id: String)

    package var description: String {
        switch self {
        case .unknownFinding(let id):
            "the last analysis has no finding \(id); run it again to see what there is"
        case .nothingToApply(let id): "finding \(id) can only be put right by hand; its text says how"
        case .changedSince(let id, let now):
            "the settings of finding \(id) were changed since the analysis, they are now \(now); run it again"
        case .serviceGone(let service): "\(service) is no longer connected; connect it, then try again"
        case .inProgress(let id): "finding \(id) is being applied already"
        }
    }
}
