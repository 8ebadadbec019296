internal import Foundation
internal import MediaDomain
internal import ServarrClient
internal import ServiceHTTP

/// Where requests stand, read from the queues and libraries of Sonarr and Radarr in one go.
struct RequestCourse: Sendable {
    /// Where one request stands.
    struct Stand: Sendable {
        let stage: RequestStage
        let summary: String
        var progress: Double?
        var note: String?
    }

    let services: RequestServices
    private let queues: [ServiceID: [QueueItem]]

    /// Reads the queues; a service that does not answer tells nothing this time.
    static func read(_ services: RequestServices) async -> RequestCourse {
        var queues: [ServiceID: [QueueItem]] = [:]
        for client in services.sonarr { queues[client.id] = try? await client.queue() }
        for client in services.radarr { queues[client.id] = try? await client.queue() }
        return RequestCourse(services: services, queues: queues)
    }

    private init(services: RequestServices, queues: [ServiceID: [QueueItem]]) {
        self.services = services
        self.queues = queues
    }

    /// Where a request stands now; nil where its service does not answer.
    func stand(of request: ContentRequest, now: Date) async -> Stand? {
        guard let choice = request.choice, let plan = request.plan, let entry = request.entry,
            let queue = queues[plan.service]
        else { return nil }
        let rows = queue.filter {
            choice.media == .movie
                ? $0.movieID?.rawValue == entry : $0.seriesID?.rawValue == entry && isWanted($0, plan.part)
        }
        if let stand = downloading(rows, choice) { return stand }
        do {
            return choice.media == .movie
                ? try await movie(request, entry, choice, plan, now)
                : try await series(request, entry, choice, plan, now)
        } catch {
            return nil
        }
    }

    private func isWanted(_ row: QueueItem, _ part: RequestPlan.Part) -> Bool {
        guard case .seasons(let seasons) = part, let season = row.seasonNumber else { return true }
        return seasons.contains(season)
    }

    private func downloading(_ rows: [QueueItem], _ choice: TitleCandidate) -> Stand? {
        guard !rows.isEmpty else { return nil }
        if let bad = rows.first(where: {
            $0.trackedDownloadState == .importBlocked || $0.trackedDownloadStatus == .error
                || $0.status == .failed || $0.status == .warning
        }) {
            let reason =
                bad.errorMessage ?? bad.statusMessages.flatMap(\.messages).first
                ?? "the download needs a look"
            return Stand(stage: .blocked, summary: "\(choice.name) is held up: \(reason)", note: reason)
        }
        // One download may stand in several rows (a season pack): count it once.
        let unique = Dictionary(rows.map { ($0.downloadID ?? "\($0.id)", $0) }) { first, _ in first }.values
        let size = unique.map(\.size).reduce(0, +)
        let left = unique.map(\.sizeLeft).reduce(0, +)
        let progress = size > 0 ? Double(size - left) / Double(size) : 0
        if rows.allSatisfy({ $0.status == .completed }) {
            return Stand(
                stage: .imported,
                summary: "\(choice.name) is downloaded and being taken over",
                progress: 1
            )
        }
        if rows.contains(where: { $0.status == .downloading }) {
            return Stand(
                stage: .downloading,
                summary: "\(choice.name): \(Int(progress * 100)) %",
                progress: (progress * 100).rounded() / 100
            )
        }
        return Stand(
            stage: .grabbed,
            summary: "\(choice.name): a release was taken",
            progress: (progress * 100).rounded() / 100
        )
    }

    private func movie(
        _ request: ContentRequest,
        _ entry: Int,
        _ choice: TitleCandidate,
        _ plan: RequestPlan,
        _ now: Date
    ) async throws -> Stand? {
        guard let radarr = services.radarr(plan.service) else { return nil }
        guard let movie = try await radarr.movie(tmdbID: choice.catalogueID) else {
            return Stand(stage: .cancelled, summary: "\(choice.name) was taken out of the library")
        }
        if movie.hasFile { return Stand(stage: .available, summary: "\(choice.name) is there", progress: 1) }
        if !movie.isAvailable {
            let date =
                [movie.digitalRelease, movie.physicalRelease].compactMap(\.self).min() ?? movie.inCinemas
            return Stand(
                stage: .notReleased,
                summary: "\(choice.name) is not out yet",
                note: date.map { "expected \($0.formatted(.iso8601.year().month().day()))" }
            )
        }
        return try await nothing(radarr.commands(), request, choice, now)
    }

    private func series(
        _ request: ContentRequest,
        _ entry: Int,
        _ choice: TitleCandidate,
        _ plan: RequestPlan,
        _ now: Date
    ) async throws -> Stand? {
        guard let sonarr = services.sonarr(plan.service) else { return nil }
        guard try await sonarr.series(tvdbID: choice.catalogueID) != nil else {
            return Stand(stage: .cancelled, summary: "\(choice.name) was taken out of the library")
        }
        let episodes = try await sonarr.episodes(of: .init(entry)).filter { episode in
            switch plan.part {
            case .whole: episode.seasonNumber > 0
            case .future: episode.airDate.map { $0 > request.created } ?? true
            case .seasons(let seasons): seasons.contains(episode.seasonNumber)
            case .episodes(let wanted):
                wanted.contains { $0.season == episode.seasonNumber && $0.episode == episode.episodeNumber }
            }
        }
        let aired = episodes.filter { $0.airDate.map { $0 <= now } ?? false }
        let there = aired.filter(\.hasFile).count
        if aired.isEmpty {
            return Stand(stage: .notReleased, summary: "\(choice.name): nothing of it has aired yet")
        }
        if there == aired.count {
            return Stand(
                stage: .available,
                summary: "\(choice.name) is there: \(there) episodes",
                progress: 1
            )
        }
        return try await nothing(sonarr.commands(), request, choice, now)
    }

    /// Neither in the queue nor there: a search still runs, or it found nothing.
    private func nothing(
        _ commands: [CommandState],
        _ request: ContentRequest,
        _ choice: TitleCandidate,
        _ now: Date
    ) async throws -> Stand? {
        if commands.contains(where: { $0.name.hasSuffix("Search") && !$0.isOver }) { return nil }
        // The search that adding starts needs a moment before it stands among the commands.
        guard
            now.timeIntervalSince(request.events.last { $0.stage == .searched }?.time ?? request.updated) > 60
        else { return nil }
        return Stand(
            stage: .nothingFound,
            summary: "The search found nothing for \(choice.name) yet",
            note: "no indexer has a release that the profile takes; it is taken when one comes"
        )
    }
}
