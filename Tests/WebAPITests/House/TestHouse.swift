import Accounts
import Activity
import AsyncHTTPTransport
import Logging
import OrderedJSON
import SQLiteStore
import ServiceHTTP
import ServiceLifecycle
import WebAPI

/// A server on a port of its own with a database in memory, and a client that speaks to it.
struct TestHouse: Sendable {
    let port: Int
    let accounts: AccountService
    let activity: ActivityLog
    let settings: SettingsService
    let routes: [RouteDescription]
    let transport: AsyncHTTPTransport

    static let ownerPassword = "correct horse"

    /// Runs a body while the server serves, and stops it afterwards.
    static func running(
        signIn: WebServerConfiguration.SignIn = .required,
        urlBase: String = "",
        controllers: [any Controller] = [],
        compatibility: [any Controller] = [],
        readiness: Readiness = .ready,
        _ body: @Sendable (TestHouse) async throws -> Void
    ) async throws {
        let database = try AppDatabase()
        let accounts = AccountService(
            store: database,
            cost: PasswordHash.Cost(logRounds: 10, blockSize: 1, parallelism: 1)
        )
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let activity = ActivityLog(store: database, logger: logger)
        let settings = SettingsService(store: database)
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let server = try WebServer(
            configuration: WebServerConfiguration(
                host: "127.0.0.1",
                port: 0,
                urlBase: urlBase,
                signIn: signIn
            ),
            accounts: accounts,
            settings: settings,
            activity: activity,
            readiness: { readiness },
            controllers: controllers,
            compatibility: compatibility,
            logger: logger,
            onListening: { listening.yield($0) }
        )
        let group = ServiceGroup(services: [server], logger: logger)
        let transport = AsyncHTTPTransport()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                do { try await group.run() } catch {
                    listening.finish()
                    throw error
                }
            }
            for await port in ports {
                let house = TestHouse(
                    port: port,
                    accounts: accounts,
                    activity: activity,
                    settings: settings,
                    routes: server.routes,
                    transport: transport
                )
                do { try await body(house) } catch {
                    await group.triggerGracefulShutdown()
                    try await transport.shutdown()
                    throw error
                }
                break
            }
            // Connections that are kept alive would make the server wait for them.
            try await transport.shutdown()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Claims the house; the cookie of its owner.
    func claim() async throws -> String {
        guard let code = try await accounts.claimCode() else { throw AccountError.alreadyClaimed }
        let reply = try await post(
            "/api/v1/claim",
            ["code": .string(code.text), "name": "ada", "password": .string(Self.ownerPassword)]
        )
        return reply.headers["set-cookie"]?.split(separator: ";").first.map(String.init) ?? ""
    }

    func get(_ path: String, headers: HTTPHeaders = [:]) async throws -> HTTPResponse {
        try await send(.get, path, headers: headers)
    }

    func post(_ path: String, _ body: JSONValue, headers: HTTPHeaders = [:]) async throws -> HTTPResponse {
        try await send(.post, path, headers: headers, body: Array(body.text().utf8))
    }

    func send(
        _ method: HTTPMethod,
        _ path: String,
        headers: HTTPHeaders = [:],
        body: [UInt8] = []
    ) async throws -> HTTPResponse {
        try await transport.send(
            request(method, path, headers: headers, body: body),
            trust: .system,
            limit: 4 << 20
        )
    }

    func request(
        _ method: HTTPMethod,
        _ path: String,
        headers: HTTPHeaders = [:],
        body: [UInt8] = []
    ) -> HTTPRequest {
        var headers = headers
        if !body.isEmpty { headers.add(name: "Content-Type", value: "application/json") }
        return HTTPRequest(
            method: method,
            url: "http://127.0.0.1:\(port)\(path)",
            headers: headers,
            body: body
        )
    }
}

extension HTTPResponse {
    /// The body as a document.
    var json: JSONValue {
        get throws { try JSONValue(parsing: body) }
    }

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}
