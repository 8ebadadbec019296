internal import MediaDomain
internal import ServiceHTTP

extension ConnectionTest {
    /// A verdict, and the advice where the error's own would mislead.
    struct Finding {
        let verdict: ConnectionReport.Verdict
        var error: ServiceError?
        var advice: String?

        init(verdict: ConnectionReport.Verdict, error: ServiceError? = nil, advice: String? = nil) {
            self.verdict = verdict
            self.error = error
            self.advice = advice
        }

        func sentence(of endpoint: ServiceEndpoint) -> String {
            let name = endpoint.kind.displayName
            switch verdict {
            case .working(let version, let instance):
                let called = instance.flatMap { $0 == name ? nil : " (\($0))" } ?? ""
                return "\(name)\(called) \(version) answers at \(endpoint.address)"
            case .wrongURLBase(let suggestion?):
                let base = suggestion.isEmpty ? "without a URL base" : "under the URL base \(suggestion)"
                return "\(name) is there, \(base); put that into the address"
            case .notThisApplication(let found?):
                return "\(found) answers at \(endpoint.address), not \(name); check host and port"
            default:
                guard let error else { return advice ?? "" }
                return advice.map { "\(name) \(error.what); \($0)" } ?? error.description
            }
        }
    }

    /// What an error means for somebody who sets up a connection.
    func reading(_ error: ServiceError, left: Duration) async -> Finding {
        switch error.reason {
        case .unreachable, .hostNotAllowed: Finding(verdict: .unreachable, error: error)
        case .refused: Finding(verdict: .refused, error: error)
        case .timedOut: Finding(verdict: .timedOut, error: error)
        case .certificate: Finding(verdict: .certificate, error: error)
        case .wrongKey, .unusableKey: Finding(verdict: .wrongKey, error: error)
        case .accessDenied, .banned: Finding(verdict: .notPermitted, error: error)
        case .tooOld(let found, _): Finding(verdict: .tooOld(version: found), error: error)
        case .redirected, .notFound, .notThisApplication: await elsewhere(error, left: left)
        default: Finding(verdict: .unwell, error: error)
        }
    }

    /// Something answers, but not at this path: looks whether our application is there under another URL base.
    private func elsewhere(_ error: ServiceError, left: Duration) async -> Finding {
        let title: String? = if case .notThisApplication(let title) = error.reason { title } else { nil }
        // A page of another application with its own name needs no looking around.
        let others = ServiceKind.allCases.filter { $0 != endpoint.kind }
        if let title, let other = others.first(where: { title.lowercased().contains($0.rawValue) }) {
            return Finding(verdict: .notThisApplication(found: other.displayName), error: error)
        }
        let bases = ["", "/\(endpoint.kind.rawValue)"].filter { $0 != endpoint.address.base }
        for base in bases + redirectedBase(error) where left > .milliseconds(200) {
            if await answers(under: base, within: left / 4) {
                return Finding(verdict: .wrongURLBase(suggestion: base), error: error)
            }
        }
        if title?.lowercased().contains(endpoint.kind.rawValue) == true {
            return Finding(verdict: .wrongURLBase(suggestion: nil), error: error)
        }
        return Finding(
            verdict: .notThisApplication(found: title.map { "a page named \"\($0)\"" }),
            error: error
        )
    }

    /// The first segment of the place that a redirect leads to.
    private func redirectedBase(_ error: ServiceError) -> [String] {
        guard case .redirected(let place) = error.reason, let path = Self.path(of: place),
            let first = path.split(separator: "/").first, first != "login", first != "api"
        else { return [] }
        return ["/" + first]
    }

    private static func path(of place: String) -> Substring? {
        guard let scheme = place.firstRange(of: "://") else { return place[...] }
        return place[scheme.upperBound...].firstIndex(of: "/").map { place[$0...] }
    }

    /// Whether our application answers there; asks only what needs no key.
    private func answers(under base: String, within time: Duration) async -> Bool {
        let root = "\(endpoint.address.scheme.rawValue)://"
        let host = endpoint.address.host.contains(":") ? "[\(endpoint.address.host)]" : endpoint.address.host
        guard let address = try? ServiceAddress("\(root)\(host):\(endpoint.address.port)\(base)") else {
            return false
        }
        let candidate = ServiceEndpoint(
            id: endpoint.id,
            kind: endpoint.kind,
            address: address,
            trust: endpoint.trust
        )
        guard let recognition = Recognition(of: endpoint.kind) else { return false }
        let channel = gate.trial(of: candidate, within: time)
        guard let answer = try? await channel.send(recognition.request) else { return false }
        return await recognition.fits(answer)
    }
}
