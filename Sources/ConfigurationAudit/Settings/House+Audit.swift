package import Connections
internal import MediaDomain
internal import ServiceHTTP

extension House {
    /// The connected services whose settings the rules know.
    package var auditedServices: [AuditedService] {
        channels.compactMap { channel in
            switch channel.endpoint.kind {
            case .sabnzbd: .sabnzbd(channel)
            case .sonarr, .radarr: .servarr(channel, kind: channel.endpoint.kind)
            default: nil
            }
        }
    }
}
