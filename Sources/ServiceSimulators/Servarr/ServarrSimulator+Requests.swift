internal import Foundation
internal import OrderedJSON

extension ServarrSimulator {
    /// Answers a request whose key is right.
    func reply(to request: SimulatedRequest) async -> SimulatedReply {
        let parts = Array(request.segments.dropFirst(2))
        guard let first = parts.first else { return ServarrReplies.notFound }
        if let reply = library.respond(to: request, state: &state, now: now()) { return reply }
        switch first {
        case "system": return system(parts)
        case "health": return .json(.array(health().map(JSONValue.object)))
        case "diskspace": return diskSpace()
        case "config": return config(request, parts)
        case "queue": return await queue(request, parts)
        case "history": return await history(request, parts)
        case "blocklist": return blocklist(request, parts)
        case "command": return command(request, parts)
        case "release": return await release(request)
        case "parse": return .json(library.parsed(request.value("title") ?? "", now: now()))
        case "manualimport": return manualImport(request)
        case "filesystem": return fileSystem(request)
        case "language": return .json([["id": 1, "name": "English"]])
        case "indexerflag": return .json([])
        default: return collection(request, parts)
        }
    }

    private func system(_ parts: [String]) -> SimulatedReply {
        switch parts.dropFirst().first {
        case "status": return .json(.object(status()))
        case "backup": return .json(.array(state.backups.map(JSONValue.object)))
        case "task": return .json([])
        default: return ServarrReplies.notFound
        }
    }

    private func status() -> JSONObject {
        let isRadarr = application == .radarr
        var object: JSONObject = [
            "appName": isRadarr ? "Radarr" : "Sonarr",
            "instanceName": state.settings["host"]?["instanceName"] ?? "",
            "version": isRadarr ? "5.26.2.10099" : "4.0.15.2941", "buildTime": "2025-06-09T00:00:00Z",
            "isDebug": false, "isProduction": true, "isAdmin": false, "isUserInteractive": false,
            "startupPath": .string("/app/\(application.rawValue)/bin"), "appData": "/config",
            "osName": "debian",
            "osVersion": "12", "isNetCore": true, "isLinux": true, "isOsx": false, "isWindows": false,
            "isDocker": true, "mode": "console", "branch": state.settings["host"]?["branch"] ?? "",
        ]
        if isRadarr {
            object["databaseType"] = "sqLite"
            object["databaseVersion"] = "3.45.1"
        }
        object["authentication"] = state.settings["host"]?["authenticationMethod"]
        if !isRadarr { object["sqliteVersion"] = "3.45.1" }
        object["migrationVersion"] = isRadarr ? 242 : 218
        object["urlBase"] = ""
        object["runtimeVersion"] = isRadarr ? "6.0.35" : "6.0.13"
        object["runtimeName"] = "netcore"
        object["startTime"] = .string(started.ISO8601Format())
        object["packageVersion"] = ""
        object["packageAuthor"] = ""
        object["packageUpdateMechanism"] = "docker"
        object["packageUpdateMechanismMessage"] = ""
        if !isRadarr {
            object["databaseVersion"] = "3.45.1"
            object["databaseType"] = "sqLite"
        }
        return object
    }

    /// What follows from the settings, and what a switch added.
    func health() -> [JSONObject] {
        var found = state.complaints
        let wiki = "https://wiki.servarr.com/\(application.rawValue)/system"
        func complain(_ source: String, _ type: String, _ message: String, _ anchor: String) {
            found.append([
                "source": .string(source), "type": .string(type), "message": .string(message),
                "wikiUrl": .string("\(wiki)#\(anchor)"),
            ])
        }
        if state.all("downloadclient").allSatisfy({ $0["enable"]?.bool != true }) {
            complain(
                "DownloadClientCheck",
                "warning",
                "No download client is available",
                "no-download-client-is-available"
            )
        }
        if state.all("indexer").allSatisfy({ $0["enableRss"]?.bool != true }) {
            complain(
                "IndexerRssCheck",
                "error",
                "No indexers available with RSS sync enabled, \(application == .radarr ? "Radarr" : "Sonarr") will not grab new releases automatically",
                "no-indexers-available-with-rss-sync-enabled"
            )
        }
        if state.all("indexer").allSatisfy({ $0["enableAutomaticSearch"]?.bool != true }) {
            complain(
                "IndexerSearchCheck",
                "warning",
                "No indexers available with Automatic Search enabled",
                "no-indexers-available-with-automatic-search-enabled"
            )
        }
        for root in state.all("rootfolder") where root["accessible"]?.bool == false {
            complain(
                "RootFolderCheck",
                "error",
                "Missing root folder: \(root["path"]?.string ?? "")",
                "missing-root-folder"
            )
        }
        if state.settings["downloadclient"]?["enableCompletedDownloadHandling"]?.bool == false {
            complain(
                "ImportMechanismCheck",
                "warning",
                "Enable Completed Download Handling",
                "completed-failed-download-handling"
            )
        }
        for client in unreachableClients {
            complain(
                "DownloadClientStatusCheck",
                "error",
                "Download clients unavailable due to failures: \(client)",
                "download-clients-are-unavailable-due-to-failure"
            )
        }
        return found
    }

    private var unreachableClients: [String] {
        Set(state.tracked.filter { $0.status == "downloadClientUnavailable" }.map(\.client)).sorted()
    }

    private func diskSpace() -> SimulatedReply {
        .json(
            .array(
                state.all("rootfolder").prefix(1).map { root in
                    [
                        "path": root["path"] ?? "/", "label": "", "freeSpace": root["freeSpace"] ?? 0,
                        "totalSpace": 8_000_000_000_000,
                    ]
                }
            )
        )
    }

    private func config(_ request: SimulatedRequest, _ parts: [String]) -> SimulatedReply {
        guard parts.count > 1, let section = state.settings[parts[1]] else { return ServarrReplies.notFound }
        guard request.method == "PUT" else { return .json(.object(section)) }
        guard let body = try? request.json().object else {
            return ServarrReplies.unreadable("The input was not valid.")
        }
        if parts[1] == "host",
            body["authenticationMethod"] == "forms" || body["authenticationMethod"] == "basic"
        {
            for key in ["username", "password"] where (body[key]?.string ?? "").isEmpty {
                return ServarrReplies.invalid(
                    key.capitalized,
                    "'\(key.capitalized)' must not be empty.",
                    attempted: "",
                    code: "NotEmptyValidator"
                )
            }
            if body["password"] != section["password"], body["password"] != body["passwordConfirmation"] {
                return ServarrReplies.invalid(
                    "PasswordConfirmation",
                    "Must match Password",
                    attempted: "",
                    code: "PredicateValidator"
                )
            }
        }
        var merged = section
        for (key, value) in body where section[key] != nil { merged[key] = value }
        for key in section.keys where body[key] == nil && key != "id" {
            merged[key] = Self.blank(section[key])
        }
        state.settings[parts[1]] = merged
        return .json(.object(merged), status: 202)
    }

    /// What the application makes of a member that a `PUT` leaves out.
    private static func blank(_ value: JSONValue?) -> JSONValue {
        switch value {
        case .bool: false
        case .number: 0
        case .string: ""
        default: nil
        }
    }

    private func collection(_ request: SimulatedRequest, _ parts: [String]) -> SimulatedReply {
        let name = parts[0]
        guard let all = state.collections[name] else { return ServarrReplies.notFound }
        switch (request.method, parts.dropFirst().first) {
        case ("GET", nil): return .json(.array(all.map { .object($0.masked) }))
        case ("GET", "schema"?): return .json([])
        case ("GET", "paged"?): return ServarrReplies.page([], of: request, sortKey: "id")
        case ("POST", "testall"?):
            return .json(
                .array(all.map { ["id": $0["id"] ?? 0, "isValid": true, "validationFailures": []] })
            )
        case ("POST", "test"?): return .empty()
        case ("PUT", "update"?): return updateAll(name, request)
        case ("GET", let id?):
            guard let found = all.first(where: { $0["id"]?.int == Int(id) }) else {
                return ServarrReplies.notFound
            }
            return .json(.object(found.masked))
        case ("POST", nil):
            guard var body = try? request.json().object else {
                return ServarrReplies.unreadable("The input was not valid.")
            }
            body["id"] = .number(state.makeID())
            if name == "rootfolder" {
                body["accessible"] = true
                body["freeSpace"] = 2_000_000_000_000
                body["unmappedFolders"] = []
            }
            state.collections[name] = all + [body]
            return .json(.object(body.masked), status: 201)
        case ("PUT", let id?):
            guard let old = all.first(where: { $0["id"]?.int == Int(id) }) else {
                return ServarrReplies.notFound
            }
            guard let body = try? request.json().object else {
                return ServarrReplies.unreadable("The input was not valid.")
            }
            var new = body.unmasked(from: old)
            new["id"] = old["id"]
            state.collections[name] = all.map { $0["id"] == old["id"] ? new : $0 }
            return .json(.object(new.masked), status: 202)
        case ("DELETE", let id?):
            state.collections[name] = all.filter { $0["id"]?.int != Int(id) }
            return .json([:])
        default: return ServarrReplies.notFound
        }
    }

    private func updateAll(_ name: String, _ request: SimulatedRequest) -> SimulatedReply {
        guard let bodies = try? request.json().array else {
            return ServarrReplies.unreadable("The input was not valid.")
        }
        for body in bodies.compactMap(\.object) {
            state.collections[name] = state.all(name).map { $0["id"] == body["id"] ? body : $0 }
        }
        return .json(.array(state.all(name).map(JSONValue.object)), status: 202)
    }

    private func fileSystem(_ request: SimulatedRequest) -> SimulatedReply {
        let path = request.value("path") ?? "/"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var directories: [JSONValue] = []
        var files: [JSONValue] = []
        for name in names.sorted() {
            let full = (path.hasSuffix("/") ? path : path + "/") + name
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory) else { continue }
            let entry: JSONValue = [
                "type": isDirectory.boolValue ? "folder" : "file", "name": .string(name),
                "path": .string(full),
            ]
            if isDirectory.boolValue { directories.append(entry) } else { files.append(entry) }
        }
        return .json([
            "parent": .string((path as NSString).deletingLastPathComponent),
            "directories": .array(directories), "files": .array(files),
        ])
    }
}
