internal import MediaDomain
internal import OrderedJSON
internal import ServarrClient
internal import ServiceHTTP

/// The services that a member of the Servarr family names in its settings, without their secrets.
enum NamedServices {
    /// One of them, at the address that the member uses.
    struct Named: Sendable {
        /// What it can be; Sonarr does not tell Emby from Jellyfin.
        let kinds: [ServiceKind]
        let address: ServiceAddress
        let source: String
    }

    private static let kinds: [String: [ServiceKind]] = [
        "sabnzbd": [.sabnzbd], "nzbget": [.nzbget], "qbittorrent": [.qbittorrent],
        "transmission": [.transmission],
        "deluge": [.deluge], "sonarr": [.sonarr], "radarr": [.radarr], "lidarr": [.lidarr],
        "plexserver": [.plex],
        "mediabrowser": [.jellyfin, .emby],
    ]

    /// What the lists of an application name.
    static func of(_ application: some ServarrApplication) async -> [Named] {
        let lists: [ProviderKind] =
            application.kind == .prowlarr
            ? [.application, .downloadClient] : [.downloadClient, .notification]
        var found: [Named] = []
        for list in lists {
            guard let providers = try? await application.providers(list) else { continue }
            found += providers.compactMap { named(by: $0, of: application) }
        }
        return found
    }

    private static func named(by provider: Provider, of application: some ServarrApplication) -> Named? {
        guard let kinds = kinds[provider.implementation.lowercased()], let text = address(of: provider),
            let address = try? ServiceAddress(text)
        else { return nil }
        let name = application.endpoint.kind.displayName
        return Named(
            kinds: kinds,
            address: seen(address, from: application.endpoint.address) ?? address,
            source: "\(name)'s \"\(provider.name)\""
        )
    }

    private static func address(of provider: Provider) -> String? {
        if let url = provider.field("baseUrl")?.string { return url }
        guard let host = provider.field("host")?.string, !host.isEmpty else { return nil }
        let scheme = provider.field("useSsl")?.lenientBool == true ? "https" : "http"
        let port = provider.field("port")?.lenientInt.map { ":\($0)" } ?? ""
        let base = (provider.field("urlBase")?.string ?? "").split(separator: "/").map { "/" + $0 }.joined()
        // Transmission's own prefix is no base of the address.
        return "\(scheme)://\(host)\(port)\(base == "/transmission" ? "" : base)"
    }

    /// "This machine", said by an application on another one, means that other one.
    private static func seen(_ address: ServiceAddress, from speaker: ServiceAddress) -> ServiceAddress? {
        guard ["localhost", "127.0.0.1", "::1"].contains(address.host) else { return nil }
        let host = speaker.host.contains(":") ? "[\(speaker.host)]" : speaker.host
        return try? ServiceAddress("\(address.scheme.rawValue)://\(host):\(address.port)\(address.base)")
    }
}
