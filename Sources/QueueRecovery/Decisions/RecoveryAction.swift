package import MediaDomain

/// Everything that recovery can do; code computes which of them are allowed, nothing outside adds one.
package enum RecoveryAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing: it is no problem, or it goes away by itself.
    case wait
    /// Nothing but telling the people of the house.
    case notice
    /// Nothing yet: the arr looks for another release by itself; whether it does is checked.
    case leaveToArr = "leave_to_arr"
    /// Has the arr look at its download clients again.
    case refresh
    /// Lets the client's queue run again.
    case resumeClient = "resume_client"
    /// Stops the client's queue.
    case pauseClient = "pause_client"
    /// Has the arr search once more.
    case search
    /// Removes the failed download, blocks the release and has the arr look for another.
    case replace
    /// Removes the download without blocking the release and without a new search.
    case drop
    /// Asks a person.
    case ask

    /// The least mode in which it may be done without asking; nil for what changes nothing.
    package var leastMode: OperatingMode? {
        switch self {
        case .wait, .notice, .leaveToArr, .ask: nil
        case .refresh, .resumeClient, .pauseClient, .search, .replace: .actSafe
        case .drop: .actAll
        }
    }

    /// Whether it takes something out of a client.
    package var isRemoval: Bool { self == .replace || self == .drop }

    /// What it does, in words for a button.
    package var words: String {
        switch self {
        case .wait: "Wait"
        case .notice: "Tell the house"
        case .leaveToArr: "Let the application look for another release"
        case .refresh: "Look again"
        case .resumeClient: "Resume the queue"
        case .pauseClient: "Pause the queue"
        case .search: "Search again"
        case .replace: "Block this release and look for another"
        case .drop: "Remove the download"
        case .ask: "Ask"
        }
    }
}
