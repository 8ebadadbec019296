import Accounts
import Activity
import Logging
import SQLiteStore
import Testing
import WebAPI

struct PortTests {
    @Test func `a port in use is told in one line with what to do`() async throws {
        try await TestHouse.running { house in
            let database = try AppDatabase()
            let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            let second = try WebServer(
                configuration: WebServerConfiguration(host: "127.0.0.1", port: house.port),
                accounts: AccountService(store: database),
                settings: SettingsService(store: database),
                activity: ActivityLog(store: database, logger: logger),
                logger: logger
            )
            let error = await #expect(throws: WebServerError.self) { try await second.run() }
            #expect(error == .portInUse(host: "127.0.0.1", port: house.port))
            let text = try #require(error).description
            #expect(text.contains("\(house.port)"))
            #expect(text.contains("AUTOARR_PORT"))
            #expect(!text.contains("\n"))
        }
    }
}
