package import DownloadClients
package import MediaDomain
package import MediaServers
package import ServarrClient
package import ServiceHTTP

/// The connected services of this house, as clients by application.
package struct House: Sendable {
    /// The ways to all services, in the order of their names.
    package let channels: [ServiceChannel]

    /// A house of these services.
    package init(channels: [ServiceChannel]) { self.channels = channels.sorted { $0.id < $1.id } }

    private func channels(of kind: ServiceKind) -> [ServiceChannel] {
        channels.filter { $0.endpoint.kind == kind }
    }

    /// The Sonarrs.
    package var sonarr: [SonarrClient] { channels(of: .sonarr).map { SonarrClient($0) } }
    /// The Radarrs.
    package var radarr: [RadarrClient] { channels(of: .radarr).map { RadarrClient($0) } }
    /// The Prowlarrs.
    package var prowlarr: [ProwlarrClient] { channels(of: .prowlarr).map { ProwlarrClient($0) } }
    /// The SABnzbds.
    package var sabnzbd: [SABnzbdClient] { channels(of: .sabnzbd).map { SABnzbdClient($0) } }

    /// The NZBGets.
    package var nzbget: [NZBGetClient] { channels(of: .nzbget).map { NZBGetClient($0) } }
    /// The qBittorrents.
    package var qbittorrent: [QBittorrentClient] { channels(of: .qbittorrent).map { QBittorrentClient($0) } }
    /// The Transmissions.
    package var transmission: [TransmissionClient] {
        channels(of: .transmission).map { TransmissionClient($0) }
    }

    /// The Deluges.
    package var deluge: [DelugeClient] { channels(of: .deluge).map { DelugeClient($0) } }

    /// All that show a library to people: Plex, Jellyfin, Emby.
    package var mediaServers: [any MediaServer] {
        channels(of: .plex).map { PlexClient($0) }
            + (channels(of: .jellyfin) + channels(of: .emby)).map { JellyfinClient($0) }
    }
    /// The Seerrs.
    package var seerr: [SeerrClient] { channels(of: .seerr).map { SeerrClient($0) } }

    /// All that keep a library.
    package var libraries: [any LibraryApplication] { sonarr + radarr }
    /// All that download.
    package var downloadClients: [any DownloadClient] {
        sabnzbd + nzbget + qbittorrent + transmission + deluge
    }

    /// The way to a service.
    package func channel(_ id: ServiceID) -> ServiceChannel? { channels.first { $0.id == id } }
    /// Whether nothing is connected.
    package var isEmpty: Bool { channels.isEmpty }
}
