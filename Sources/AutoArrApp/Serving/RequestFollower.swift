internal import ContentRequests
internal import Logging
internal import ServiceLifecycle

/// Looks every fifteen seconds where the requests under way stand.
struct RequestFollower: Service {
    private let requests: RequestService
    private let logger: Logger

    /// A follower of these requests.
    init(requests: RequestService, logger: Logger) {
        self.requests = requests
        self.logger = logger
    }

    func run() async throws {
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
