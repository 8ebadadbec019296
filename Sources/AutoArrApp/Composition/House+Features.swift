internal import ConfigurationAudit
internal import Connections
internal import ContentRequests
internal import DownloadClients
internal import MediaDomain
internal import QueueRecovery
internal import ServiceHTTP

extension House {
    /// The services that requests work with.
    var requested: RequestServices {
        RequestServices(sonarr: sonarr, radarr: radarr, downloads: downloadClients)
    }

    /// The services whose settings are analysed.
    var audited: [AuditedService] {
        channels.compactMap { channel in
            switch channel.endpoint.kind {
            case .sonarr, .radarr, .prowlarr: AuditedService.servarr(channel, kind: channel.endpoint.kind)
            case .sabnzbd: AuditedService.sabnzbd(channel)
            default: nil
            }
        }
    }

    /// The services whose downloads are watched and put right.
    ///
    /// Torrents are not among them: what recovery may do to one depends on what it owes its tracker.
    var recovered: RecoverySources { RecoverySources(clients: sabnzbdSources, arrs: arrSources) }

    /// The services whose downloads are shown as one queue.
    var queued: RecoverySources {
        let others = downloadClients.filter { $0.kind != .sabnzbd }.map { DownloadSource.client($0) }
        return RecoverySources(clients: sabnzbdSources + others, arrs: arrSources)
    }

    private var sabnzbdSources: [DownloadSource] {
        channels.filter { $0.endpoint.kind == .sabnzbd }.map { DownloadSource.sabnzbd($0) }
    }

    private var arrSources: [ArrSource] {
        channels.filter { [.sonarr, .radarr].contains($0.endpoint.kind) }.map {
            ArrSource.servarr($0, kind: $0.endpoint.kind)
        }
    }
}
