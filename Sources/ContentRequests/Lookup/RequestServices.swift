package import DownloadClients
package import MediaDomain
package import ServarrClient

/// The services of the house that requests work with, as they are connected now.
package struct RequestServices: Sendable {
    /// The Sonarr instances.
    package let sonarr: [SonarrClient]
    /// The Radarr instances.
    package let radarr: [RadarrClient]
    /// The download clients.
    package let downloads: [any DownloadClient]

    /// The services of a house.
    package init(sonarr: [SonarrClient], radarr: [RadarrClient], downloads: [any DownloadClient] = []) {
        self.sonarr = sonarr
        self.radarr = radarr
        self.downloads = downloads
    }

    /// The Sonarr of that name.
    package func sonarr(_ id: ServiceID) -> SonarrClient? { sonarr.first { $0.id == id } }
    /// The Radarr of that name.
    package func radarr(_ id: ServiceID) -> RadarrClient? { radarr.first { $0.id == id } }
}
