internal import Foundation
package import MediaDomain

/// Where a service wants its credential.
package enum CredentialPlacement: Sendable, Hashable {
    /// A header field of that name; the text stands before the key.
    case header(name: String, prefix: String, suffix: String)
    /// A query item of that name.
    case query(name: String)
    /// HTTP Basic, with user and password.
    case basic
    /// Nothing in the request: the client logs in and keeps a session.
    case session
}

extension ServiceKind {
    /// Where this application wants its credential.
    package var credentialPlacement: CredentialPlacement {
        switch self {
        case .sonarr, .radarr, .prowlarr, .lidarr, .seerr, .bazarr:
            .header(name: "X-Api-Key", prefix: "", suffix: "")
        case .sabnzbd: .query(name: "apikey")
        case .nzbget, .transmission: .basic
        case .qbittorrent, .deluge: .session
        case .plex: .header(name: "X-Plex-Token", prefix: "", suffix: "")
        case .jellyfin: .header(name: "Authorization", prefix: "MediaBrowser Token=\"", suffix: "\"")
        case .emby: .header(name: "X-Emby-Token", prefix: "", suffix: "")
        }
    }
}

extension CredentialPlacement {
    /// Puts the credential into a request under construction.
    func apply(_ credential: Credential, headers: inout HTTPHeaders, query: inout [QueryItem]) {
        switch (self, credential) {
        case (.header(let name, let prefix, let suffix), .key(let key)):
            headers[name] = prefix + key.revealed + suffix
        case (.query(let name), .key(let key)): query.append(QueryItem(name, key.revealed))
        case (.basic, .login(let username, let password)):
            headers["Authorization"] =
                "Basic " + Data("\(username):\(password.revealed)".utf8).base64EncodedString()
        case (.session, .key(let key)): headers["Authorization"] = "Bearer " + key.revealed
        default: break
        }
    }
}
