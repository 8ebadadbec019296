package import MediaDomain

/// A download client, as recovery uses it.
package struct DownloadSource: Sendable {
    /// What can be done to a download or to a queue.
    package enum Action: Sendable, Hashable {
        case pauseJob(String)
        case resumeJob(String)
        /// Removes a job from queue and history, with its files.
        case removeJob(String)
        case pauseQueue
        case resumeQueue
    }

    /// The instance.
    package let id: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// Reads queue, history and complaints.
    package let read: @Sendable () async throws -> ClientState
    /// Does something.
    package let perform: @Sendable (Action) async throws -> Void

    /// A client.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        read: @escaping @Sendable () async throws -> ClientState,
        perform: @escaping @Sendable (Action) async throws -> Void
    ) {
        self.id = id
        self.kind = kind
        self.read = read
        self.perform = perform
    }
}

/// Sonarr or Radarr, as recovery uses it.
package struct ArrSource: Sendable {
    /// What can be done in an arr.
    package enum Action: Sendable, Hashable {
        /// Takes rows out of the queue.
        case remove(rows: [Int], fromClient: Bool, blocklist: Bool, searchAgain: Bool)
        /// Takes an entry out of the blocklist.
        case unblock(Int)
        /// Has the arr look at its clients now.
        case refresh
        /// Searches a film, or episodes of a series.
        case search(item: Int, episodes: [Int])
    }

    /// The instance.
    package let id: ServiceID
    /// The application.
    package let kind: ServiceKind
    /// Reads the queue and the root folders.
    package let read: @Sendable () async throws -> ArrState
    /// Reads what it remembers of a download.
    package let history: @Sendable (_ downloadID: String) async throws -> ArrHistory
    /// Finds the blocklist entry of a release of an item; nil for none.
    package let blocked: @Sendable (_ title: String, _ item: Int) async throws -> Int?
    /// Does something.
    package let perform: @Sendable (Action) async throws -> Void

    /// An arr.
    package init(
        id: ServiceID,
        kind: ServiceKind,
        read: @escaping @Sendable () async throws -> ArrState,
        history: @escaping @Sendable (_ downloadID: String) async throws -> ArrHistory,
        blocked: @escaping @Sendable (_ title: String, _ item: Int) async throws -> Int?,
        perform: @escaping @Sendable (Action) async throws -> Void
    ) {
        self.id = id
        self.kind = kind
        self.read = read
        self.history = history
        self.blocked = blocked
        self.perform = perform
    }
}
