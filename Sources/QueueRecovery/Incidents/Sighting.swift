internal import Foundation
internal import MediaDomain

/// Something wrong that one look at the house has shown; not yet classified.
struct Sighting: Sendable, Hashable {
    /// Where it shows.
    enum Place: Sendable, Hashable {
        /// The client has given up on a job.
        case failedJob
        /// The client has stopped a job and marked it so.
        case mark(String)
        /// The arr has something against it.
        case arr
        /// The client as a whole complains.
        case client
        /// The arr cannot reach the client.
        case silentClient
    }

    let id: String
    let service: ServiceID
    let place: Place
    let download: Download?
    let title: String
    let message: String
}

extension Sighting {
    /// How old a failure may be to be news; older ones were there before us.
    private static let newsAge: TimeInterval = 86_400

    /// Everything wrong in one look.
    static func all(in downloads: [Download], clients: [ClientState], now: Date) -> [Sighting] {
        downloads.compactMap { ofDownload($0, now: now) } + clients.flatMap(ofClient)
    }

    private static func ofDownload(_ download: Download, now: Date) -> Sighting? {
        if let job = download.job {
            if job.stage == .failed {
                if let ended = job.ended, now.timeIntervalSince(ended) > newsAge, download.arr == nil {
                    return nil
                }
                return make(download, job.client, .failedJob, message: job.message)
            }
            if let mark = job.labels.first(where: { ["ENCRYPTED", "UNWANTED", "DUPLICATE"].contains($0) }),
                job.stage == .paused
            {
                return make(download, job.client, .mark(mark), message: mark)
            }
        }
        guard let arr = download.arr else { return nil }
        if arr.status == "downloadClientUnavailable" {
            return make(download, arr.arr, .silentClient, message: arr.messages.first ?? arr.status)
        }
        let isBlocked = ["importBlocked", "failedPending", "failed"].contains(arr.state)
        let isHeldUp = arr.state == "importPending" && !arr.messages.isEmpty
        guard isBlocked || isHeldUp else { return nil }
        return make(download, arr.arr, .arr, message: arr.messages.joined(separator: "\n"))
    }

    private static func make(
        _ download: Download,
        _ service: ServiceID,
        _ place: Place,
        message: String
    ) -> Sighting {
        Sighting(
            id: "\(download.job?.client ?? service)-\(download.id)",
            service: service,
            place: place,
            download: download,
            title: download.title,
            message: message
        )
    }

    private static func ofClient(_ state: ClientState) -> [Sighting] {
        guard let complaint = state.complaints.first else { return [] }
        return [
            Sighting(
                id: "\(state.client)-client",
                service: state.client,
                place: .client,
                download: nil,
                title: state.client.rawValue,
                message: ([complaint] + state.complaints.dropFirst()).prefix(5).joined(separator: "\n")
            )
        ]
    }
}
