/// Why an account, a session or a key could not be used.
package enum AccountError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The house has an owner already.
    case alreadyClaimed
    /// The claim code is not the one in the log.
    case wrongClaimCode
    /// The name or the password is wrong; which of them is not told.
    case wrongCredentials
    /// Too many attempts; the next is heard after this many seconds.
    case tooManyAttempts(retryAfter: Int)
    /// The password cannot be taken.
    case unsuitablePassword(reason: String)
    /// The name cannot be taken.
    case unsuitableName(reason: String)
    /// No key has this id.
    case unknownKey(id: String)
    /// There is no account yet whose password could be set.
    case notClaimed
    /// A stored password cannot be read.
    case unreadablePassword
    /// More passwords are being checked at once than this machine should.
    case busy

    package var description: String {
        switch self {
        case .alreadyClaimed:
            "this house has an owner already: log in, or set a new password with `autoarr reset-password`"
        case .wrongClaimCode:
            "the code is not the one in the server's log: copy it from the newest start of the server"
        case .wrongCredentials: "the name or the password is wrong"
        case .tooManyAttempts(let seconds): "too many attempts: try again in \(seconds) s"
        case .unsuitablePassword(let reason): "the password cannot be used: \(reason)"
        case .unsuitableName(let reason): "the name cannot be used: \(reason)"
        case .unknownKey(let id): "there is no key \(id)"
        case .notClaimed: "this house has no owner yet: open the page and claim it with the code from the log"
        case .unreadablePassword:
            "the stored password cannot be read: set a new one with `autoarr reset-password`"
        case .busy: "too many log-ins at once: try again in a few seconds"
        }
    }
}
