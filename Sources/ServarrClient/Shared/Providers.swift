package import OrderedJSON
package import ServiceHTTP

/// The kinds of things outside that an application is connected to.
package struct ProviderKind: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let downloadClient = ProviderKind(rawValue: "downloadclient")
    package static let indexer = ProviderKind(rawValue: "indexer")
    package static let notification = ProviderKind(rawValue: "notification")
    package static let importList = ProviderKind(rawValue: "importlist")
    /// Prowlarr only: the applications it serves.
    package static let application = ProviderKind(rawValue: "applications")
}

/// Something outside that an application is connected to: a download client, an indexer, a notification, an import list.
///
/// - Note: Source: `GET /api/v3/downloadclient` and its kin. Secrets come as `********`, and going back so they stay.
package struct Provider: ServiceRow, Identifiable {
    package let id: ResourceID<Provider>
    /// The name that the user gave.
    package let name: String
    /// The class: `Sabnzbd`, `QBittorrent`, `Newznab`.
    package let implementation: String
    /// Whether it is used; for kinds with several switches, whether any is on.
    package let isEnabled: Bool
    /// Its rank, where the kind has one: 1 goes first.
    package let priority: Int?
    /// Download clients and indexers: how releases travel.
    package let downloadProtocol: DownloadProtocol
    /// Its labels.
    package let tags: [Tag.ID]
    /// All of it, for writing back.
    package let raw: JSONValue

    package init(_ row: JSONRow) throws(RowFault) {
        try row.requireObject()
        id = ResourceID(row.int("id") ?? 0)
        name = row.text("name") ?? ""
        implementation = row.text("implementation") ?? ""
        let switches = [
            "enable", "enableRss", "enableAutomaticSearch", "enableInteractiveSearch", "enabled",
            "enableAuto",
        ]
        let states = switches.compactMap { row.flag($0) }
        isEnabled = states.isEmpty || states.contains(true)
        priority = row.int("priority")
        downloadProtocol = row.term("protocol")
        tags = row.references("tags")
        raw = row.value
    }

    /// The value of a field: `host`, `port`, `tvCategory`.
    package func field(_ name: String) -> JSONValue? {
        raw["fields"]?.array?.first { $0["name"]?.string?.lowercased() == name.lowercased() }?["value"]
    }

    /// Whether a field's value comes masked, so that it can be neither compared nor restored.
    package func isSecret(_ name: String) -> Bool {
        let field = raw["fields"]?.array?.first { $0["name"]?.string?.lowercased() == name.lowercased() }
        return ["apiKey", "password"].contains(field?["privacy"]?.string ?? "")
            || field?["value"]?.string == Secret.mask
    }

    /// The provider whole, with another value in one field.
    ///
    /// - Returns: nil when it has no such field, or the field is a secret.
    package func settingField(_ name: String, to value: JSONValue) -> JSONValue? {
        guard let fields = raw["fields"]?.array, !isSecret(name) else { return nil }
        var isFound = false
        let changed = fields.map { field in
            guard field["name"]?.string?.lowercased() == name.lowercased() else { return field }
            isFound = true
            var field = field
            field["value"] = value
            return field
        }
        guard isFound else { return nil }
        var whole = raw
        whole["fields"] = .array(changed)
        return whole
    }
}

/// Whether a provider's own warnings keep it from being saved.
package enum ProviderWarnings: Sendable, Hashable {
    /// A warning is an error.
    case heeded
    /// Saved all the same (`forceSave=true`).
    case passedOver
}

extension ServarrApplication {
    /// All providers of a kind.
    package func providers(_ kind: ProviderKind) async throws(ServiceError) -> [Provider] {
        try await api.list("read its \(kind) list", "\(kind)")
    }

    /// One provider.
    package func provider(_ kind: ProviderKind, _ id: Provider.ID) async throws(ServiceError) -> Provider {
        try await api.get("read a \(kind)", "\(kind)/\(id)")
    }

    /// Puts a provider back, whole as it was read, changed where it shall change; the application tests it first.
    package func updateProvider(
        _ kind: ProviderKind,
        _ id: Provider.ID,
        to value: JSONValue,
        warnings: ProviderWarnings = .heeded
    ) async throws(ServiceError) -> Provider {
        try await api.write(
            "change a \(kind)",
            .put,
            "\(kind)/\(id)",
            query: warnings == .passedOver ? [QueryItem("forceSave", true)] : [],
            body: value,
            purpose: .idempotentWrite,
            allowance: .library
        ).decoded()
    }

    /// Adds a provider.
    package func addProvider(_ kind: ProviderKind, _ value: JSONValue) async throws(ServiceError) -> Provider
    {
        try await api.write("add a \(kind)", .post, "\(kind)", body: value, allowance: .library).decoded()
    }

    /// Takes a provider out.
    package func deleteProvider(_ kind: ProviderKind, _ id: Provider.ID) async throws(ServiceError) {
        try await api.write("delete a \(kind)", .delete, "\(kind)/\(id)")
    }

    /// Has the application try a provider out.
    ///
    /// - Throws: ``ServiceError``: `rejected` with the application's words when it does not work.
    package func testProvider(_ kind: ProviderKind, _ value: JSONValue) async throws(ServiceError) {
        try await api.write(
            "test a \(kind)",
            .post,
            "\(kind)/test",
            body: value,
            purpose: .read,
            allowance: .library
        )
    }
}
