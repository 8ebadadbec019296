internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    private static let known: Set<String> = [
        "RssSync", "RefreshMonitoredDownloads", "ProcessMonitoredDownloads", "CheckHealth", "RefreshSeries",
        "RefreshMovie", "RescanSeries", "RescanMovie", "DownloadedEpisodesScan", "DownloadedMoviesScan",
        "ManualImport", "RenameFiles", "RenameMovie", "RenameSeries", "Backup", "ResetQualityDefinitions",
        "ImportListSync", "Housekeeping", "MessagingCleanup", "ApplicationUpdateCheck",
    ]

    func command(_ request: SimulatedRequest, _ parts: [String]) -> SimulatedReply {
        switch (request.method, parts.dropFirst().first.flatMap { Int($0) }) {
        case ("GET", nil): return .json(.array(state.commands.suffix(50).map(\.json)))
        case ("GET", let id?):
            guard let command = state.commands.first(where: { $0.id == id }) else {
                return ServarrReplies.notFound
            }
            return .json(command.json)
        case ("DELETE", let id?):
            state.commands.removeAll { $0.id == id && $0.status == "queued" }
            return .json([:])
        case ("POST", nil):
            guard let body = try? request.json().object, let name = body["name"]?.string else {
                return ServarrReplies.unreadable("The JSON value could not be converted.")
            }
            let probe = QueuedCommand(id: 0, name: name, body: body, queued: now())
            guard Self.known.contains(name) || library.targets(of: probe) != nil else {
                return .json(["message": .string("Unknown command: \(name)")], status: 400)
            }
            return .json(state.queue(name, body, trigger: "manual", at: now()).json, status: 201)
        default: return ServarrReplies.notFound
        }
    }

    /// Ends what was started a turn ago, and starts and carries out what was queued.
    func runCommands() async {
        for index in state.commands.indices where state.commands[index].status == "started" {
            state.commands[index].status = "completed"
            state.commands[index].ended = now()
        }
        for command in state.commands where command.status == "queued" {
            change(command.id) { [now] in
                $0.status = "started"
                $0.started = now()
            }
            let message = await perform(command)
            change(command.id) { $0.message = message }
        }
        if state.commands.count > 200 { state.commands.removeFirst(state.commands.count - 200) }
    }

    private func change(_ id: Int, _ change: (inout QueuedCommand) -> Void) {
        for index in state.commands.indices where state.commands[index].id == id {
            change(&state.commands[index])
        }
    }

    private func perform(_ command: QueuedCommand) async -> String {
        if let targets = library.targets(of: command) {
            var grabbed = 0
            for target in targets { grabbed += await search(target) }
            return
                "\(command.name.contains("Movie") ? "Movie" : "Episode") search completed. \(grabbed) reports downloaded."
        }
        switch command.name {
        case "RefreshMonitoredDownloads", "ProcessMonitoredDownloads": await refreshDownloads()
        case "ManualImport": importByHand(command.body)
        case "Backup":
            let id = state.makeID()
            let name =
                "\(application.rawValue)_backup_v\(id)_\(now().ISO8601Format().replacing(":", with: ".")).zip"
            state.backups.append([
                "name": .string(name), "path": .string("/backup/manual/\(name)"), "type": "manual",
                "size": 1_200_000,
                "time": .string(now().ISO8601Format()), "id": .number(id),
            ])
        default: break
        }
        return "Completed"
    }
}
