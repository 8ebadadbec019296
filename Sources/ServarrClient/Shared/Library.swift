package import OrderedJSON
package import ServiceHTTP

/// Which qualities are taken and which are improved upon.
///
/// - Note: Source: `GET /api/v3/qualityprofile`.
package struct QualityProfile: ServiceRow, Identifiable {
    package let id: ResourceID<QualityProfile>
    /// The name.
    package let name: String
    /// Whether a better release replaces what is there.
    package let isUpgradeAllowed: Bool
    /// The number of the quality or group that is good enough.
    package let cutoff: Int
    /// The least score of custom formats that is taken.
    package let minFormatScore: Int
    /// The score that is good enough.
    package let cutoffFormatScore: Int
    /// The qualities and groups, worst first.
    package let items: [Item]
    /// All of it, for writing back.
    package let raw: JSONValue

    /// A quality, or a group of equals.
    package struct Item: ServiceRow, Hashable {
        /// The number: the quality's, or the group's.
        package let id: Int?
        /// The name: `WEBDL-1080p`, or the group's.
        package let name: String
        /// Its lines, 0 where unknown: 480, 720, 1080, 2160.
        package let resolution: Int
        /// Whether it is taken.
        package let isAllowed: Bool
        /// The qualities of a group.
        package let members: [Item]

        package init(_ row: JSONRow) throws(RowFault) {
            try row.requireObject()
            let quality = row.row("quality")
            id = quality?.int("id") ?? row.int("id")
            name = quality?.text("name") ?? row.text("name") ?? ""
            resolution = quality?.int("resolution") ?? 0
            isAllowed = row.flag("allowed") ?? false
            var members: [Item] = []
            for member in row.rows("items") { members.append(try Item(member)) }
            self.members = members
        }
    }

    /// The single qualities that are taken, worst first.
    package var allowed: [Item] {
        items.filter(\.isAllowed).flatMap { $0.members.isEmpty ? [$0] : $0.members }
    }

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        name = row.text("name") ?? ""
        isUpgradeAllowed = row.flag("upgradeAllowed") ?? false
        cutoff = row.int("cutoff") ?? 0
        minFormatScore = row.int("minFormatScore") ?? 0
        cutoffFormatScore = row.int("cutoffFormatScore") ?? 0
        var items: [Item] = []
        for item in row.rows("items") { items.append(try Item(item)) }
        self.items = items
        raw = row.value
    }
}

/// A folder that holds the library.
///
/// - Note: Source: `GET /api/v3/rootfolder`.
package struct RootFolder: ServiceRow, Identifiable {
    package let id: ResourceID<RootFolder>
    /// The path, as the application sees it.
    package let path: String
    /// Whether the application can write there.
    package let isAccessible: Bool
    /// Free bytes, nil if unknown.
    package let freeSpace: Int?
    /// Folders inside that belong to nothing in the library.
    package let unmappedFolders: [String]
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        path = try row.requiredText("path")
        isAccessible = row.flag("accessible") ?? true
        freeSpace = row.int("freeSpace")
        unmappedFolders = row.rows("unmappedFolders").compactMap { $0.text("path") }
        raw = row.value
    }
}

/// How a path of a download client is written here.
///
/// - Note: Source: `GET /api/v3/remotepathmapping`.
package struct RemotePathMapping: ServiceRow, Identifiable {
    package let id: ResourceID<RemotePathMapping>
    /// The client's host, as in its connection here.
    package let host: String
    /// The path as the client writes it.
    package let remotePath: String
    /// The path as this application sees it.
    package let localPath: String
    /// All of it, for writing back.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(try row.requiredInt("id"))
        host = row.text("host") ?? ""
        remotePath = row.text("remotePath") ?? ""
        localPath = row.text("localPath") ?? ""
        raw = row.value
    }
}

extension LibraryApplication {
    /// The quality profiles.
    package func qualityProfiles() async throws(ServiceError) -> [QualityProfile] {
        try await api.list("read its quality profiles", "qualityprofile")
    }

    /// Puts a quality profile back, whole.
    package func updateQualityProfile(
        _ id: QualityProfile.ID,
        to profile: JSONValue
    ) async throws(ServiceError) -> QualityProfile {
        try await api.write(
            "change a quality profile",
            .put,
            "qualityprofile/\(id)",
            body: profile,
            purpose: .idempotentWrite
        ).decoded()
    }

    /// The folders that hold the library.
    package func rootFolders() async throws(ServiceError) -> [RootFolder] {
        try await api.list("read its root folders", "rootfolder")
    }

    /// Adds a folder to hold the library; it must exist and be writable.
    package func addRootFolder(_ path: String) async throws(ServiceError) -> RootFolder {
        try await api.write("add a root folder", .post, "rootfolder", body: ["path": .string(path)]).decoded()
    }

    /// Takes a root folder out; nothing on the disk is touched.
    package func deleteRootFolder(_ id: RootFolder.ID) async throws(ServiceError) {
        try await api.write("delete a root folder", .delete, "rootfolder/\(id)")
    }

    /// How clients' paths are written here.
    package func remotePathMappings() async throws(ServiceError) -> [RemotePathMapping] {
        try await api.list("read its remote path mappings", "remotepathmapping")
    }

    /// Adds a mapping of paths.
    package func addRemotePathMapping(
        host: String,
        remotePath: String,
        localPath: String
    ) async throws(ServiceError) -> RemotePathMapping {
        try await api.write(
            "add a remote path mapping",
            .post,
            "remotepathmapping",
            body: ["host": .string(host), "remotePath": .string(remotePath), "localPath": .string(localPath)]
        ).decoded()
    }

    /// Puts a mapping of paths back, whole.
    package func updateRemotePathMapping(
        _ id: RemotePathMapping.ID,
        to mapping: JSONValue
    ) async throws(ServiceError) -> RemotePathMapping {
        try await api.write(
            "change a remote path mapping",
            .put,
            "remotepathmapping/\(id)",
            body: mapping,
            purpose: .idempotentWrite
        ).decoded()
    }

    /// Takes a mapping of paths out.
    package func deleteRemotePathMapping(_ id: RemotePathMapping.ID) async throws(ServiceError) {
        try await api.write("delete a remote path mapping", .delete, "remotepathmapping/\(id)")
    }
}
