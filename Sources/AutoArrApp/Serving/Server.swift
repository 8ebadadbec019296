internal import Activity
internal import Foundation
package import Logging
internal import ModelStore
internal import QueueRecovery
package import ServiceLifecycle
internal import UnixSignals
internal import WebAPI

/// The server: everything that runs as long as the program does.
package enum Server {
    /// Serves until the process is told to stop.
    ///
    /// - Parameters:
    ///   - configuration: How it is set up.
    ///   - signIn: Whether callers on this machine are let in without a password, for the demo.
    ///   - beside: What runs beside it, started before and stopped after it: the demo's stack.
    ///   - logger: Where it logs.
    ///   - onListening: Told the port once the server listens.
    /// - Throws: What start or serving throws; a stop by signal is no error.
    package static func run(
        _ configuration: Configuration,
        signIn: SignIn = .required,
        beside: [any Service] = [],
        logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        let app = try await AppServices(configuration, logger: logger)
        let web = try WebServer(
            configuration: WebServerConfiguration(
                host: configuration.bind,
                port: configuration.port,
                urlBase: configuration.urlBase,
                signIn: signIn == .automaticOnLoopback ? .automaticOnLoopback : .required
            ),
            accounts: app.accounts,
            settings: app.settings,
            activity: app.activity,
            controllers: Controllers.all(app),
            compatibility: Controllers.compatible(app),
            logger: logger,
            onListening: onListening
        )
        let fetcher = ModelFetcher(
            store: app.modelStore,
            source: ModelSource(url: configuration.model.url, sha256: configuration.model.sha256),
            path: configuration.model.path,
            logger: logger
        )
        // The demo promises to take nothing from outside.
        let fetchers: [any Service] = signIn == .required ? [fetcher] : []
        let services: [any Service] =
            beside + fetchers + [
                RecoveryMonitor(recovery: app.recovery, logger: logger),
                RequestFollower(requests: app.requests, logger: logger),
                ModelChoiceFollower(app: app, logger: logger),
                ResidentMemoryKeeper(logger: logger),
                web,
            ]
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map {
                    .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await group.run()
        } catch {
            await app.shutDown()
            throw error
        }
        await app.shutDown()
    }

    /// Who gets in without a password.
    package enum SignIn: Sendable, Hashable {
        /// Nobody.
        case required
        /// Callers on this machine, for the demo.
        case automaticOnLoopback
    }
}
