public import Foundation
internal import OrderedJSON

/// Prowlarr, simulated: its indexers, how they stand, the applications that it serves, its settings.
public actor ProwlarrSimulator: SimulatedService {
    /// The key that its API asks for.
    public nonisolated let apiKey: String
    /// Prowlarr, among all simulated services.
    public nonisolated var kind: SimulatedServiceKind { .prowlarr }

    var settings: [String: JSONObject]
    var collections: [String: [JSONObject]]
    private var commands: [QueuedCommand] = []
    private var lastID = 100
    private let now: @Sendable () -> Date
    private let started: Date

    /// An installation with a usenet index, an open tracker and a private one.
    ///
    /// - Parameters:
    ///   - apiKey: The key that its API asks for.
    ///   - now: The time of day.
    public init(
        apiKey: String = "0123456789abcdef0123456789abcdef",
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.apiKey = apiKey
        self.now = now
        started = now()
        settings = Self.sections(apiKey: apiKey)
        collections = [
            "indexer": [
                ProwlarrTemplates.indexer(id: 1, name: "Nordlicht", protocol: "usenet", privacy: "private"),
                ProwlarrTemplates.indexer(id: 2, name: "Openmedia", protocol: "torrent", privacy: "public"),
                ProwlarrTemplates.indexer(id: 3, name: "Kellerkino", protocol: "torrent", privacy: "private"),
            ],
            "indexerstatus": [], "applications": [], "appprofile": [ProwlarrTemplates.profile], "tag": [],
            "notification": [], "downloadclient": [], "indexerproxy": [],
        ]
    }

    /// Lets it serve Sonarr or Radarr.
    ///
    /// - Parameters:
    ///   - application: Which of the two.
    ///   - url: Its address.
    ///   - prowlarr: The address of this Prowlarr, as the application reaches it.
    public func serve(_ application: ServarrApplication, at url: String, from prowlarr: String) {
        lastID += 1
        collections["applications", default: []].append(
            ProwlarrTemplates.application(id: lastID, application, url: url, prowlarr: prowlarr)
        )
    }

    /// Answers a request as Prowlarr would.
    public func respond(to request: SimulatedRequest) async -> SimulatedReply {
        if request.method == "GET", request.path == "/ping" { return .json(["status": "OK"]) }
        guard request.path.hasPrefix("/api/v1/") else {
            return .text(
                "<!doctype html><html lang=\"en\"><head><title>Login</title></head><body></body></html>",
                type: "text/html; charset=utf-8"
            )
        }
        let given =
            request.headers["x-api-key"] ?? request.value("apikey")
            ?? request.headers["authorization"].map { $0.replacing("Bearer ", with: "") }
        guard given == apiKey else { return .json(["error": "Unauthorized"], status: 401) }
        let parts = Array(request.segments.dropFirst(2))
        switch parts.first {
        case "system"? where parts.dropFirst().first == "status": return .json(.object(status))
        case "health"?: return .json(.array(health))
        case "config"?: return ServarrCollections.section(request, parts, in: &settings)
        case "indexerstats"?: return .json(statistics)
        case "history"?: return ServarrReplies.page([], of: request, sortKey: "date")
        case "command"?: return command(request, parts)
        case nil: return ServarrReplies.notFound
        default:
            lastID += 1
            return ServarrCollections.entry(request, parts, in: &collections, nextID: lastID)
        }
    }

    /// One turn: commands go one state further.
    public func step() async {
        for index in commands.indices where commands[index].status != "completed" {
            let isQueued = commands[index].status == "queued"
            commands[index].status = isQueued ? "started" : "completed"
            if isQueued { commands[index].started = now() } else { commands[index].ended = now() }
        }
    }

    /// Changes each entry of a list.
    func update(_ collection: String, _ change: (inout JSONObject) -> Void) {
        collections[collection] = (collections[collection] ?? []).map { entry in
            var entry = entry
            change(&entry)
            return entry
        }
    }

    /// Marks an indexer as failing, and left alone for some time.
    func leaveAlone(indexer: Int, for time: TimeInterval) {
        lastID += 1
        collections["indexerstatus"] = [
            [
                "indexerId": .number(indexer),
                "disabledTill": .string(now().addingTimeInterval(time).ISO8601Format()),
                "mostRecentFailure": .string(now().ISO8601Format()),
                "initialFailure": .string(now().addingTimeInterval(-7_200).ISO8601Format()),
                "id": .number(lastID),
            ]
        ]
    }

    private func command(_ request: SimulatedRequest, _ parts: [String]) -> SimulatedReply {
        switch (request.method, parts.dropFirst().first.flatMap { Int($0) }) {
        case ("GET", nil): return .json(.array(commands.suffix(50).map(Self.shown)))
        case ("GET", let id?):
            return commands.first { $0.id == id }.map { .json(Self.shown($0)) } ?? ServarrReplies.notFound
        case ("POST", nil):
            guard let body = try? request.json().object, let name = body["name"]?.string else {
                return ServarrReplies.unreadable("The JSON value could not be converted.")
            }
            lastID += 1
            let command = QueuedCommand(id: lastID, name: name, body: body, queued: now())
            commands.append(command)
            return .json(Self.shown(command), status: 201)
        default: return ServarrReplies.notFound
        }
    }

    /// A command as Prowlarr shows it: without what only Sonarr and Radarr tell.
    private static func shown(_ command: QueuedCommand) -> JSONValue {
        var object = command.json.object ?? [:]
        object["result"] = nil
        if var body = object["body"]?.object {
            body["isLongRunning"] = nil
            object["body"] = .object(body)
        }
        return .object(object)
    }

    /// What follows from how the indexers stand.
    private var health: [JSONValue] {
        (collections["indexerstatus"] ?? []).isEmpty
            ? []
            : [
                [
                    "source": "IndexerStatusCheck", "type": "warning",
                    "message": "Indexers unavailable due to failures",
                    "wikiUrl":
                        "https://wiki.servarr.com/prowlarr/system#indexers-are-unavailable-due-to-failures",
                ]
            ]
    }

    private var statistics: JSONValue {
        [
            "id": 0,
            "indexers": .array(
                (collections["indexer"] ?? []).map { indexer in
                    [
                        "indexerId": indexer["id"] ?? 0, "indexerName": indexer["name"] ?? "",
                        "averageResponseTime": 310, "averageGrabResponseTime": 420, "numberOfQueries": 120,
                        "numberOfGrabs": 9, "numberOfRssQueries": 96, "numberOfAuthQueries": 0,
                        "numberOfFailedQueries": 3, "numberOfFailedGrabs": 1, "numberOfFailedRssQueries": 1,
                        "numberOfFailedAuthQueries": 0,
                    ]
                }
            ),
            "userAgents": [["userAgent": "Sonarr", "numberOfQueries": 200, "numberOfGrabs": 15]],
            "hosts": [["host": "127.0.0.1", "numberOfQueries": 240, "numberOfGrabs": 18]],
        ]
    }

    private var status: JSONObject {
        [
            "appName": "Prowlarr", "instanceName": settings["host"]?["instanceName"] ?? "",
            "version": "2.0.5.5160", "buildTime": "2025-08-24T00:00:00Z", "isDebug": false,
            "isProduction": true,
            "isAdmin": false, "isUserInteractive": false, "startupPath": "/app/prowlarr/bin",
            "appData": "/config",
            "osName": "debian", "osVersion": "12", "isNetCore": true, "isLinux": true, "isOsx": false,
            "isWindows": false, "isDocker": true, "mode": "console",
            "branch": settings["host"]?["branch"] ?? "",
            "databaseType": "sqLite", "databaseVersion": "3.45.1",
            "authentication": settings["host"]?["authenticationMethod"] ?? "none", "migrationVersion": 42,
            "urlBase": "", "runtimeVersion": "8.0.12", "runtimeName": "netcore",
            "startTime": .string(started.ISO8601Format()), "packageVersion": "", "packageAuthor": "",
            "packageUpdateMechanism": "docker", "packageUpdateMechanismMessage": "",
        ]
    }

    private static func sections(apiKey: String) -> [String: JSONObject] {
        [
            "host": [
                "bindAddress": "*", "port": 9696, "sslPort": 6969, "enableSsl": false, "launchBrowser": true,
                "authenticationMethod": "forms", "authenticationRequired": "enabled",
                "analyticsEnabled": false,
                "username": "admin", "password": "ZmFrZS1wYXNzd29yZC1oYXNo", "passwordConfirmation": "",
                "logLevel": "info", "logSizeLimit": 1, "consoleLogLevel": "", "branch": "master",
                "apiKey": .string(apiKey), "sslCertPath": "", "sslCertPassword": "", "urlBase": "",
                "instanceName": "Prowlarr", "applicationUrl": "", "updateAutomatically": false,
                "updateMechanism": "docker", "updateScriptPath": "", "proxyEnabled": false,
                "proxyType": "http",
                "proxyHostname": "", "proxyPort": 8080, "proxyUsername": "", "proxyPassword": "",
                "proxyBypassFilter": "", "proxyBypassLocalAddresses": true,
                "certificateValidation": "enabled",
                "backupFolder": "Backups", "backupInterval": 7, "backupRetention": 28,
                "historyCleanupDays": 30,
                "trustCgnatIpAddresses": false, "id": 1,
            ],
            "downloadclient": ["id": 1],
            "ui": [
                "firstDayOfWeek": 1, "calendarWeekColumnHeader": "ddd M/D", "shortDateFormat": "MMM D YYYY",
                "longDateFormat": "dddd, MMMM D YYYY", "timeFormat": "HH:mm", "showRelativeDates": true,
                "enableColorImpairedMode": false, "uiLanguage": "en", "theme": "auto", "id": 1,
            ],
        ]
    }
}
