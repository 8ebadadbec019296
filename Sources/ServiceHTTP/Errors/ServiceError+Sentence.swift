internal import MediaDomain

extension ServiceError: CustomStringConvertible {
    /// One sentence for people: what happened, to which service, and what to do.
    package var description: String { "\(who) \(what); \(advice)" }

    private var who: String {
        service.rawValue == kind.rawValue ? kind.displayName : "\(kind.displayName) (\(service))"
    }

    /// What happened, as it follows the service's name.
    package var what: String {
        switch reason {
        case .unreachable(let detail): "cannot be reached at \(address) to \(operation): \(detail)"
        case .refused: "refused the connection at \(address) to \(operation)"
        case .timedOut(let time): "did not answer within \(time.inWords) when asked to \(operation)"
        case .certificate(let detail): "has a certificate at \(address) that is not trusted: \(detail)"
        case .wrongKey(let status): "does not accept our \(secretName) (\(status)) to \(operation)"
        case .accessDenied(let message): "does not let us in to \(operation): \(message)"
        case .banned: "has banned our address for too many failed logins"
        case .notThisApplication(let title?):
            "is not what answers at \(address): a page named \"\(title)\" came instead"
        case .notThisApplication(nil): "is not what answers at \(address): something else came instead"
        case .redirected(let place): "sends us on to \(place) when asked to \(operation)"
        case .notFound(let message):
            "has nothing there to \(operation)\(message.isEmpty ? "" : ": \(message)")"
        case .wrongStatus(let status, let message):
            "answered \(status) when asked to \(operation)\(message.isEmpty ? "" : ": \(message)")"
        case .rejected(let message): "refused to \(operation)\(message.isEmpty ? "" : ": \(message)")"
        case .tooManyRequests: "asks us to slow down (429) when asked to \(operation)"
        case .badReply(let place, let problem):
            "gave an answer that cannot be read when asked to \(operation): \(problem) at \(place)"
        case .replyTooLarge(let limit): "sent more than \(limit >> 20) MiB when asked to \(operation)"
        case .cutOff: "broke off in the middle of its answer when asked to \(operation)"
        case .circuitOpen(let time): "failed several times in a row and is left alone for \(time.inWords)"
        case .dryRun(let call): "was not asked to \(operation): this is a dry run (would send \(call))"
        case .hostNotAllowed(let why): "is configured at \(address), which is never called: \(why)"
        case .unusableKey: "has \(secretArticle) that is empty or holds a line break"
        case .tooOld(let found, let needed): "is version \(found), older than \(needed)"
        case .cancelled: "was no longer waited for to \(operation)"
        }
    }

    /// What the user can do about it.
    package var advice: String {
        switch reason {
        case .unreachable: "check the host in its address, and that both are in one network"
        case .refused: "check that it is running and that \(address.port) is its port"
        case .timedOut: "check that it is not overloaded, then try again"
        case .certificate:
            "give its authority or fingerprint in the connection, or use http inside your network"
        case .wrongKey: "copy the \(secretName) again from its settings into the connection"
        case .accessDenied:
            kind == .sabnzbd
                ? "add the name \(address.host) to SABnzbd's host_whitelist, or use its IP address"
                : "check its access settings for our address"
        case .banned: "correct the password in the connection, then restart it or wait for the ban to end"
        case .notThisApplication: "check its port and URL base in the connection"
        case .redirected: "put the right URL base and scheme into the connection"
        case .notFound: "it may have been removed meanwhile, or the URL base is wrong"
        case .wrongStatus(let status, _): status >= 500 ? "look into its log" : "check what was asked for"
        case .rejected: "change what it objects to, then try again"
        case .tooManyRequests(let time): "wait \((time ?? .seconds(60)).inWords), then try again"
        case .badReply: "check its version, and report this with the version if it is a current one"
        case .replyTooLarge: "ask for less at once"
        case .cutOff: "try again, and look into its log and into the proxy before it"
        case .circuitOpen: "test the connection to try at once"
        case .dryRun: "turn the dry run off to let it happen"
        case .hostNotAllowed: "correct the address in the connection"
        case .unusableKey: "copy the \(secretName) again, without a line break"
        case .tooOld: "update it"
        case .cancelled: "ask again if it is still wanted"
        }
    }

    private var secretName: String {
        switch kind {
        case .nzbget, .transmission, .qbittorrent, .deluge: "user or password"
        case .plex: "token"
        default: "API key"
        }
    }

    private var secretArticle: String {
        switch kind {
        case .nzbget, .transmission, .qbittorrent, .deluge: "a password"
        case .plex: "a token"
        default: "an API key"
        }
    }
}

extension Duration {
    /// `5 s`, `2 min`, `0.2 s`: for people.
    package var inWords: String {
        let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
        if seconds >= 120 { return "\(Int((seconds / 60).rounded())) min" }
        if seconds >= 1 { return "\(Int(seconds.rounded())) s" }
        return "\((seconds * 10).rounded() / 10) s"
    }
}
