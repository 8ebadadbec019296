/// The applications that AutoArr knows.
package enum ServiceKind: String, Sendable, Hashable, Codable, CaseIterable {
    case sonarr, radarr, prowlarr, lidarr
    case sabnzbd, nzbget, qbittorrent, transmission, deluge
    case plex, jellyfin, emby
    case bazarr, seerr

    /// The name as its makers write it.
    package var displayName: String {
        switch self {
        case .sonarr: "Sonarr"
        case .radarr: "Radarr"
        case .prowlarr: "Prowlarr"
        case .lidarr: "Lidarr"
        case .sabnzbd: "SABnzbd"
        case .nzbget: "NZBGet"
        case .qbittorrent: "qBittorrent"
        case .transmission: "Transmission"
        case .deluge: "Deluge"
        case .plex: "Plex"
        case .jellyfin: "Jellyfin"
        case .emby: "Emby"
        case .bazarr: "Bazarr"
        case .seerr: "Seerr"
        }
    }

    /// The port that it listens on unless told otherwise.
    package var defaultPort: Int {
        switch self {
        case .sonarr: 8989
        case .radarr: 7878
        case .prowlarr: 9696
        case .lidarr: 8686
        case .sabnzbd, .qbittorrent: 8080
        case .nzbget: 6789
        case .transmission: 9091
        case .deluge: 8112
        case .plex: 32400
        case .jellyfin, .emby: 8096
        case .bazarr: 6767
        case .seerr: 5055
        }
    }
}

/// One instance of an application in this house: `sonarr`, or `sonarr-4k` for a second one.
package struct ServiceID: RawRepresentable, Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The name, lower case.
    package let rawValue: String

    /// The instance of that name.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The first instance of an application.
    package init(_ kind: ServiceKind) { rawValue = kind.rawValue }

    package var description: String { rawValue }
    package static func < (left: ServiceID, right: ServiceID) -> Bool { left.rawValue < right.rawValue }
}
