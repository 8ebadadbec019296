package import OrderedJSON
package import ServiceHTTP

/// NZBGet's JSON-RPC, 21 and later.
///
/// - Note: Source: the program itself, 21.0, and recordings of it. `config` and `loadconfig` give passwords in clear: what
///   comes from there is neither logged nor shown.
package struct NZBGetClient: Sendable {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    /// Calls a method and gives its result.
    ///
    /// - Throws: ``ServiceError``: `rejected` for an error of the method.
    func call(
        _ operation: String,
        _ method: String,
        _ parameters: [JSONValue] = [],
        purpose: ServiceRequest.Purpose = .read
    ) async throws(ServiceError) -> JSONRow {
        let body: JSONValue = ["method": .string(method), "params": .array(parameters)]
        let answer = try await channel.send(
            ServiceRequest(operation, .post, "jsonrpc", body: .json(body), purpose: purpose)
        )
        let json = try await answer.json()
        if let message = json["error"]?["message"]?.string {
            throw answer.error(.rejected(channel.redacted(message)))
        }
        guard let result = json["result"] else {
            throw answer.error(.badReply(place: "result", problem: "missing"))
        }
        return JSONRow(result, path: "result")
    }

    func rows<Row: ServiceRow>(
        _ operation: String,
        _ method: String,
        _ parameters: [JSONValue]
    ) async throws(ServiceError) -> [Row] {
        let result = try await call(operation, method, parameters)
        do {
            return try result.elements()
        } catch {
            throw channel.error(.badReply(place: error.path, problem: error.problem), operation: operation)
        }
    }

    package func version() async throws(ServiceError) -> String {
        try await call("read its version", "version").value.lenientText ?? ""
    }

    /// The settings by name; secrets are left out.
    package func settings() async throws(ServiceError) -> [String: String] {
        let result = try await call("read its settings", "config")
        var settings: [String: String] = [:]
        for entry in result.value.array ?? [] {
            guard let name = entry["Name"]?.string, !name.lowercased().contains("password") else { continue }
            settings[name] = entry["Value"]?.lenientText
        }
        return settings
    }
}

/// A job in NZBGet, waiting or ended.
///
/// - Note: Source: `listgroups`, `history`. Sizes come in halves of 32 bits.
package struct NZBGetJob: ServiceRow, Identifiable {
    /// The number.
    package let id: Int
    /// The name.
    package let name: String
    /// The category, empty for none.
    package let category: String
    /// What it is doing or has come to: `DOWNLOADING`, `SUCCESS/UNPACK`, `FAILURE/HEALTH`.
    package let status: String
    /// The size in bytes.
    package let size: Int
    /// The bytes left.
    package let sizeLeft: Int
    /// How whole the articles are, 0...1000.
    package let health: Int
    /// Below this it cannot be repaired.
    package let criticalHealth: Int
    /// Where it is.
    package let folder: String?
    /// The id that Servarr gave it, which is what Servarr calls `downloadId`.
    package let droneID: String?
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = try row.requiredInt("NZBID")
        name = row.text("NZBName") ?? row.text("Name") ?? ""
        category = row.text("Category") ?? ""
        status = row.text("Status") ?? ""
        size = row.halves("FileSize")
        // Of a job that is paused as a whole all that remains is paused; of another one these are spare repair files.
        let remaining = row.halves("RemainingSize")
        let paused = row.halves("PausedSize")
        sizeLeft = status == "PAUSED" || remaining == paused ? remaining : max(0, remaining - paused)
        health = row.int("Health") ?? 1_000
        criticalHealth = row.int("CriticalHealth") ?? 1_000
        folder = row.text("FinalDir").flatMap { $0.isEmpty ? nil : $0 } ?? row.text("DestDir")
        droneID = row.rows("Parameters").first { $0.text("Name") == "drone" }?.text("Value")
        raw = row.value
    }

    /// The state in shared terms.
    package var state: DownloadItem.State {
        switch status.prefix(while: { $0 != "/" }) {
        case "QUEUED": .queued
        case "PAUSED": .paused
        case "DOWNLOADING", "FETCHING": .downloading
        case "SUCCESS": .completed
        case "FAILURE", "WARNING", "DELETED": .failed
        case "PP_QUEUED", "LOADING_PARS", "VERIFYING_SOURCES", "REPAIRING", "VERIFYING_REPAIRED", "RENAMING",
            "UNPACKING",
            "MOVING", "POST_UNPACK_RENAMING", "EXECUTING_SCRIPT", "PP_FINISHED":
            .processing
        default: .unknown
        }
    }
}

extension JSONRow {
    /// A size of two halves, `NameHi` and `NameLo`, in bytes.
    fileprivate func halves(_ name: String) -> Int {
        let low = int(name + "Lo") ?? 0
        return (int(name + "Hi") ?? 0) << 32 + (low < 0 ? low + 1 << 32 : low)
    }
}
