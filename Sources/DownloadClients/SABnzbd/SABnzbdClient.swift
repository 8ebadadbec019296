internal import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

/// SABnzbd's API, 3.x to 5.x.
///
/// - Note: Source: the program itself, 3.7.1, and recordings of 3.7.1, 4.5.0 and 5.0.1. Truth values are 0 and 1 in 3.x,
///   `true` and `false` from 4.x; numbers come as text; refusals come with status 200.
package struct SABnzbdClient: Sendable {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    /// Calls a mode and gives the answer, an object.
    ///
    /// - Throws: ``ServiceError``: `rejected` where the answer holds an `error`.
    func call(
        _ operation: String,
        _ mode: String,
        _ items: [QueryItem] = [],
        purpose: ServiceRequest.Purpose = .read,
        allowance: ServiceRequest.Allowance = .ordinary,
        identification: ServiceRequest.Identification = .identified
    ) async throws(ServiceError) -> JSONRow {
        let request = ServiceRequest(
            operation,
            .get,
            "api",
            query: [QueryItem("mode", mode), QueryItem("output", "json")] + items,
            purpose: purpose,
            allowance: allowance,
            identification: identification
        )
        return try await row(channel.send(request))
    }

    /// The answer as an object, refusals thrown.
    func row(_ answer: ServiceResponse) async throws(ServiceError) -> JSONRow {
        let json: JSONValue
        do {
            json = try await answer.json()
        } catch {
            // Old versions say so in plain text, with status 200.
            if answer.text.hasPrefix("API Key") { throw answer.error(.wrongKey(status: answer.status)) }
            throw error
        }
        guard json.object != nil else {
            throw answer.error(.badReply(place: "the root", problem: "no object where one was due"))
        }
        if let error = json["error"]?.string, !error.isEmpty, json["status"]?.lenientBool != true {
            throw answer.error(.rejected(channel.redacted(error)))
        }
        return JSONRow(json)
    }

    /// Reads a member of an answer, faults named.
    func decode<Row: ServiceRow>(
        _ operation: String,
        _ row: JSONRow,
        _ key: String
    ) throws(ServiceError) -> Row {
        do {
            return try Row(try row.requiredRow(key))
        } catch {
            throw channel.error(.badReply(place: error.path, problem: error.problem), operation: operation)
        }
    }

    /// Throws when an answer says `status: false`.
    func confirm(_ operation: String, _ row: JSONRow, otherwise message: String) throws(ServiceError) {
        guard row.flag("status") != false else {
            throw channel.error(.rejected(row.text("error") ?? message), operation: operation)
        }
    }

    /// Its version; needs no key.
    package func version() async throws(ServiceError) -> String {
        let row = try await call("read its version", "version", allowance: .quick, identification: .anonymous)
        guard let version = row.text("version") else {
            throw channel.error(.notThisApplication(title: nil), operation: "read its version")
        }
        return version
    }

    /// How it wants to be called: `apikey`, `login`, `None`; needs no key.
    package func authentication() async throws(ServiceError) -> String {
        try await call("read how it is called", "auth", allowance: .quick, identification: .anonymous).text(
            "auth"
        ) ?? ""
    }

    /// Stops the program.
    package func shutDown() async throws(ServiceError) {
        do {
            _ = try await call("shut down", "shutdown", purpose: .write)
        } catch {
            // It may be gone before its answer is out.
            guard error.reason == .cutOff else { throw error }
        }
    }
}
