package import OrderedJSON
package import ServiceHTTP

/// qBittorrent's Web API, 4.1 to 5.x.
///
/// - Note: Source: the program itself, 4.5.2, and recordings of 4.5.2 and 5.1.0. A wrong password is answered with 200 and
///   `Fails.`; after five of them the address is banned, so a login is never repeated.
package struct QBittorrentClient: Sendable {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    /// Calls a path below `api/v2`, logged in.
    func call(
        _ operation: String,
        _ path: String,
        query: [QueryItem] = [],
        body: ServiceBody = .none,
        purpose: ServiceRequest.Purpose = .read
    ) async throws(ServiceError) -> ServiceResponse {
        var request = ServiceRequest(
            operation,
            purpose.isWrite ? .post : .get,
            "api/v2/\(path)",
            query: query,
            headers: headers,
            body: body,
            purpose: purpose
        )
        request.headers["Cookie"] = await channel.session.value(.token)
        do {
            return try await channel.send(request)
        } catch {
            guard case .wrongKey(403) = error.reason, case .login = channel.endpoint.credential else {
                throw error
            }
            request.headers["Cookie"] = try await logIn()
            return try await channel.send(request)
        }
    }

    /// The origin that its protection against foreign pages asks for.
    private var headers: HTTPHeaders {
        let address = channel.endpoint.address
        return ["Referer": "\(address)", "Accept": "*/*"]
    }

    private func logIn() async throws(ServiceError) -> String {
        guard case .login(let username, let password) = channel.endpoint.credential else {
            throw channel.error(.wrongKey(status: 403), operation: "log in")
        }
        if let refusal = await channel.session.refusal { throw channel.error(refusal, operation: "log in") }
        let answer = try await channel.send(
            ServiceRequest(
                "log in",
                .post,
                "api/v2/auth/login",
                headers: headers,
                body: .form([QueryItem("username", username), QueryItem("password", password.revealed)]),
                purpose: .login,
                allowance: .quick
            )
        )
        guard !answer.text.hasPrefix("Fails"),
            let cookie = answer.headers["Set-Cookie"]?.prefix(while: { $0 != ";" })
        else {
            await channel.session.refuse(.wrongKey(status: answer.status))
            throw answer.error(.wrongKey(status: answer.status))
        }
        await channel.session.keep(String(cookie), as: .token)
        // It may have been updated meanwhile.
        await channel.session.keep(nil, as: .version)
        return String(cookie)
    }

    package func version() async throws(ServiceError) -> String {
        let answer = try await call("read its version", "app/version")
        let text = try answer.plainText()
        let version = text.first == "v" ? String(text.dropFirst()) : text
        guard version.first?.isNumber == true else { throw answer.error(.notThisApplication(title: nil)) }
        return version
    }

    /// Whether halting is called `stop`, as from 5.0 on, not `pause`.
    func saysStop() async throws(ServiceError) -> Bool {
        let version: String
        if let known = await channel.session.value(.version) {
            version = known
        } else {
            version = try await call("read its version", "app/webapiVersion").text
            await channel.session.keep(version, as: .version)
        }
        let parts = version.split(separator: ".").map { Int($0) ?? 0 }
        return (parts.first ?? 0, parts.dropFirst().first ?? 0) >= (2, 11)
    }

    /// Its settings.
    package func preferences() async throws(ServiceError) -> JSONValue {
        try await call("read its settings", "app/preferences").json()
    }

    /// Changes settings; unknown ones are passed over without a word, so read the result.
    ///
    /// - Returns: The settings as qBittorrent then has them.
    package func setPreferences(_ changes: JSONObject) async throws(ServiceError) -> JSONValue {
        let form = [QueryItem("json", JSONValue.object(changes).text())]
        _ = try await call(
            "change its settings",
            "app/setPreferences",
            body: .form(form),
            purpose: .idempotentWrite
        )
        return try await preferences()
    }
}
