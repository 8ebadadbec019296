import Accounts
import MediaDomain
import SQLiteStore
import Synchronization
import Testing

struct SettingsServiceTests {
    @Test func `a fresh house is only observed, and what its owner sets stays`() async throws {
        let store = try AppDatabase()
        let settings = SettingsService(store: store)
        #expect(
            try await settings.settings() == HouseSettings(mode: .observe, isDryRun: false, activityDays: 90)
        )
        try await settings.setMode(.actSafe)
        try await settings.setDryRun(true)
        try await settings.setActivityDays(30)
        let again = SettingsService(store: store)
        #expect(try await again.settings() == HouseSettings(mode: .actSafe, isDryRun: true, activityDays: 30))
    }

    @Test func `whoever follows the dry run knows of a change before it is answered`() async throws {
        let settings = SettingsService(store: try AppDatabase())
        let told = Mutex<[Bool]>([])
        await settings.followDryRun { isDryRun in told.withLock { $0.append(isDryRun) } }
        try await settings.setDryRun(true)
        #expect(told.withLock { $0 } == [true])
        try await settings.setDryRun(false)
        #expect(told.withLock { $0 } == [true, false])
    }

    @Test func `what the environment fixes wins and cannot be changed`() async throws {
        let store = try AppDatabase()
        try await SettingsService(store: store).setMode(.actAll)
        let settings = SettingsService(store: store, fixed: .init(mode: .suggest, isDryRun: true))
        #expect(await settings.operatingMode() == .suggest)
        #expect(await settings.isDryRun())
        await #expect(throws: HouseSettingsError.fixed(name: .mode, variable: "AUTOARR_MODE")) {
            try await settings.setMode(.actAll)
        }
    }

    @Test(arguments: [0, -1, 3651]) func `a journal is kept for a day to ten years`(days: Int) async throws {
        let settings = SettingsService(store: InMemorySettingsStore())
        await #expect(throws: HouseSettingsError.self) { try await settings.setActivityDays(days) }
    }
}
