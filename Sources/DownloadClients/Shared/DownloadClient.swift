package import MediaDomain
package import ServiceHTTP

/// A program that downloads: what all of them can do.
///
/// What only some can do is in protocols of its own.
package protocol DownloadClient: Sendable {
    /// The way to it.
    var channel: ServiceChannel { get }
    /// Its version.
    func version() async throws(ServiceError) -> String
    /// All downloads: waiting, running, and ended ones that it still shows.
    func downloads() async throws(ServiceError) -> [DownloadItem]
    /// Halts downloads.
    func pause(_ ids: [DownloadID]) async throws(ServiceError)
    /// Lets halted downloads go on.
    func resume(_ ids: [DownloadID]) async throws(ServiceError)
    /// Takes downloads out of the client.
    func remove(_ ids: [DownloadID], data: DataOnRemoval) async throws(ServiceError)
}

extension DownloadClient {
    /// The instance.
    package var id: ServiceID { channel.id }
    /// The application.
    package var kind: ServiceKind { channel.endpoint.kind }
}

/// What happens to the data when a download leaves the client.
package enum DataOnRemoval: Sendable, Hashable {
    case kept, deleted
}

/// A client that can halt everything at once.
package protocol PausingWhole: DownloadClient {
    /// Halts everything.
    func pauseAll() async throws(ServiceError)
    /// Lets everything go on.
    func resumeAll() async throws(ServiceError)
}

/// A client that loads from news servers.
package protocol UsenetClient: PausingWhole {
    /// Adds a job.
    func add(
        nzb: [UInt8],
        name: String,
        category: String?
    ) async throws(ServiceError) -> DownloadID
    /// Tries an ended job again; the new try may have another id.
    func retry(_ id: DownloadID) async throws(ServiceError) -> DownloadID
}

/// A client that loads from peers.
package protocol TorrentClient: DownloadClient {
    /// Adds a torrent file.
    func add(torrent: [UInt8], category: String?) async throws(ServiceError)
    /// Compares the data with the torrent.
    func recheck(_ ids: [DownloadID]) async throws(ServiceError)
    /// Asks the trackers again.
    func reannounce(_ ids: [DownloadID]) async throws(ServiceError)
}
