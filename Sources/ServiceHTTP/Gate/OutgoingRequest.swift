/// Makes the wire form of a call.
enum OutgoingRequest {
    static func make(
        _ request: ServiceRequest,
        to endpoint: ServiceEndpoint,
        userAgent: String,
        call: CallDescription
    ) throws(ServiceError) -> HTTPRequest {
        var headers = request.headers
        var query = request.query
        if headers["Accept"] == nil { headers["Accept"] = "application/json" }
        headers["User-Agent"] = userAgent
        if request.identification == .identified {
            guard endpoint.credential.secrets.allSatisfy({ $0.isUsable || isPassword(endpoint.credential) })
            else {
                throw call.error(.unusableKey)
            }
            endpoint.kind.credentialPlacement.apply(endpoint.credential, headers: &headers, query: &query)
        }
        let body = request.body.encoded(boundary: boundary)
        if let body { headers["Content-Type"] = body.contentType }
        guard headers.fields.allSatisfy({ isSafe($0.name) && isSafe($0.value) }) else {
            throw call.error(.unusableKey)
        }
        var url = endpoint.address.description + "/" + PercentEncoding.path(request.path)
        if !query.isEmpty { url += "?" + PercentEncoding.query(query) }
        return HTTPRequest(method: request.method, url: url, headers: headers, body: body?.bytes ?? [])
    }

    private static let boundary = "autoarr-7d1f3c9b5e2a48608d4f0b6c1e9a7352"

    /// Passwords go through Base64 or JSON, where anything may stand.
    private static func isPassword(_ credential: Credential) -> Bool {
        if case .login = credential { true } else { false }
    }

    private static func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }
}
