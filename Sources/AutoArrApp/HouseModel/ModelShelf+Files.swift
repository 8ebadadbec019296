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
        let transport = AsyncHTTPTransport()
        do {
            try await ModelDownload(transport: transport).run(source, to: path) { step in
                progress(step.receivedBytes, step.totalBytes)
            }
        } catch {
            try? await transport.shutdown()
            throw error
        }
        try? await transport.shutdown()
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
    package func verify(_ name: String, sha256: String?) throws -> JSONValue {
        let path = try store().path(of: name)
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
        try await store().remove(name.hasSuffix(".gguf") ? String(name.dropLast(5)) : name, current: current)
    }

    private var directory: URL { URL(fileURLWithPath: configuration.model.path).deletingLastPathComponent() }

    private func store() -> ModelStore {
        ModelStore(
            directory: directory.path,
            transport: AsyncHTTPTransport(),
            logger: Logger(label: "models") { _ in SwiftLogNoOpLogHandler() }
        )
    }
}
