package import Foundation
package import OrderedJSON
package import ServiceHTTP

/// What an application says about itself.
///
/// - Note: Source: `GET /api/v3/system/status`.
package struct SystemStatus: ServiceRow {
    /// The application: `Sonarr`, `Radarr`.
    package let appName: String
    /// The name that the user gave to the instance.
    package let instanceName: String?
    /// The version, `4.0.14.2939`.
    package let version: String
    /// The URL base as the application knows it, `""` or `/sonarr`.
    package let urlBase: String
    /// The system: `linux`, `windows`.
    package let osName: String?
    /// Whether it runs in a container.
    package let isContainerized: Bool
    /// `none`, `basic`, `forms`, `external`.
    package let authentication: String?
    /// Since when it runs.
    package let startTime: Date?
    /// All of it.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        appName = try row.requiredText("appName")
        version = try row.requiredText("version")
        instanceName = row.text("instanceName")
        urlBase = row.text("urlBase") ?? ""
        osName = row.text("osName")
        isContainerized = row.flag("isContainerized") ?? row.flag("isDocker") ?? false
        authentication = row.text("authentication")
        startTime = row.date("startTime")
        raw = row.value
    }
}

/// One complaint of an application about itself.
///
/// - Note: Source: `GET /api/v3/health`; `message` comes in the language of its pages, so rules look at `source`.
package struct HealthIssue: ServiceRow, Hashable {
    /// How bad it is.
    package struct Level: ServiceTerm {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package static let ok = Level(rawValue: "ok")
        package static let notice = Level(rawValue: "notice")
        package static let warning = Level(rawValue: "warning")
        package static let error = Level(rawValue: "error")
    }

    /// The check's class name, `DownloadClientRootFolderCheck`.
    package let source: String
    /// How bad it is.
    package let level: Level
    /// The text, in the application's language.
    package let message: String
    /// Where its makers explain it.
    package let wikiURL: String?

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        source = row.text("source") ?? ""
        level = row.term("type")
        message = row.text("message") ?? ""
        wikiURL = row.text("wikiUrl")
    }
}

/// A disk as an application sees it.
///
/// - Note: Source: `GET /api/v3/diskspace`.
package struct DiskSpace: ServiceRow, Hashable {
    /// Where it is mounted.
    package let path: String
    /// Free bytes.
    package let freeSpace: Int
    /// All bytes.
    package let totalSpace: Int

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        path = try row.requiredText("path")
        freeSpace = row.int("freeSpace") ?? 0
        totalSpace = row.int("totalSpace") ?? 0
    }
}

/// A label.
///
/// - Note: Source: `GET /api/v3/tag`.
package struct Tag: ServiceRow, Hashable, Identifiable {
    package let id: ResourceID<Tag>
    /// The text, lower case.
    package let label: String

    package init(_ row: JSONRow) throws(RowFault) {
        id = ResourceID(try row.requiredInt("id"))
        label = row.text("label") ?? ""
    }
}

extension ServarrApplication {
    /// What it says about itself.
    package func systemStatus(
        within allowance: ServiceRequest.Allowance = .quick
    ) async throws(ServiceError) -> SystemStatus {
        try await api.get("read its status", "system/status", allowance: allowance)
    }

    /// What it complains about.
    package func health() async throws(ServiceError) -> [HealthIssue] {
        try await api.list("read its health", "health")
    }

    /// The labels.
    package func tags() async throws(ServiceError) -> [Tag] { try await api.list("read its tags", "tag") }

    /// Makes a label, or gives the one that is there.
    package func addTag(_ label: String) async throws(ServiceError) -> Tag {
        try await api.write(
            "add a tag",
            .post,
            "tag",
            body: ["label": .string(label)],
            purpose: .idempotentWrite
        ).decoded()
    }

    /// Removes a label.
    package func deleteTag(_ id: Tag.ID) async throws(ServiceError) {
        try await api.write("delete a tag", .delete, "tag/\(id)")
    }
}

extension LibraryApplication {
    /// The disks that it sees.
    package func diskSpace() async throws(ServiceError) -> [DiskSpace] {
        try await api.list("read its disks", "diskspace")
    }
}
