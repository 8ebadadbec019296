internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

/// How an application is recognised by somebody whom it does not know.
struct Recognition: Sendable {
    /// What is asked; it needs no key.
    let request: ServiceRequest
    /// Whether the answer is this application's.
    let fits: @Sendable (ServiceResponse) async -> Bool

    /// How an application is recognised, nil for one of which we do not know how.
    init?(of kind: ServiceKind) {
        switch kind {
        case .sonarr, .radarr, .prowlarr, .lidarr:
            self.init("ping") { await $0.member("status")?.string == "OK" }
        case .sabnzbd:
            self.init("api", query: [QueryItem("mode", "version"), QueryItem("output", "json")]) {
                await $0.member("version") != nil
            }
        case .nzbget:
            self.init("jsonrpc/version", alsoAccepted: [401]) {
                $0.headers["WWW-Authenticate"]?.contains("NZBGet") == true
            }
        case .qbittorrent:
            self.init("api/v2/app/version", alsoAccepted: [403]) {
                $0.text == "Forbidden" || $0.text.first == "v" && $0.text.utf8.count < 20
            }
        case .transmission:
            self.init("transmission/rpc", alsoAccepted: [401, 409]) {
                $0.headers["X-Transmission-Session-Id"] != nil
                    || $0.headers["WWW-Authenticate"]?.contains("Transmission") == true
            }
        case .deluge:
            let body: JSONValue = ["method": "auth.check_session", "params": [], "id": 1]
            self.init("json", .post, body: .json(body)) {
                guard let json = try? await $0.json() else { return false }
                return json["result"] != nil && json["error"] != nil && json["id"] != nil
            }
        case .plex:
            self.init("identity") { await $0.member("MediaContainer")?["machineIdentifier"] != nil }
        case .jellyfin: self.init("System/Info/Public") { await $0.member("ProductName") != nil }
        case .emby: self.init("emby/System/Info/Public") { await $0.member("ServerName") != nil }
        case .seerr: self.init("api/v1/status") { await $0.member("commitTag") != nil }
        case .bazarr: return nil
        }
    }

    private init(
        _ path: String,
        _ method: HTTPMethod = .get,
        query: [QueryItem] = [],
        body: ServiceBody = .none,
        alsoAccepted: Set<Int> = [],
        fits: @escaping @Sendable (ServiceResponse) async -> Bool
    ) {
        var request = ServiceRequest(
            "look for it",
            method,
            path,
            query: query,
            body: body,
            allowance: .probe,
            identification: .anonymous
        )
        request.alsoAccepted = alsoAccepted
        self.request = request
        self.fits = fits
    }
}

extension ServiceResponse {
    /// A member of the answer, nil where the answer is no JSON.
    fileprivate func member(_ name: String) async -> JSONValue? { (try? await json())?[name] }
}

extension ServiceKind {
    /// The oldest version whose API we speak.
    var leastVersion: String {
        switch self {
        case .sonarr, .radarr, .sabnzbd: "3.0"
        case .prowlarr, .lidarr, .seerr, .bazarr: "1.0"
        case .nzbget: "16.0"
        case .qbittorrent: "4.1"
        case .transmission: "2.80"
        case .deluge: "2.0"
        case .plex: "1.20"
        case .jellyfin: "10.8"
        case .emby: "4.0"
        }
    }

    /// Whether a version is older than what we need; one that is no number is not.
    func isTooOld(_ version: String) -> Bool {
        let found = Self.numbers(version)
        guard !found.isEmpty else { return false }
        return found.lexicographicallyPrecedes(Self.numbers(leastVersion))
    }

    private static func numbers(_ version: String) -> [Int] {
        version.split(separator: ".").prefix(3).map { $0.prefix { $0.isNumber } }.prefix { !$0.isEmpty }
            .compactMap {
                Int($0)
            }
    }
}
