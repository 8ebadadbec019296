internal import Foundation
internal import OrderedJSON

/// What both applications check of a film or a series to be added.
enum ServarrAddition {
    /// A fault of validation.
    struct Fault: Error {
        let reply: SimulatedReply
    }

    /// The root folder, the path where one was given, and the profile.
    static func check(
        _ body: JSONObject,
        _ state: ServarrState
    ) -> Result<(root: String, path: String?, profile: Int), Fault> {
        let profile = body["qualityProfileId"]?.int ?? 0
        guard state.all("qualityprofile").contains(where: { $0["id"]?.int == profile }) else {
            return fault(
                "QualityProfileId",
                "Quality Profile does not exist",
                .number(profile),
                "QualityProfileExistsValidator"
            )
        }
        let root = trimmed(body["rootFolderPath"]?.string ?? "")
        let path = body["path"]?.string.map(trimmed)
        guard !root.isEmpty || path?.isEmpty == false else {
            return fault("RootFolderPath", "'Root Folder Path' must not be empty.", "", "NotEmptyValidator")
        }
        let roots = state.all("rootfolder").compactMap { $0["path"]?.string.map(trimmed) }
        if let path, root.isEmpty {
            let root = roots.first { path.hasPrefix($0 + "/") }
            return .success((root ?? trimmed((path as NSString).deletingLastPathComponent), path, profile))
        }
        guard roots.contains(root) else {
            return fault(
                "RootFolderPath",
                "Root folder '\(root)' does not exist",
                .string(root),
                "RootFolderExistsValidator"
            )
        }
        return .success((root, nil, profile))
    }

    private static func trimmed(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static func fault(
        _ property: String,
        _ message: String,
        _ value: JSONValue,
        _ code: String
    ) -> Result<(root: String, path: String?, profile: Int), Fault> {
        .failure(Fault(reply: ServarrReplies.invalid(property, message, attempted: value, code: code)))
    }
}

extension ServarrState {
    /// Puts a command into the queue; its id.
    @discardableResult
    mutating func queue(_ name: String, _ body: JSONObject, trigger: String = "unspecified", at time: Date)
        -> QueuedCommand
    {
        var command = QueuedCommand(id: makeID(), name: name, body: body, queued: time)
        command.trigger = trigger
        commands.append(command)
        return command
    }
}
