package import Logging
internal import ServiceLifecycle

/// Looks at the downloads of the house again and again until the server stops.
package struct RecoveryMonitor: Service {
    private let recovery: RecoveryService
    private let interval: Duration
    private let clock: any Clock<Duration>
    private let logger: Logger

    /// A monitor.
    ///
    /// - Parameters:
    ///   - recovery: What looks and acts.
    ///   - interval: The pause between two looks; within two minutes of a failure it must be known.
    ///   - clock: Time.
    ///   - logger: Is told when a look fails.
    package init(
        recovery: RecoveryService,
        interval: Duration = .seconds(30),
        clock: any Clock<Duration> = ContinuousClock(),
        logger: Logger
    ) {
        self.recovery = recovery
        self.interval = interval
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        // A cancelled sleep is the ordinary end: letting it escape would end the process with an error.
        do {
            try await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    do {
                        try await recovery.look()
                    } catch let error where !(error is CancellationError) {
                        logger.warning("Downloads could not be looked at", metadata: ["error": "\(error)"])
                    }
                    try await clock.sleep(for: interval)
                }
            }
        } catch is CancellationError {}
    }
}
