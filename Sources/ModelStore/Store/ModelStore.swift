internal import Foundation
package import Logging
package import ServiceHTTP

/// The model files of the house: what is on disk, what is being fetched.
package actor ModelStore {
    /// Where model files lie.
    package nonisolated let directory: String

    private let download: ModelDownload
    private let logger: Logger
    private var fetches: [String: (task: Task<Void, any Error>, last: ModelProgress?)] = [:]
    private var listeners: [String: [UUID: AsyncThrowingStream<ModelProgress, any Error>.Continuation]] = [:]

    /// The store of a directory.
    package init(
        directory: String,
        transport: any StreamingTransport,
        logger: Logger,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.directory = directory
        download = ModelDownload(transport: transport, clock: clock)
        self.logger = logger
    }

    /// The model files on disk, by name.
    package nonisolated func installed() -> [InstalledModel] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return files.filter { $0.hasSuffix(".gguf") }.sorted().compactMap { file in
            let path = URL(filePath: directory).appending(path: file).path
            let resolved = URL(filePath: path).resolvingSymlinksInPath().path
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved),
                attributes[.type] as? FileAttributeType == .typeRegular
            else { return nil }
            return InstalledModel(
                name: String(file.dropLast(5)),
                path: path,
                bytes: (attributes[.size] as? NSNumber)?.intValue ?? 0
            )
        }
    }

    /// Where the file of a model is or will be.
    ///
    /// - Parameter name: A name of the catalogue or of a file on disk, or a path.
    /// - Returns: Its path, whether a file is there or not.
    /// - Throws: ``ModelStoreError/unknownModel(_:)``.
    package nonisolated func path(of name: String) throws(ModelStoreError) -> String {
        if name.hasPrefix("/") { return name }
        if let here = installed().first(where: { $0.name == name || $0.name + ".gguf" == name }) {
            return here.path
        }
        guard let known = CatalogueModel.named(name) else { throw .unknownModel(name) }
        return URL(filePath: directory).appending(path: known.fileName).path
    }

    /// Fetches a file, or joins the fetch that is under way for the same place.
    ///
    /// The fetch goes on when nobody listens any more; ``cancelFetch(of:)`` ends it.
    /// - Returns: How far it has come; ends when the file is in its place, throws ``ModelStoreError`` when it failed.
    package func fetch(_ source: ModelSource, to path: String) -> AsyncThrowingStream<
        ModelProgress, any Error
    > {
        let (stream, continuation) = AsyncThrowingStream<ModelProgress, any Error>.makeStream(
            bufferingPolicy: .bufferingNewest(64)
        )
        let id = UUID()
        listeners[path, default: [:]][id] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(id, path: path) }
        }
        if let last = fetches[path]?.last { continuation.yield(last) }
        if fetches[path] == nil { begin(source, to: path) }
        return stream
    }

    /// Fetches a file where it is missing.
    ///
    /// - Throws: ``ModelStoreError``.
    package func ensure(_ source: ModelSource, at path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        for try await _ in fetch(source, to: path) {}
    }

    /// How far the fetch for a place has come; nil where none is under way.
    package func progress(of path: String) -> ModelProgress? { fetches[path]?.last }

    /// Ends the fetch for a place; what has come is kept.
    package func cancelFetch(of path: String) { fetches[path]?.task.cancel() }

    /// Removes a model file.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - current: The path of the model in use, which stays.
    /// - Throws: ``ModelStoreError``.
    package func remove(_ name: String, current: String?) throws(ModelStoreError) {
        guard let model = installed().first(where: { $0.name == name }) else { throw .unknownModel(name) }
        guard model.path != current else { throw .inUse(name) }
        do {
            try FileManager.default.removeItem(atPath: model.path)
        } catch {
            throw .notWritable(path: model.path, reason: "it cannot be removed")
        }
    }

    private func begin(_ source: ModelSource, to path: String) {
        let (progress, feed) = AsyncStream<ModelProgress>.makeStream(bufferingPolicy: .bufferingNewest(64))
        let task = Task { [download] in
            defer { feed.finish() }
            try await download.run(source, to: path) { feed.yield($0) }
        }
        fetches[path] = (task, nil)
        logger.info("model fetch started", metadata: ["model.path": "\(path)"])
        Task { [weak self] in
            for await step in progress { await self?.tell(step, path: path) }
            let result = await task.result
            await self?.end(result, path: path)
        }
    }

    private func tell(_ step: ModelProgress, path: String) {
        fetches[path]?.last = step
        for listener in (listeners[path] ?? [:]).values { listener.yield(step) }
    }

    private func end(_ result: Result<Void, any Error>, path: String) {
        fetches[path] = nil
        let ended = (listeners.removeValue(forKey: path) ?? [:]).values
        switch result {
        case .success:
            logger.info("model fetched", metadata: ["model.path": "\(path)"])
            for listener in ended { listener.finish() }
        case .failure(let error):
            logger.warning("model fetch failed", metadata: ["model.reason": "\(error)"])
            for listener in ended { listener.finish(throwing: error) }
        }
    }

    private func forget(_ id: UUID, path: String) { listeners[path]?[id] = nil }
}
