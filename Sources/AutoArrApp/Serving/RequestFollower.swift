package import ContentRequests
package import Logging
package import ServiceLifecycle

/// Looks every fifteen seconds where the requests under way stand.
package struct RequestFollower: Service {
    private let requests: RequestService
    private let logger: Logger

    /// A follower of these requests.
    package init(requests: RequestService, logger: Logger) {
        self.requests = requests
        self.logger = logger
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    do {
                        try await requests.follow()
                    } catch is CancellationError {
                        throw CancellationError()
                    } catch {
                        logger.warning("requests could not be followed", metadata: ["error": "\(error)"])
                    }
                    try await Task.sleep(for: .seconds(15))
                }
            }
        } catch is CancellationError {}
    }
}
