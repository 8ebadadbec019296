internal import AsyncHTTPTransport
internal import Foundation
internal import LlamaEngine
internal import Logging
internal import ModelStore
package import OrderedJSON

extension ModelShelf {
    /// Fetches a model: resumed where it broke, checked, and only then put in its place.
    ///
    /// - Parameters:
    ///   - name: A name of the catalogue, or a URL.
    ///   - sha256: The hash that the file must have; the catalogue's otherwise, where it knows one.
    ///   - progress: Told how far it has come.
    /// - Returns: What is known of the file now.
    /// - Throws: `ModelStoreError`.
    package func pull(
        _ name: String,
        sha256: String?,
        progress: @Sendable (_ received: Int, _ total: Int?) -> Void
    ) async throws -> JSONValue {
        let source: ModelSource
        let file: String
        if let known = CatalogueModel.named(name) {
            source = ModelSource(url: known.url, sha256: sha256 ?? known.sha256)
            file = known.fileName
        } else if name.contains("://"), let last = URL(string: name)?.lastPathComponent,
            last.hasSuffix(".gguf")
        {
            source = ModelSource(url: name, sha256: sha256 ?? CatalogueModel.published(at: name)?.sha256)
            file = last
        } else {
            throw ModelStoreError.unknownModel(name)
        }
        let path = directory.appending(path: file).path
        try await withTransport { transport in
            try await ModelDownload(transport: transport).run(source, to: path) { step in
                progress(step.receivedBytes, step.totalBytes)
            }
        }
        return try show(path: path)
    }

    /// Reads a model file whole and compares its hash.
    ///
    /// - Parameters:
    ///   - name: A name of the catalogue or of a file on disk, or a path.
    ///   - sha256: The hash that it must have; that of the catalogue otherwise.
    /// - Returns: Its hash, the one that was due where one is known, and whether it is right; `null` where nothing
    ///   tells.
    /// - Throws: `LanguageModelError` for a file that is missing, cut off or no model; `ModelStoreError`.
    package func verify(_ name: String, sha256: String?) async throws -> JSONValue {
        let path = try await withTransport { try store(over: $0).path(of: name) }
        let known = CatalogueModel.all.first { path.hasSuffix("/" + $0.fileName) }
        let actual = try LlamaEngine.sha256(ofModelAt: path)
        let expected = (sha256 ?? known?.sha256)?.lowercased()
        return [
            "path": .string(path), "sha256": .string(actual),
            "expected": expected.map(JSONValue.string) ?? .null,
            "right": expected.map { .bool($0 == actual) } ?? .null,
        ]
    }

    /// Removes a model file that is not in use.
    ///
    /// - Throws: `ModelStoreError`.
    package func remove(_ name: String) async throws {
        let name = name.hasSuffix(".gguf") ? String(name.dropLast(5)) : name
        try await withTransport { try await store(over: $0).remove(name, current: current) }
    }

    private var directory: URL { URL(fileURLWithPath: configuration.model.path).deletingLastPathComponent() }

    /// Lends a transport, and ends it whatever happens.
    private func withTransport<Result>(_ body: (AsyncHTTPTransport) async throws -> Result) async throws
        -> Result
    {
        let transport = AsyncHTTPTransport()
        do {
            let result = try await body(transport)
            try? await transport.shutdown()
            return result
        } catch {
            try? await transport.shutdown()
            throw error
        }
    }

    private func store(over transport: AsyncHTTPTransport) -> ModelStore {
        ModelStore(
            directory: directory.path,
            transport: transport,
            logger: Logger(label: "models") { _ in SwiftLogNoOpLogHandler() }
        )
    }
}
