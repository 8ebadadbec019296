package import Connections
internal import MediaDomain
internal import ServiceHTTP

extension House {
    /// The connected clients and arrs, as recovery uses them.
    package var recoverySources: RecoverySources {
        RecoverySources(
            clients: channels.filter { $0.endpoint.kind == .sabnzbd }.map { .sabnzbd($0) },
            arrs: channels.filter { [.sonarr, .radarr].contains($0.endpoint.kind) }.map {
                .servarr($0, kind: $0.endpoint.kind)
            }
        )
    }
}
