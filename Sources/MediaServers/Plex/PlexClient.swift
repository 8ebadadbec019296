internal import OrderedJSON
package import ServiceHTTP

/// Plex Media Server's API.
///
/// - Note: Source: recorded replies of 1.20 and later, and its makers' documentation. It answers in XML unless asked for
///   JSON; JSON has truth values where XML has 0 and 1. `/identity` needs no token; a wrong token is answered with 401.
package struct PlexClient: MediaServer {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    package func identity() async throws(ServiceError) -> MediaServerIdentity {
        let operation = "ask what it is"
        let container = try await container(operation, "identity", identification: .anonymous)
        guard let id = container.text("machineIdentifier"), let version = container.text("version") else {
            throw channel.error(.notThisApplication(title: nil), operation: operation)
        }
        return MediaServerIdentity(
            id: id,
            version: String(version.prefix { $0 != "-" }),
            name: container.text("friendlyName"),
            product: "Plex Media Server",
            isClaimed: container.flag("claimed")
        )
    }

    package func libraries() async throws(ServiceError) -> [MediaLibrary] {
        try await container("read its libraries", "library/sections").rows("Directory").map { section in
            MediaLibrary(
                id: section.text("key") ?? "",
                name: section.text("title") ?? "",
                kind: section.text("type") ?? "",
                folders: section.rows("Location").compactMap { $0.text("path") },
                isRefreshing: section.flag("refreshing") ?? false
            )
        }
    }

    package func sessions() async throws(ServiceError) -> [PlaybackSession] {
        try await container("read who watches", "status/sessions").rows("Metadata").map { item in
            let names = [item.text("grandparentTitle"), item.text("title")].compactMap(\.self)
            return PlaybackSession(
                id: item.row("Session")?.text("id") ?? item.text("sessionKey") ?? "",
                user: item.row("User")?.text("title") ?? "",
                title: names.joined(separator: " – "),
                isPaused: item.row("Player")?.text("state") == "paused",
                isTranscoding: item.row("TranscodeSession") != nil
            )
        }
    }

    /// What it does in the background now, in its own words: `Scanning Movies`.
    package func activities() async throws(ServiceError) -> [String] {
        try await container("read what it does", "activities").rows("Activity").map { activity in
            [activity.text("title"), activity.text("subtitle")].compactMap(\.self).joined(separator: " ")
        }
    }

    /// Has it look at one folder anew, in the library that holds it.
    ///
    /// - Throws: ``ServiceError``: `notFound` where no library holds the folder.
    package func refresh(path: String) async throws(ServiceError) {
        let operation = "refresh \(path)"
        let holders = try await libraries().compactMap { library in
            library.depth(of: path).map { (library, $0) }
        }
        guard let library = holders.max(by: { $0.1 < $1.1 })?.0 else {
            throw channel.error(.notFound("no library holds this folder"), operation: operation)
        }
        _ = try await channel.send(
            ServiceRequest(
                operation,
                .get,
                "library/sections/\(library.id)/refresh",
                query: [QueryItem("path", path)],
                purpose: .idempotentWrite
            )
        )
    }

    private func container(
        _ operation: String,
        _ path: String,
        identification: ServiceRequest.Identification = .identified
    ) async throws(ServiceError) -> JSONRow {
        let reply = try await channel.send(
            ServiceRequest(operation, .get, path, identification: identification)
        )
        let json = try await reply.json()
        guard let container = json["MediaContainer"], container.object != nil else {
            throw reply.error(.notThisApplication(title: nil))
        }
        return JSONRow(container, path: "MediaContainer")
    }
}
