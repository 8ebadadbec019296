internal import ConfigurationAudit
internal import Connections
internal import ContentRequests
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
            case .sonarr, .radarr: AuditedService.servarr(channel, kind: channel.endpoint.kind)
            case .sabnzbd: AuditedService.sabnzbd(channel)
            default: nil
            }
        }
    }

    /// The services whose downloads are watched.
    var recovered: RecoverySources {
        RecoverySources(
            clients: channels.filter { $0.endpoint.kind == .sabnzbd }.map { DownloadSource.sabnzbd($0) },
            arrs: channels.filter { [.sonarr, .radarr].contains($0.endpoint.kind) }.map {
                ArrSource.servarr($0, kind: $0.endpoint.kind)
            }
        )
    }
}
