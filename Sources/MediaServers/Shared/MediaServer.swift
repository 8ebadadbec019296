package import MediaDomain
package import ServiceHTTP

/// A program that shows a library to people: what all of them can do.
package protocol MediaServer: Sendable {
    /// The way to it.
    var channel: ServiceChannel { get }
    /// What it is; needs no key.
    func identity() async throws(ServiceError) -> MediaServerIdentity
    /// Its libraries.
    func libraries() async throws(ServiceError) -> [MediaLibrary]
    /// Who watches what now.
    func sessions() async throws(ServiceError) -> [PlaybackSession]
    /// Has it look at one folder anew, as the server writes the path.
    func refresh(path: String) async throws(ServiceError)
}

extension MediaServer {
    /// The instance.
    package var id: ServiceID { channel.id }
    /// The application.
    package var kind: ServiceKind { channel.endpoint.kind }
}

/// What a media server says it is.
package struct MediaServerIdentity: Sendable, Hashable {
    /// The server's own unending id.
    package let id: String
    /// The version.
    package let version: String
    /// The name that the user gave, nil where it needs a key to be told.
    package let name: String?
    /// The product's name, nil where it does not tell.
    package let product: String?
    /// Plex: whether the server belongs to an account; nil elsewhere.
    package let isClaimed: Bool?

    /// An identity.
    package init(id: String, version: String, name: String?, product: String?, isClaimed: Bool? = nil) {
        self.id = id
        self.version = version
        self.name = name
        self.product = product
        self.isClaimed = isClaimed
    }
}

/// A library of a media server.
package struct MediaLibrary: Sendable, Hashable, Identifiable {
    /// The server's own id.
    package let id: String
    /// The name.
    package let name: String
    /// What it holds, in the server's word: `movie`, `show`, `movies`, `tvshows`.
    package let kind: String
    /// Its folders, as the server writes the paths.
    package let folders: [String]
    /// Whether it is being looked through now.
    package let isRefreshing: Bool
}

extension MediaLibrary {
    /// How far a path lies inside one of the folders: the length of the folder, nil outside.
    func depth(of path: String) -> Int? {
        folders.filter { folder in
            let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
            return path == folder || path.hasPrefix(folder + "/")
        }.map(\.utf8.count).max()
    }
}

/// Somebody who watches something now.
package struct PlaybackSession: Sendable, Hashable, Identifiable {
    /// The session's id.
    package let id: String
    /// Who.
    package let user: String
    /// What.
    package let title: String
    /// Whether it stands still.
    package let isPaused: Bool
    /// Whether the server makes another format of it meanwhile.
    package let isTranscoding: Bool
}
