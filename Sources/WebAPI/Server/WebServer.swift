package import Accounts
package import Activity
internal import HTTPTypes
internal import Hummingbird
package import Logging
internal import NIOCore
internal import ServiceLifecycle

/// The server: API, live events and the page on one port.
package struct WebServer: Service {
    private let configuration: WebServerConfiguration
    private let responder: AppResponder
    private let accounts: AccountService
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// All routes, for the API's description and for tests.
    package let routes: [RouteDescription]

    /// A server.
    ///
    /// - Parameters:
    ///   - configuration: Where it listens and whom it lets in.
    ///   - accounts: Who may come in.
    ///   - settings: The house's settings.
    ///   - activity: The journal.
    ///   - readiness: What `/health/ready` says.
    ///   - metrics: What `/metrics` tells beside the server's own figures.
    ///   - controllers: The subjects under `/api/v1`.
    ///   - compatibility: The subjects at the root: the calls of OpenAI, Ollama and MCP.
    ///   - logger: Where it logs.
    ///   - onListening: Told the port once the server listens.
    /// - Throws: ``WebServerError/assetsMissing(paths:)``.
    package init(
        configuration: WebServerConfiguration,
        accounts: AccountService,
        settings: SettingsService,
        activity: ActivityLog,
        readiness: @escaping @Sendable () async -> Readiness = { .ready },
        metrics: @escaping @Sendable () async -> [Metric] = { [] },
        controllers: [any Controller] = [],
        compatibility: [any Controller] = [],
        logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        let requestMetrics = RequestMetrics()
        let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeadersMiddleware())
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: AuthenticationMiddleware(accounts: accounts, signIn: configuration.signIn))

        let root = router.group("")
        HealthController(readiness: readiness).addRoutes(to: root)
        MetricsController(requests: requestMetrics, further: metrics).addRoutes(to: root)
        try AssetsController(accounts: accounts).addRoutes(to: root)
        for controller in compatibility { controller.addRoutes(to: root) }

        let interface = router.group("/api/v1").add(middleware: IdempotencyMiddleware())
        let own: [any Controller] = [
            SessionController(
                accounts: accounts,
                activity: activity,
                cookiePath: configuration.urlBase + "/"
            ),
            APIKeysController(accounts: accounts, activity: activity),
            ActivityController(activity: activity),
            EventsController(activity: activity),
            SettingsController(settings: settings, activity: activity),
        ]
        for controller in own + controllers { controller.addRoutes(to: interface) }

        let described = router.routes.map {
            RouteDescription(method: $0.method.rawValue, route: $0.path.description)
        }
        let document = OpenAPIDocument(routes: described)
        root.get("openapi.json") { _, _ in Response.json(document.value) }
        routes = described + [RouteDescription(method: "GET", route: "/openapi.json")]
        responder = AppResponder(
            router: router.buildResponder(),
            routes: routes,
            urlBase: configuration.urlBase,
            metrics: requestMetrics
        )
        self.configuration = configuration
        self.accounts = accounts
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the service group shuts down.
    ///
    /// - Throws: ``WebServerError`` where it cannot listen.
    package func run() async throws {
        let application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port)
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? configuration.port
                await tellClaimCode(port: port)
                await onListening(port)
            },
            logger: logger
        )
        do {
            try await application.run()
        } catch let error as IOError {
            throw refusal(error)
        }
    }

    private func refusal(_ error: IOError) -> WebServerError {
        let (host, port) = (configuration.host, configuration.port)
        return switch error.errnoCode {
        case 98: .portInUse(host: host, port: port)
        case 13: .notPermitted(host: host, port: port)
        default: .cannotListen(host: host, port: port, reason: error.description)
        }
    }

    private func tellClaimCode(port: Int) async {
        guard configuration.signIn == .required else { return }
        do {
            guard let code = try await accounts.claimCode() else { return }
            logger.notice(
                "this house has no owner yet: open the page and enter the code \(code)",
                metadata: ["claim.port": "\(port)"]
            )
        } catch {
            logger.error("the accounts cannot be read", metadata: ["error": "\(error)"])
        }
    }
}
