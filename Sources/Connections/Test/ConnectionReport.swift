package import MediaDomain

/// What the test of a connection found.
package struct ConnectionReport: Sendable, Hashable {
    /// The instance.
    package let id: ServiceID
    /// The application it should be.
    package let kind: ServiceKind
    /// What was found.
    package let verdict: Verdict
    /// One sentence for people: what was found, and what to do if it does not work.
    package let message: String

    /// What a test found.
    package enum Verdict: Sendable, Hashable {
        /// All is well.
        case working(version: String, instanceName: String?)
        /// The machine cannot be reached.
        case unreachable
        /// The machine answers, the port does not.
        case refused
        /// No answer in time.
        case timedOut
        /// Something else answers; its name, where it tells.
        case notThisApplication(found: String?)
        /// The key or login is wrong.
        case wrongKey
        /// The key lacks rights, or our host name or address is not let in.
        case notPermitted
        /// It is there under another URL base; which, where it was found.
        case wrongURLBase(suggestion: String?)
        /// The certificate is not trusted, or the scheme is wrong.
        case certificate
        /// The application is too old.
        case tooOld(version: String)
        /// It answers, but not well.
        case unwell

        /// The verdict's name, from a closed list.
        package var code: String {
            switch self {
            case .working: "working"
            case .unreachable: "unreachable"
            case .refused: "refused"
            case .timedOut: "timed-out"
            case .notThisApplication: "not-this-application"
            case .wrongKey: "wrong-key"
            case .notPermitted: "not-permitted"
            case .wrongURLBase: "wrong-url-base"
            case .certificate: "certificate"
            case .tooOld: "too-old"
            case .unwell: "unwell"
            }
        }
    }
}
