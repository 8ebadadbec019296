package import MediaDomain

/// Why settings were not written.
package enum SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The service said no.
    case refused(service: ServiceID, reason: String)
    /// Secrets are never written by the analysis.
    case secret(service: ServiceID, name: String)
    /// This version of the service has no such setting.
    case unknownSetting(service: ServiceID, document: String, name: String)

    package var description: String {
        switch self {
        case .refused(let service, let reason): "\(service) did not take the change: \(reason)"
        case .secret(let service, let name):
            "\(name) of \(service) is a secret, and those are never written here"
        case .unknownSetting(let service, let document, let name):
            "\(service) has no setting \(name) in \(document); its version may be older or newer than this rule"
        }
    }
}
