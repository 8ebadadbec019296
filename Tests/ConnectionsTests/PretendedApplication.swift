internal import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServiceSimulators

/// An application as far as the test of a connection sees it: who it is, and whether it knows us.
struct PretendedApplication: SimulatedService {
    let application: ServiceKind
    var version: String
    var kind: SimulatedServiceKind { .sonarr }
    var apiKey: String { "0123456789abcdef0123456789abcdef" }

    init(_ application: ServiceKind, version: String? = nil) {
        self.application = application
        self.version = version ?? Self.current[application] ?? "1.0"
    }

    private static let current: [ServiceKind: String] = [
        .sonarr: "4.0.15.2941", .radarr: "5.26.2.10099", .prowlarr: "2.0.5.5160", .lidarr: "2.9.6.4552",
        .sabnzbd: "4.5.0", .nzbget: "21.0", .qbittorrent: "4.5.2", .transmission: "3.00", .deluge: "2.0.3",
        .plex: "1.41.3.9314", .jellyfin: "10.9.0", .emby: "4.8.10.0", .seerr: "2.7.3",
    ]

    func respond(to request: SimulatedRequest) async -> SimulatedReply {
        switch application {
        case .sonarr, .radarr, .prowlarr, .lidarr: servarr(request)
        case .sabnzbd: sabnzbd(request)
        case .nzbget: nzbget(request)
        case .qbittorrent: qbittorrent(request)
        case .transmission: transmission(request)
        case .deluge: deluge(request)
        case .plex: plex(request)
        case .jellyfin, .emby: jellyfin(request)
        default: seerr(request)
        }
    }

    func step() async {}

    private var page: SimulatedReply {
        .text("<html><head><title>\(application.displayName)</title></head></html>", type: "text/html")
    }
    private var missing: SimulatedReply { .text("Not Found", status: 404) }
    private var refused: SimulatedReply { .text("Unauthorized", status: 401) }

    private func knows(_ request: SimulatedRequest) -> Bool {
        let login = "Basic " + Data("admin:\(apiKey)".utf8).base64EncodedString()
        let given = [
            request.headers["x-api-key"], request.headers["x-plex-token"], request.headers["x-emby-token"],
            request.value("apikey"),
        ]
        let authorization = request.headers["authorization"] ?? ""
        return given.contains(apiKey) || authorization == login
            || authorization == "MediaBrowser Token=\"\(apiKey)\""
            || request.headers["cookie"] == "SID=\(apiKey)"
    }

    private func servarr(_ request: SimulatedRequest) -> SimulatedReply {
        if request.path == "/ping" { return .json(["status": "OK"]) }
        let root = [.prowlarr, .lidarr].contains(application) ? "/api/v1" : "/api/v3"
        guard request.path.hasPrefix("/api/") else { return page }
        guard knows(request) else { return refused }
        guard request.path == root + "/system/status" else { return missing }
        return .json(["appName": .string(application.displayName), "version": .string(version)])
    }

    private func sabnzbd(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.path == "/api" else { return missing }
        if request.value("mode") == "version" { return .json(["version": .string(version)]) }
        return knows(request) ? .json(["config": [:]]) : .text("API Key Incorrect", status: 403)
    }

    private func nzbget(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.path.hasPrefix("/jsonrpc") else { return missing }
        if knows(request) { return .json(["version": "1.1", "result": .string(version)]) }
        let realm = ["WWW-Authenticate": "Basic realm=\"NZBGet\""]
        return SimulatedReply(status: 401, contentType: "text/html", headers: realm, body: [])
    }

    private func qbittorrent(_ request: SimulatedRequest) -> SimulatedReply {
        switch request.path {
        case "/api/v2/auth/login":
            let body = String(decoding: request.body, as: UTF8.self)
            guard body.contains("password=\(apiKey)") else { return .text("Fails.") }
            return SimulatedReply(
                contentType: "text/plain",
                headers: ["Set-Cookie": "SID=\(apiKey); HttpOnly; path=/"],
                body: Array("Ok.".utf8)
            )
        case "/api/v2/app/version":
            return knows(request) ? .text("v" + version) : .text("Forbidden", status: 403)
        default: return missing
        }
    }

    private func transmission(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.path == "/transmission/rpc" else { return missing }
        guard knows(request) else {
            let realm = ["WWW-Authenticate": "Basic realm=\"Transmission\""]
            let text = "<h1>401: Unauthorized</h1>Unauthorized User"
            return SimulatedReply(
                status: 401,
                contentType: "text/html",
                headers: realm,
                body: Array(text.utf8)
            )
        }
        guard request.headers["x-transmission-session-id"] == "1" else {
            let headers = ["X-Transmission-Session-Id": "1"]
            return SimulatedReply(status: 409, contentType: "text/html", headers: headers, body: [])
        }
        return .json(["result": "success", "arguments": ["version": .string(version + " (bb6b5a062e)")]])
    }

    private func deluge(_ request: SimulatedRequest) -> SimulatedReply {
        guard request.path == "/json", let body = try? request.json() else { return missing }
        func answer(_ result: JSONValue, fault: JSONValue = nil) -> SimulatedReply {
            .json(["result": result, "error": fault, "id": 1])
        }
        switch body["method"]?.string {
        case "auth.check_session": return answer(.bool(knows(request)))
        case "auth.login":
            guard body["params"]?[0]?.string == apiKey else { return answer(false) }
            var reply = answer(true)
            reply.headers["Set-Cookie"] = "SID=\(apiKey); Path=/json"
            return reply
        default:
            guard knows(request) else {
                return answer(nil, fault: ["message": "Not authenticated", "code": 1])
            }
            return answer(body["method"] == "web.connected" ? true : .string(version))
        }
    }

    private func plex(_ request: SimulatedRequest) -> SimulatedReply {
        switch request.path {
        case "/identity":
            .json(["MediaContainer": ["machineIdentifier": "0123", "version": .string(version + "-a0bf")]])
        case "/library/sections": knows(request) ? .json(["MediaContainer": ["Directory": []]]) : refused
        default: missing
        }
    }

    private func jellyfin(_ request: SimulatedRequest) -> SimulatedReply {
        let root = application == .emby ? "/emby" : ""
        var info: JSONValue = ["Id": "0123", "ServerName": "House", "Version": .string(version)]
        if application == .jellyfin { info["ProductName"] = "Jellyfin Server" }
        switch request.path {
        case root + "/System/Info/Public": return .json(info)
        case root + "/System/Info": return knows(request) ? .json(info) : refused
        default: return missing
        }
    }

    private func seerr(_ request: SimulatedRequest) -> SimulatedReply {
        switch request.path {
        case "/api/v1/status": .json(["version": .string(version), "commitTag": "local"])
        case "/api/v1/request/count":
            knows(request)
                ? .json(["total": 0]) : .json(["status": 403, "error": "No permission"], status: 403)
        default: page
        }
    }
}
