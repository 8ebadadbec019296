package import DownloadClients
internal import Foundation
internal import ServiceHTTP

extension DownloadSource {
    /// Any download client, in the terms that all of them share.
    package static func client(_ client: any DownloadClient) -> DownloadSource {
        DownloadSource(
            id: client.id,
            kind: client.kind,
            read: { ClientState(of: client, items: try await client.downloads()) },
            perform: { action in try await perform(action, by: client) }
        )
    }

    private static func perform(_ action: Action, by client: any DownloadClient) async throws {
        switch action {
        case .pauseJob(let id): try await client.pause([DownloadID(rawValue: id)])
        case .resumeJob(let id): try await client.resume([DownloadID(rawValue: id)])
        case .removeJob(let id):
            let id = DownloadID(rawValue: id)
            let item = try await client.downloads().first { $0.id == id }
            // A torrent that is whole may be what the library links to, and may owe its seeding.
            let isWhole = client is any TorrentClient && [.seeding, .completed].contains(item?.state)
            try await client.remove([id], data: isWhole ? .kept : .deleted)
        case .pauseQueue: try await whole(client, .pauseQueue).pauseAll()
        case .resumeQueue: try await whole(client, .resumeQueue).resumeAll()
        }
    }

    private static func whole(_ client: any DownloadClient, _ action: Action) throws -> any PausingWhole {
        guard let whole = client as? any PausingWhole else {
            let operation = action == .pauseQueue ? "pause everything" : "resume everything"
            throw client.channel.error(.rejected("it knows no pause of the whole"), operation: operation)
        }
        return whole
    }
}

extension ClientState {
    fileprivate init(of client: any DownloadClient, items: [DownloadItem]) {
        let jobs = items.map(ClientJob.init)
        self.init(
            client: client.id,
            speed: Double(items.compactMap(\.speed).reduce(0, +)),
            queue: jobs.filter { ![.completed, .failed].contains($0.stage) },
            history: jobs.filter { [.completed, .failed].contains($0.stage) }
        )
    }
}

extension ClientJob {
    fileprivate init(_ item: DownloadItem) {
        self.init(
            id: item.id.rawValue,
            client: item.client,
            name: item.name,
            category: item.category ?? "",
            stage: Stage(item.state),
            bytes: Int64(item.size ?? 0),
            bytesLeft: Int64(item.sizeLeft ?? 0),
            secondsLeft: item.timeLeft.map { Int($0.components.seconds) },
            message: item.message ?? "",
            path: item.path,
            ended: item.ended
        )
    }
}

extension ClientJob.Stage {
    fileprivate init(_ state: DownloadItem.State) {
        self =
            switch state {
            case .queued, .unknown: .queued
            case .paused: .paused
            case .downloading, .stalled: .downloading
            case .processing: .processing
            case .completed, .seeding: .completed
            case .failed: .failed
            }
    }
}
