internal import MediaDomain
internal import OrderedJSON
package import ServiceHTTP

/// The API of Jellyfin, and of Emby, from which Jellyfin comes; Emby has it under `/emby`.
///
/// - Note: Source: their documentation and recorded replies of the family. `System/Info/Public` needs no key; Jellyfin
///   names its product there, Emby does not.
package struct JellyfinClient: MediaServer {
    package let channel: ServiceChannel

    /// A client over the way to an instance.
    package init(_ channel: ServiceChannel) { self.channel = channel }

    private var isEmby: Bool { channel.endpoint.kind == .emby }

    /// Emby answers under `/emby`, whether or not that is its URL base.
    private func place(_ path: String) -> String {
        isEmby && !channel.endpoint.address.base.hasSuffix("/emby") ? "emby/\(path)" : path
    }

    package func identity() async throws(ServiceError) -> MediaServerIdentity {
        let operation = "ask what it is"
        let request = ServiceRequest(operation, .get, place("System/Info/Public"), identification: .anonymous)
        let reply = try await channel.send(request)
        let row = JSONRow(try await reply.json())
        guard let id = row.text("Id"), let version = row.text("Version") else {
            throw reply.error(.notThisApplication(title: nil))
        }
        let product = row.text("ProductName")
        let isJellyfin = product?.lowercased().contains("jellyfin") == true
        guard isJellyfin != isEmby else {
            throw reply.error(.notThisApplication(title: isJellyfin ? "Jellyfin" : product ?? "Emby"))
        }
        return MediaServerIdentity(id: id, version: version, name: row.text("ServerName"), product: product)
    }

    /// The version, as told to those who have a key.
    package func version() async throws(ServiceError) -> String {
        let operation = "read its version"
        let reply = try await channel.send(ServiceRequest(operation, .get, place("System/Info")))
        guard let version = JSONRow(try await reply.json()).text("Version") else {
            throw reply.error(.badReply(place: "Version", problem: "missing"))
        }
        return version
    }

    package func libraries() async throws(ServiceError) -> [MediaLibrary] {
        let operation = "read its libraries"
        let reply = try await channel.send(ServiceRequest(operation, .get, place("Library/VirtualFolders")))
        let rows: [Folder] = try await reply.decodedRows()
        return rows.map(\.library)
    }

    package func sessions() async throws(ServiceError) -> [PlaybackSession] {
        let reply = try await channel.send(ServiceRequest("read who watches", .get, place("Sessions")))
        let rows: [Session] = try await reply.decodedRows()
        return rows.compactMap(\.session)
    }

    package func refresh(path: String) async throws(ServiceError) {
        let update: JSONValue = ["Path": .string(path), "UpdateType": "Modified"]
        _ = try await channel.send(
            ServiceRequest(
                "refresh \(path)",
                .post,
                place("Library/Media/Updated"),
                body: .json(["Updates": [update]]),
                purpose: .idempotentWrite
            )
        )
    }
}

extension JellyfinClient {
    /// A library, as `Library/VirtualFolders` gives it.
    private struct Folder: ServiceRow {
        let library: MediaLibrary

        init(_ row: JSONRow) throws(RowFault) {
            try row.requireObject()
            let progress = row.text("RefreshStatus")
            library = MediaLibrary(
                id: row.text("ItemId") ?? row.text("Id") ?? "",
                name: row.text("Name") ?? "",
                kind: row.text("CollectionType") ?? "mixed",
                folders: row.texts("Locations"),
                isRefreshing: progress == "Active"
            )
        }
    }

    /// A session, as `Sessions` gives it; nil where nothing is played.
    private struct Session: ServiceRow {
        let session: PlaybackSession?

        init(_ row: JSONRow) throws(RowFault) {
            try row.requireObject()
            session = row.row("NowPlayingItem").map { item in
                let names = [item.text("SeriesName"), item.text("Name")].compactMap(\.self)
                let method = row.row("PlayState")?.text("PlayMethod")
                return PlaybackSession(
                    id: row.text("Id") ?? "",
                    user: row.text("UserName") ?? "",
                    title: names.joined(separator: " – "),
                    isPaused: row.row("PlayState")?.flag("IsPaused") ?? false,
                    isTranscoding: method == "Transcode" || row.row("TranscodingInfo") != nil
                )
            }
        }
    }
}
