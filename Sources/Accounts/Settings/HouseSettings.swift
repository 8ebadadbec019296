package import MediaDomain

/// What the owner has set for the whole house.
package struct HouseSettings: Sendable, Hashable {
    /// How far AutoArr may go on its own.
    package var mode: OperatingMode
    /// Whether nothing is ever written to a service, only what would be is told.
    package var isDryRun: Bool
    /// How long the journal is kept, in days, 1 to 3650.
    package var activityDays: Int

    /// The settings of a fresh house, unless told otherwise.
    package init(mode: OperatingMode = .observe, isDryRun: Bool = false, activityDays: Int = 90) {
        self.mode = mode
        self.isDryRun = isDryRun
        self.activityDays = activityDays
    }

    /// The settings by the names that they have in the store and in the API.
    package enum Name: String, Sendable, Hashable, Codable, CaseIterable {
        case mode
        case isDryRun = "dryRun"
        case activityDays
    }
}
