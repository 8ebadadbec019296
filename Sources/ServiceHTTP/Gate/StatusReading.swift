internal import MediaDomain
internal import OrderedJSON

/// Reads what a service means by a status outside 2xx.
struct StatusReading {
    let reason: ServiceError.Reason

    init(_ reply: HTTPResponse, endpoint: ServiceEndpoint) {
        let redaction = Redaction(secrets: endpoint.credential.secrets)
        let message = redaction.cleaned(Self.message(reply))
        switch reply.status {
        case 300...399:
            let place =
                reply.headers["Location"].map { String($0.prefix { $0 != "?" && $0 != "#" }) }
                ?? "somewhere else"
            reason = .redirected(to: redaction.cleaned(place))
        case 401, 403: reason = Self.refusal(reply.status, message, endpoint.kind)
        case 404: reason = .notFound(message)
        case 429: reason = .tooManyRequests(retryAfter: RetryPolicy.retryAfter(reply.headers))
        case 400, 409, 422:
            reason = message.isEmpty ? .wrongStatus(reply.status, message: "") : .rejected(message)
        default: reason = .wrongStatus(reply.status, message: message)
        }
    }

    /// 403 has several meanings: SABnzbd checks the host name, qBittorrent bans addresses.
    private static func refusal(_ status: Int, _ message: String, _ kind: ServiceKind) -> ServiceError.Reason
    {
        let lower = message.lowercased()
        if kind == .sabnzbd, lower.contains("access denied") || lower.contains("hostname verification") {
            return .accessDenied(message)
        }
        if kind == .qbittorrent, lower.contains("banned") { return .banned }
        if kind == .transmission, lower.contains("whitelist") || lower.contains("not authorized") {
            return .accessDenied(message)
        }
        return .wrongKey(status: status)
    }

    /// The service's own words: a plain text, `message`, `error`, or the list of what failed validation.
    private static func message(_ reply: HTTPResponse) -> String {
        guard reply.body.count <= 1 << 16 else { return "" }
        guard let json = try? JSONValue(parsing: reply.body, maximumDepth: 32) else {
            if let page = WebPage(body: reply.body, contentType: reply.headers["Content-Type"]),
                page.title != nil
            {
                return page.title ?? ""
            }
            return Self.withoutTags(String(decoding: reply.body, as: UTF8.self))
        }
        if let faults = json.array {
            return faults.compactMap { fault in
                guard let text = fault["errorMessage"]?.string else { return nil }
                guard let property = fault["propertyName"]?.string, !property.isEmpty else { return text }
                return "\(property): \(text)"
            }.joined(separator: "; ")
        }
        if let nested = json["error"]?["message"]?.string { return nested }
        return json["message"]?.string ?? json["error"]?.string ?? json["title"]?.string ?? json.string ?? ""
    }

    private static func withoutTags(_ text: String) -> String { text.replacing(#/<[^>]{0,200}>/#, with: " ") }
}
