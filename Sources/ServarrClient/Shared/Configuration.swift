package import OrderedJSON
package import ServiceHTTP

/// A part of the configuration that is read and written whole.
///
/// - Note: Source: `GET`, `PUT /api/v3/config/{section}`.
package struct ConfigurationSection: ServiceTerm {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let downloadClient = ConfigurationSection(rawValue: "downloadclient")
    /// Holds the API key and a password's hash: never shown, never given to a model.
    package static let host = ConfigurationSection(rawValue: "host")
    package static let importList = ConfigurationSection(rawValue: "importlist")
    package static let indexer = ConfigurationSection(rawValue: "indexer")
    package static let mediaManagement = ConfigurationSection(rawValue: "mediamanagement")
    /// Radarr only.
    package static let metadata = ConfigurationSection(rawValue: "metadata")
    package static let naming = ConfigurationSection(rawValue: "naming")
    package static let userInterface = ConfigurationSection(rawValue: "ui")
}

extension ServarrApplication {
    /// A part of the configuration, whole.
    package func configuration(_ section: ConfigurationSection) async throws(ServiceError) -> JSONValue {
        let answer = try await api.read("read its \(section) settings", "config/\(section)")
        let json = try await answer.json()
        guard json.object != nil else {
            throw answer.error(.badReply(place: "the root", problem: "no object where one was due"))
        }
        return json
    }

    /// Puts a part of the configuration back, whole as it was read, changed in the members that shall change.
    ///
    /// - Returns: The part as the application then gives it.
    package func updateConfiguration(
        _ section: ConfigurationSection,
        to value: JSONValue
    ) async throws(ServiceError) -> JSONValue {
        let id = value["id"]?.lenientInt ?? 1
        try await api.write(
            "change its \(section) settings",
            .put,
            "config/\(section)/\(id)",
            body: value,
            purpose: .idempotentWrite
        )
        return try await configuration(section)
    }

    /// Reads a part of the configuration, lets the caller change members, and puts it back with all others untouched.
    ///
    /// - Returns: The part before, and as the application then gives it.
    package func changeConfiguration(
        _ section: ConfigurationSection,
        _ change: @Sendable (inout JSONValue) -> Void
    ) async throws(ServiceError) -> (before: JSONValue, after: JSONValue) {
        let before = try await configuration(section)
        var changed = before
        change(&changed)
        return (before, try await updateConfiguration(section, to: changed))
    }
}
