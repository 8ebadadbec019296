package import MediaDomain
internal import OrderedJSON

/// The house's settings: what the environment fixes, then what the owner has set, then the defaults.
package actor SettingsService {
    /// What the environment fixes, so that the page cannot change it.
    package struct Fixed: Sendable, Hashable {
        /// The value of `AUTOARR_MODE`.
        package var mode: OperatingMode?
        /// The value of `DRY_RUN`.
        package var isDryRun: Bool?

        /// What is fixed; nothing unless told.
        package init(mode: OperatingMode? = nil, isDryRun: Bool? = nil) {
            self.mode = mode
            self.isDryRun = isDryRun
        }

        /// The variable that fixes a setting.
        package func variable(for name: HouseSettings.Name) -> String? {
            switch name {
            case .mode: mode == nil ? nil : "AUTOARR_MODE"
            case .isDryRun: isDryRun == nil ? nil : "DRY_RUN"
            case .activityDays: nil
            }
        }
    }

    /// What the environment fixes.
    package nonisolated let fixed: Fixed
    private let store: any SettingsStore
    private let defaults: HouseSettings
    private var dryRunFollowers: [@Sendable (Bool) async -> Void] = []

    /// The settings in a store.
    package init(store: any SettingsStore, fixed: Fixed = Fixed(), defaults: HouseSettings = HouseSettings())
    {
        self.store = store
        self.fixed = fixed
        self.defaults = defaults
    }

    /// The settings that hold now.
    ///
    /// - Throws: When the store cannot be read.
    package func settings() async throws -> HouseSettings {
        let stored = try await store.settings()
        var settings = defaults
        if let mode = stored[HouseSettings.Name.mode.rawValue]?.string.flatMap(OperatingMode.init(rawValue:))
        {
            settings.mode = mode
        }
        if let isDryRun = stored[HouseSettings.Name.isDryRun.rawValue]?.bool { settings.isDryRun = isDryRun }
        if let days = stored[HouseSettings.Name.activityDays.rawValue]?.int { settings.activityDays = days }
        if let mode = fixed.mode { settings.mode = mode }
        if let isDryRun = fixed.isDryRun { settings.isDryRun = isDryRun }
        return settings
    }

    /// How far AutoArr may go on its own; where that cannot be read, no further than looking.
    package func operatingMode() async -> OperatingMode {
        do { return try await settings().mode } catch { return .observe }
    }

    /// Whether nothing may be written to services; where that cannot be read, nothing may.
    package func isDryRun() async -> Bool {
        do { return try await settings().isDryRun } catch { return true }
    }

    /// Sets how far AutoArr may go.
    ///
    /// - Throws: ``HouseSettingsError``, or when the store cannot be written.
    package func setMode(_ mode: OperatingMode) async throws {
        try await set(.mode, to: .string(mode.rawValue))
    }

    /// Sets whether nothing is written to services.
    ///
    /// - Throws: ``HouseSettingsError``, or when the store cannot be written.
    package func setDryRun(_ isDryRun: Bool) async throws {
        try await set(.isDryRun, to: .bool(isDryRun))
        for follow in dryRunFollowers { await follow(isDryRun) }
    }

    /// Tells of every change of the dry run, before the call that changed it returns.
    package func followDryRun(_ body: @escaping @Sendable (Bool) async -> Void) {
        dryRunFollowers.append(body)
    }

    /// Sets how long the journal is kept.
    ///
    /// - Throws: ``HouseSettingsError``, or when the store cannot be written.
    package func setActivityDays(_ days: Int) async throws {
        guard (1...3650).contains(days) else {
            throw HouseSettingsError.outOfRange(name: .activityDays, allowed: "1 to 3650 days")
        }
        try await set(.activityDays, to: .number(days))
    }

    private func set(_ name: HouseSettings.Name, to value: JSONValue) async throws {
        if let variable = fixed.variable(for: name) {
            throw HouseSettingsError.fixed(name: name, variable: variable)
        }
        try await store.setSetting(name.rawValue, to: value)
    }
}

/// Why a setting could not be changed.
package enum HouseSettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The environment fixes it.
    case fixed(name: HouseSettings.Name, variable: String)
    /// The value is not one of those allowed.
    case outOfRange(name: HouseSettings.Name, allowed: String)

    package var description: String {
        switch self {
        case .fixed(let name, let variable):
            "\(name.rawValue) is set by \(variable) in the environment: change it there and start the server again"
        case .outOfRange(let name, let allowed): "\(name.rawValue) must be \(allowed)"
        }
    }
}
