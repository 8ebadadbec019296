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
        case "config": return ServarrCollections.section(request, parts, in: &state.settings)
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
        default:
            let number = state.makeID()
            return ServarrCollections.entry(request, parts, in: &state.collections, nextID: number)
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
