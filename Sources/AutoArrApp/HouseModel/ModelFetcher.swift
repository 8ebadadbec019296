internal import Foundation
package import Logging
package import ModelStore
internal import ServiceLifecycle

/// Fetches the large model where its file is missing, while everything else already works.
package struct ModelFetcher: Service {
    private let store: ModelStore
    private let source: ModelSource
    private let path: String
    private let logger: Logger

    /// A fetcher of one file.
    package init(store: ModelStore, source: ModelSource, path: String, logger: Logger) {
        self.store = store
        self.source = source
        self.path = path
        self.logger = logger
    }

    /// Fetches the file; a failure is told and costs nothing else, the next start goes on from where it broke.
    package func run() async throws {
        let fetch = Task {
            do {
                try await store.ensure(source, at: path)
            } catch is CancellationError {
            } catch {
                logger.warning(
                    "the language model is not there: \(error) Everything works on rules meanwhile."
                )
            }
        }
        // A service that ends would end the server: this one stays until it is told to stop.
        try? await gracefulShutdown()
        fetch.cancel()
        await store.cancelFetch(of: path)
    }
}
