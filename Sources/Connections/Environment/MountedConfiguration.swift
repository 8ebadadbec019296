internal import MediaDomain
internal import ServiceHTTP

/// What a service's own file of settings says of how to call it; the file is mounted, and only ever read.
///
/// - Note: Source: `config.xml` of the Servarr family, `sabnzbd.ini`, `Preferences.xml` of Plex.
struct MountedConfiguration: Sendable {
    /// The port.
    let port: Int
    /// The URL base, empty or with a slash in front.
    let base: String
    /// Whether it speaks https.
    let isSecure: Bool
    /// The key.
    let key: Secret

    /// Reads the text of a file; nil where it holds no key, or the application has no such file.
    init?(of kind: ServiceKind, text: String) {
        switch kind {
        case .sonarr, .radarr, .prowlarr, .lidarr:
            guard let key = Self.element("ApiKey", in: text) else { return nil }
            isSecure = Self.element("EnableSsl", in: text)?.lowercased() == "true"
            port =
                Self.element(isSecure ? "SslPort" : "Port", in: text).flatMap { Int($0) } ?? kind.defaultPort
            base = Self.clean(Self.element("UrlBase", in: text) ?? "")
            self.key = Secret(key)
        case .sabnzbd:
            let settings = Self.section("misc", of: text)
            guard let key = settings["api_key"], !key.isEmpty else { return nil }
            isSecure = settings["enable_https"] == "1"
            port = settings[isSecure ? "https_port" : "port"].flatMap { Int($0) } ?? kind.defaultPort
            base = Self.clean(settings["url_base"] ?? "/sabnzbd")
            self.key = Secret(key)
        case .plex:
            guard let token = text.firstMatch(of: /\bPlexOnlineToken="([^"]+)"/)?.1 else { return nil }
            isSecure = false
            port = kind.defaultPort
            base = ""
            key = Secret(String(token))
        default: return nil
        }
        guard key.isUsable else { return nil }
    }

    /// The address under a host's name.
    func address(host: String) -> String { "\(isSecure ? "https" : "http")://\(host):\(port)\(base)" }

    /// The text of an element that has no elements inside; nil where it is missing or empty.
    private static func element(_ name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: "<\(name)>"),
            let end = text[start.upperBound...].firstRange(of: "</\(name)>")
        else { return nil }
        let value = text[start.upperBound..<end.lowerBound]
        return value.isEmpty ? nil : String(value).replacing("&amp;", with: "&")
    }

    /// The settings of a section of an ini file.
    private static func section(_ name: String, of text: String) -> [String: String] {
        var isInside = false
        var settings: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " }
            if line.first == "[" {
                isInside = line == "[\(name)]"
            } else if isInside, let equals = line.firstIndex(of: "=") {
                let key = line[..<equals].filter { $0 != " " }
                let value = line[line.index(after: equals)...].drop { $0 == " " }
                settings[String(key)] = String(value.filter { $0 != "\"" && $0 != "\r" })
            }
        }
        return settings
    }

    private static func clean(_ base: String) -> String {
        base.split(separator: "/").map { "/" + $0 }.joined()
    }
}
