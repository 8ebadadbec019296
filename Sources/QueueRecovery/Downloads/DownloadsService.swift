package import Activity
package import MediaDomain
internal import OrderedJSON

/// The downloads of all clients as one queue.
package struct DownloadsService: Sendable {
    private let sources: @Sendable () async -> RecoverySources
    private let changes: ChangeJournal

    /// A service over the clients and arrs that are connected now; what it does goes through the journal of changes.
    package init(sources: @escaping @Sendable () async -> RecoverySources, changes: ChangeJournal) {
        self.sources = sources
        self.changes = changes
    }

    /// The whole queue at this moment.
    package func queue() async -> DownloadQueue {
        let sources = await sources()
        let view = await HouseView.read(clients: sources.clients, arrs: sources.arrs)
        return DownloadQueue(
            items: view.downloads,
            clients: sources.clients.map { source in
                let state = view.client(source.id)
                return DownloadQueue.Client(
                    id: source.id,
                    isPaused: state?.isPaused ?? false,
                    bytesPerSecond: Int64(state?.speed ?? 0),
                    failure: view.silent[source.id]
                )
            },
            silent: view.silent.keys.sorted()
        )
    }

    /// Pauses, resumes or removes a download, because a person said so.
    ///
    /// - Returns: The change as it is recorded.
    /// - Throws: ``RecoveryError/nothingThere(id:)`` when no client has it, or what the journal throws.
    package func perform(_ action: DownloadAction, on id: String) async throws -> ChangeRecord {
        let sources = await sources()
        let view = await HouseView.read(clients: sources.clients, arrs: sources.arrs)
        guard let job = view.download(id)?.job,
            let source = sources.clients.first(where: { $0.id == job.client })
        else {
            throw RecoveryError.nothingThere(id: id)
        }
        let after = action == .remove ? "gone" : action == .pause ? "paused" : "running"
        return try await changes.perform(
            PlannedChange(
                service: source.id,
                operation: "download.\(action.rawValue)",
                title: "\(action.words) \(job.name) in \(source.id)",
                parameters: ["download": .string(id)],
                before: .string(job.stage == .paused ? "paused" : "running"),
                after: .string(after)
            ),
            correlation: .random(),
            write: {
                switch action {
                case .pause: try await source.perform(.pauseJob(id))
                case .resume: try await source.perform(.resumeJob(id))
                case .remove: try await source.perform(.removeJob(id))
                }
            },
            readBack: {
                let state = try await source.read()
                guard let now = (state.queue + state.history).first(where: { $0.id == id }) else {
                    return "gone"
                }
                return now.stage == .paused ? "paused" : "running"
            }
        )
    }
}

/// What a person can do to one download.
package enum DownloadAction: String, Sendable, Hashable, Codable, CaseIterable {
    case pause, resume, remove

    var words: String {
        switch self {
        case .pause: "Pause"
        case .resume: "Resume"
        case .remove: "Remove"
        }
    }
}

/// The downloads of the house, and how their clients stand.
package struct DownloadQueue: Sendable, Hashable, Codable {
    /// How one client stands.
    package struct Client: Sendable, Hashable, Codable {
        /// The client.
        package let id: ServiceID
        /// Whether its whole queue is paused.
        package let isPaused: Bool
        /// Its speed.
        package let bytesPerSecond: Int64
        /// Why it did not answer; nil when it did.
        package let failure: String?
    }

    /// The downloads.
    package let items: [Download]
    /// The clients.
    package let clients: [Client]
    /// Clients and arrs that did not answer.
    package let silent: [ServiceID]
}
