package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// Something that an application does in the background.
///
/// - Note: Source: `POST /api/v3/command`.
package struct ServarrCommand: Sendable, Hashable {
    /// The name, `EpisodeSearch`.
    package let name: String
    /// Its parameters.
    package let parameters: JSONObject

    /// A command of that name.
    package init(name: String, parameters: JSONObject = JSONObject()) {
        self.name = name
        self.parameters = parameters
    }

    /// Makes the application ask its clients now, instead of within a minute.
    package static let refreshMonitoredDownloads = ServarrCommand(name: "RefreshMonitoredDownloads")
    /// Makes the application check its health now.
    package static let checkHealth = ServarrCommand(name: "CheckHealth")
    /// Saves the application's own database and configuration.
    package static let backup = ServarrCommand(name: "Backup")
    /// Reads the indexers' feeds now.
    package static let rssSync = ServarrCommand(name: "RssSync")
}

/// A command under way, or ended.
///
/// - Note: Source: `GET /api/v3/command/{id}`.
package struct CommandState: ServiceRow, Identifiable {
    package let id: ResourceID<CommandState>
    /// The name, `EpisodeSearch`.
    package let name: String
    /// How far it is.
    package let status: Status
    /// What it says about itself.
    package let message: String?
    /// Why it failed.
    package let exception: String?
    /// When it ended.
    package let ended: Date?
    /// All of it.
    package let raw: JSONValue

    /// How far a command is.
    package struct Status: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let queued = Status(rawValue: "queued")
        package static let started = Status(rawValue: "started")
        package static let completed = Status(rawValue: "completed")
        package static let failed = Status(rawValue: "failed")
        package static let aborted = Status(rawValue: "aborted")
        package static let cancelled = Status(rawValue: "cancelled")
        package static let orphaned = Status(rawValue: "orphaned")
    }

    /// Whether it will change no more.
    package var isOver: Bool { status != .queued && status != .started }

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        name = row.text("name") ?? row.text("commandName") ?? ""
        status = row.term("status")
        message = row.text("message")
        exception = row.text("exception")
        ended = row.date("ended")
        raw = row.value
    }
}

extension ServarrApplication {
    /// Starts a command.
    package func start(_ command: ServarrCommand) async throws(ServiceError) -> CommandState {
        var body = command.parameters
        body["name"] = .string(command.name)
        return try await api.write("start \(command.name)", .post, "command", body: .object(body)).decoded()
    }

    /// How far a command is.
    package func command(_ id: CommandState.ID) async throws(ServiceError) -> CommandState {
        try await api.get("follow a command", "command/\(id)", allowance: .quick)
    }

    /// The commands that run, wait, or ended a short while ago.
    package func commands() async throws(ServiceError) -> [CommandState] {
        try await api.list("read its commands", "command")
    }

    /// Waits until a command is over.
    ///
    /// It waits `limit` at most, and `pause` between two looks.
    ///
    /// The error is ``ServiceError``: `timedOut` when it is not over by then; it goes on in the application.
    package func finish(
        _ id: CommandState.ID,
        within limit: Duration = .seconds(120),
        every pause: Duration = .seconds(1),
        clock: some Clock<Duration> = ContinuousClock()
    ) async throws(ServiceError) -> CommandState {
        let end = clock.now.advanced(by: limit)
        while true {
            let state = try await command(id)
            if state.isOver { return state }
            guard clock.now < end else {
                throw api.channel.error(.timedOut(after: limit), operation: "finish \(state.name)")
            }
            do {
                try await clock.sleep(for: pause)
            } catch {
                throw api.channel.error(.cancelled, operation: "finish \(state.name)")
            }
        }
    }
}
