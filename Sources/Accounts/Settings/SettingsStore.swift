package import OrderedJSON

/// Where settings are kept, each under its name.
package protocol SettingsStore: Sendable {
    /// All settings that somebody has changed.
    ///
    /// - Throws: When they could not be read.
    func settings() async throws -> [String: JSONValue]

    /// Keeps a setting; nil goes back to its default.
    ///
    /// - Throws: When it could not be written.
    func setSetting(_ name: String, to value: JSONValue?) async throws
}

/// Settings in memory, for the demo without a data directory and for tests.
package actor InMemorySettingsStore: SettingsStore {
    private var values: [String: JSONValue] = [:]

    /// A store in which nothing has been changed.
    package init() {}

    package func settings() -> [String: JSONValue] { values }
    package func setSetting(_ name: String, to value: JSONValue?) { values[name] = value }
}
