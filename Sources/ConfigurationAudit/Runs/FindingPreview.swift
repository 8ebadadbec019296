internal import Activity
package import OrderedJSON

/// What applying a finding would write, beside what is there at this moment.
package struct FindingPreview: Sendable, Hashable, Codable {
    /// One setting before and after.
    package struct Line: Sendable, Hashable, Codable {
        /// The setting's name in the service.
        package let setting: String
        /// The value now.
        package let before: JSONValue
        /// The value that would be written.
        package let after: JSONValue
    }

    /// The finding.
    package let finding: Finding
    /// What would be written.
    package let change: SettingChange
    /// The settings as the service has them at this moment.
    package let now: JSONValue

    /// Whether somebody has changed the settings since the finding was made.
    package var isStale: Bool { !now.means(change.before) }

    /// The change, setting by setting.
    package var lines: [Line] {
        (change.after.object ?? [:]).map {
            Line(setting: $0.key, before: now[$0.key] ?? .null, after: $0.value)
        }
    }
}
