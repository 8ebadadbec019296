package import MediaDomain

/// Why a request did not go on.
package enum RequestError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no request of that id.
    case unknown(id: String)
    /// The choice or confirmation is for something else than what is shown now.
    case stale(id: String)
    /// It is not at a stage where that can be done.
    case notNow(id: String, stage: RequestStage)
    /// No such application is connected.
    case noService(ServiceKind)
    /// The application has no quality profile.
    case noProfile(ServiceID)
    /// The application has no root folder that can be written.
    case noRootFolder(ServiceID)
    /// The series has no such season.
    case noSuchSeason(title: String, asked: [Int], last: Int?)
    /// The title is gone from the catalogue.
    case titleGone(String)
    /// The service took it and does not show it, or refused it.
    case notAdded(title: String, reason: String)

    package var description: String {
        switch self {
        case .unknown(let id): "There is no request \(id)."
        case .stale: "What is shown has changed since; look again and confirm that."
        case .notNow(_, let stage): "That cannot be done now: the request is at “\(stage.rawValue)”."
        case .noService(let kind): "No \(kind.displayName) is connected; connect one under Connections."
        case .noProfile(let service): "\(service) has no quality profile; make one in its settings."
        case .noRootFolder(let service):
            "\(service) has no root folder that it can use; add one in its settings."
        case .noSuchSeason(let title, let asked, let last):
            "\(title) has no season \(asked.map(String.init).joined(separator: ", "))"
                + (last.map { "; the last one known is \($0)." } ?? ".")
        case .titleGone(let title): "\(title) is no longer in the catalogue; ask again."
        case .notAdded(let title, let reason): "\(title) was not added: \(reason)"
        }
    }
}
