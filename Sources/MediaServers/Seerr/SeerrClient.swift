package import Foundation
package import MediaDomain
package import OrderedJSON
package import ServiceHTTP

/// The API of Seerr, and of Overseerr and Jellyseerr, from which it comes.
///
/// - Note: Source: recorded replies of Overseerr and of Seerr. `status` needs no key; a wrong key is answered with 403.
package struct SeerrClient: Sendable {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    /// The instance.
    package var id: ServiceID { channel.id }

    /// Its version; needs no key.
    package func version() async throws(ServiceError) -> String {
        let request = ServiceRequest("read its version", .get, "api/v1/status", identification: .anonymous)
        let reply = try await channel.send(request)
        let row = JSONRow(try await reply.json())
        guard let version = row.text("version"), row.text("commitTag") != nil else {
            throw reply.error(.notThisApplication(title: nil))
        }
        return version
    }

    /// How many requests there are, by how far they are.
    package func requestCounts() async throws(ServiceError) -> SeerrRequestCounts {
        try await channel.send(ServiceRequest("count the requests", .get, "api/v1/request/count")).decoded()
    }

    /// The newest requests.
    package func requests(limit: Int = 50) async throws(ServiceError) -> [SeerrRequest] {
        let operation = "read the requests"
        let query = [QueryItem("take", limit), QueryItem("skip", 0), QueryItem("sort", "added")]
        let reply = try await channel.send(ServiceRequest(operation, .get, "api/v1/request", query: query))
        let row = JSONRow(try await reply.json())
        do {
            return try row.elements(of: "results")
        } catch {
            throw reply.error(.badReply(place: error.path, problem: error.problem))
        }
    }

    /// Decides about a request that waits.
    package func decide(_ id: SeerrRequest.ID, _ decision: SeerrDecision) async throws(ServiceError)
        -> SeerrRequest
    {
        try await channel.send(
            ServiceRequest(
                "\(decision.rawValue) a request",
                .post,
                "api/v1/request/\(id)/\(decision.rawValue)",
                purpose: .idempotentWrite
            )
        ).decoded()
    }
}

/// What can become of a request that waits or failed.
package enum SeerrDecision: String, Sendable, Hashable, CaseIterable {
    case approve, decline, retry
}

/// How many requests there are.
///
/// - Note: Source: `GET /api/v1/request/count`.
package struct SeerrRequestCounts: ServiceRow, Hashable {
    /// All.
    package let total: Int
    /// Those that wait for a person.
    package let pending: Int
    /// Those that are looked for.
    package let processing: Int
    /// Those that are there.
    package let available: Int

    package init(_ row: JSONRow) throws(RowFault) {
        total = try row.requiredInt("total")
        pending = row.int("pending") ?? 0
        processing = row.int("processing") ?? 0
        available = row.int("available") ?? 0
    }
}

/// What somebody asked Seerr for.
///
/// - Note: Source: `GET /api/v1/request`. `status`: 1 pending, 2 approved, 3 declined, 4 failed, 5 completed; the media's:
///   1 unknown, 2 pending, 3 processing, 4 partly there, 5 there, 6 blocklisted or deleted.
package struct SeerrRequest: ServiceRow, Identifiable {
    package let id: ResourceID<SeerrRequest>
    /// How far the request is.
    package let status: Int
    /// What it is for.
    package let mediaKind: MediaKind
    /// The title's number at The Movie Database.
    package let tmdbID: Int?
    /// How far the title is.
    package let mediaStatus: Int?
    /// The instance of Sonarr or Radarr that has it, by Seerr's own number.
    package let serverID: Int?
    /// Its number in that instance.
    package let arrID: Int?
    /// Who asked.
    package let requestedBy: String?
    /// When.
    package let created: Date?
    /// Whether it is for the 4K instance.
    package let is4K: Bool
    /// The seasons asked for; empty for a film.
    package let seasons: [Int]
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        id = ResourceID(try row.requiredInt("id"))
        status = row.int("status") ?? 0
        let media = row.row("media")
        mediaKind =
            switch row.text("type") ?? media?.text("mediaType") {
            case "movie": .movie
            case "tv": .series
            default: .unknown
            }
        tmdbID = media?.int("tmdbId")
        mediaStatus = media?.int("status")
        is4K = row.flag("is4k") ?? false
        serverID = row.int("serverId") ?? media?.int(is4K ? "serviceId4k" : "serviceId")
        arrID = media?.int(is4K ? "externalServiceId4k" : "externalServiceId")
        let user = row.row("requestedBy")
        requestedBy = user?.text("displayName") ?? user?.text("username") ?? user?.text("email")
        created = row.date("createdAt")
        seasons = row.rows("seasons").compactMap { $0.int("seasonNumber") }
        raw = row.value
    }
}
