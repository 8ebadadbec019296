internal import Foundation
internal import MediaDomain
package import OrderedJSON
package import ServiceHTTP

/// Deluge through the JSON-RPC of its page (deluge-web), 2.x.
///
/// - Note: Source: the program itself, 2.0.3, and recordings of it. All answers come with status 200; a wrong password is
///   `false`; the page has to be connected to its daemon before `core` methods exist; errors are whole Python failures.
package struct DelugeClient: Sendable {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    /// The codes of errors that have a meaning.
    private enum Fault {
        static let notLoggedIn = 1
        static let unknownMethod = 2
    }

    /// Calls a method and gives its result, logged in and connected to the daemon.
    ///
    /// - Throws: ``ServiceError``: `rejected` with Deluge's words for an error of the method.
    func call(
        _ operation: String,
        _ method: String,
        _ parameters: [JSONValue] = [],
        purpose: ServiceRequest.Purpose = .read
    ) async throws(ServiceError) -> JSONRow {
        var answer = try await ask(operation, method, parameters, purpose: purpose)
        // Before the page is connected to its daemon, whoever asks for a method of the daemon is told that there is none,
        // logged in or not.
        if answer.fault == Fault.notLoggedIn || answer.fault == Fault.unknownMethod {
            try await logIn()
            try await connect()
            answer = try await ask(operation, method, parameters, purpose: purpose)
        }
        if let message = answer.message {
            throw channel.error(.rejected(channel.redacted(message)), operation: operation)
        }
        return answer.result
    }

    private struct Answer {
        let result: JSONRow
        let fault: Int?
        let message: String?
        let cookie: String?
    }

    private func ask(
        _ operation: String,
        _ method: String,
        _ parameters: [JSONValue],
        purpose: ServiceRequest.Purpose
    ) async throws(ServiceError) -> Answer {
        var request = ServiceRequest(
            operation,
            .post,
            "json",
            body: .json(["method": .string(method), "params": .array(parameters), "id": 1]),
            purpose: purpose,
            identification: .anonymous
        )
        request.headers["Cookie"] = await channel.session.value(.token)
        let reply = try await channel.send(request)
        let json = try await reply.json()
        guard json.object != nil, let result = json["result"], json["error"] != nil else {
            throw reply.error(.notThisApplication(title: nil))
        }
        return Answer(
            result: JSONRow(result, path: "result"),
            fault: json["error"]?["code"]?.lenientInt,
            message: json["error"]?["message"]?.string.map(Self.words),
            cookie: reply.headers["Set-Cookie"].map { String($0.prefix { $0 != ";" }) }
        )
    }

    /// What a Python failure says at its end: `… AddTorrentError'>: Torrent already in session.\n]`.
    private static func words(of failure: String) -> String {
        let line = failure.split(whereSeparator: \.isNewline).first.map(String.init) ?? failure
        guard let start = line.range(of: "'>: ", options: .backwards) else { return line }
        return String(line[start.upperBound...])
    }

    /// Logs in, if the session that we have is none any more.
    private func logIn() async throws(ServiceError) {
        let session = channel.session
        if await session.value(.token) != nil {
            let check = try await ask("log in", "auth.check_session", [], purpose: .read)
            if check.result.value.lenientBool == true { return }
        }
        if let refusal = await session.refusal { throw channel.error(refusal, operation: "log in") }
        let password: Secret? =
            switch channel.endpoint.credential {
            case .login(_, let password): password
            case .key(let key): key
            case .none: nil
            }
        guard let password else { throw channel.error(.wrongKey(status: 200), operation: "log in") }
        let answer = try await ask("log in", "auth.login", [.string(password.revealed)], purpose: .login)
        guard answer.result.value.lenientBool == true, let cookie = answer.cookie else {
            await session.refuse(.wrongKey(status: 200))
            throw channel.error(.wrongKey(status: 200), operation: "log in")
        }
        await session.keep(cookie, as: .token)
    }

    /// Connects the page to the daemon that it knows, if it is not.
    private func connect() async throws(ServiceError) {
        let operation = "connect the page to its daemon"
        let isConnected = try await ask(operation, "web.connected", [], purpose: .read).result.value
            .lenientBool
        if isConnected == true { return }
        let answer = try await ask(operation, "web.get_hosts", [], purpose: .read)
        guard let host = answer.result.value[0]?[0]?.string else {
            throw channel.error(
                .rejected(answer.message ?? "deluge-web knows no daemon"),
                operation: operation
            )
        }
        let connected = try await ask(operation, "web.connect", [.string(host)], purpose: .login)
        if let message = connected.message {
            throw channel.error(.rejected(channel.redacted(message)), operation: operation)
        }
    }

    package func version() async throws(ServiceError) -> String {
        let operation = "read its version"
        guard let version = try await call(operation, "daemon.get_version").value.lenientText else {
            throw channel.error(.badReply(place: "result", problem: "no text"), operation: operation)
        }
        return version
    }

    /// Its settings.
    package func settings() async throws(ServiceError) -> JSONValue {
        try await call("read its settings", "core.get_config").value
    }

    /// Changes settings; Deluge takes any name and any value without a word.
    ///
    /// - Returns: The settings as Deluge then has them.
    package func setSettings(_ changes: JSONObject) async throws(ServiceError) -> JSONValue {
        _ = try await call(
            "change its settings",
            "core.set_config",
            [.object(changes)],
            purpose: .idempotentWrite
        )
        return try await settings()
    }
}
