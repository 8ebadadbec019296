internal import Foundation
package import OrderedJSON

/// What an application sees of one job of its download client.
struct ClientJob: Sendable {
    /// How far it is.
    enum Phase: Sendable {
        case queued, paused, downloading, processing, completed, failed
    }
    let id: String
    let name: String
    let phase: Phase
    /// Bytes.
    let size: Double
    let left: Double
    let timeLeft: String?
    let message: String
    let path: String?
    let isEncrypted: Bool
}

/// SABnzbd's API as Sonarr and Radarr use it: over the network, or straight into a simulator.
package struct SABnzbdLink: Sendable {
    let apiKey: String
    let send: @Sendable (SimulatedRequest) async throws -> SimulatedReply

    /// The program behind this address.
    package init(base: String, apiKey: String) {
        self.apiKey = apiKey
        send = { try await LoopbackHTTP.send($0, to: base) }
    }

    /// A simulator in this process.
    init(_ simulator: SABnzbdSimulator) {
        apiKey = simulator.apiKey
        send = { await simulator.respond(to: $0) }
    }

    /// Asks for a mode with these parameters.
    ///
    /// - Throws: Where the program does not answer with JSON.
    package func call(_ mode: String, _ parameters: [(name: String, value: String)] = []) async throws
        -> JSONValue
    {
        let query = [("mode", mode), ("output", "json"), ("apikey", apiKey)] + parameters
        return try JSONValue(parsing: try await send(SimulatedRequest("GET", "/api", query: query)).body)
    }

    /// Hands over an NZB; the job's id, or nil where it is refused, as duplicates are.
    package func add(_ nzb: [UInt8], name: String, category: String) async throws -> String? {
        let boundary = "----simulator-\(Release.steadyHash(name))"
        var body = Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"name\"; filename=\"\(name).nzb\"\r\nContent-Type: application/x-nzb\r\n\r\n"
                .utf8
        )
        body += nzb
        body += Array("\r\n--\(boundary)--\r\n".utf8)
        let reply = try await send(
            SimulatedRequest(
                "POST",
                "/api",
                query: [
                    ("mode", "addfile"), ("output", "json"), ("apikey", apiKey), ("cat", category),
                    ("priority", "-100"),
                ],
                headers: ["content-type": "multipart/form-data; boundary=\(boundary)"],
                body: body
            )
        )
        return try JSONValue(parsing: reply.body)["nzo_ids"]?[0]?.string
    }

    /// The jobs of the queue and of the history, 60 deep, as the applications read it.
    func jobs() async throws -> [ClientJob] {
        let queue = try await call("queue", [("start", "0"), ("limit", "0")])
        let history = try await call("history", [("start", "0"), ("limit", "60")])
        let isPaused = queue["queue"]?["paused"]?.bool ?? false
        let queued = (queue["queue"]?["slots"]?.array ?? []).map { Self.queued($0, isPaused: isPaused) }
        let ended = (history["history"]?["slots"]?.array ?? []).map(Self.ended)
        return queued + ended.filter { job in !queued.contains { $0.id == job.id } }
    }

    /// Takes a job out of the queue and of the history.
    func remove(_ id: String, withData: Bool) async throws {
        let flags: [(name: String, value: String)] = [
            ("name", "delete"), ("value", id), ("del_files", withData ? "1" : "0"),
        ]
        _ = try await call("queue", flags)
        _ = try await call("history", flags + [("archive", "0")])
    }

    private static func queued(_ slot: JSONValue, isPaused: Bool) -> ClientJob {
        let status = slot["status"]?.string ?? ""
        let labels = (slot["labels"]?.array ?? []).compactMap(\.string)
        return ClientJob(
            id: slot["nzo_id"]?.string ?? "",
            name: slot["filename"]?.string ?? "",
            phase: status == "Paused" || isPaused
                ? .paused : status == "Downloading" ? .downloading : .queued,
            size: megabytes(slot["mb"]),
            left: megabytes(slot["mbleft"]),
            timeLeft: slot["timeleft"]?.string,
            message: "",
            path: nil,
            isEncrypted: labels.contains("ENCRYPTED")
        )
    }

    private static func ended(_ slot: JSONValue) -> ClientJob {
        let phase: ClientJob.Phase =
            switch slot["status"]?.string {
            // Right after the end the job is listed before its place is known.
            case "Completed" where slot["storage"]?.string?.isEmpty == false: .completed
            case "Failed": .failed
            default: .processing
            }
        return ClientJob(
            id: slot["nzo_id"]?.string ?? "",
            name: slot["name"]?.string ?? "",
            phase: phase,
            size: slot["bytes"]?.double ?? 0,
            left: 0,
            timeLeft: nil,
            message: slot["fail_message"]?.string ?? "",
            path: slot["storage"]?.string.flatMap { $0.isEmpty ? nil : $0 },
            isEncrypted: false
        )
    }

    private static func megabytes(_ value: JSONValue?) -> Double {
        (value?.string.flatMap { Double($0) } ?? value?.double ?? 0) * 1_048_576
    }
}
