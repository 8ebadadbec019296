internal import Foundation
internal import LanguageModels
internal import LlamaEngine
internal import ModelStore
package import OrderedJSON

/// What the shell does with models: which there are, and which is used.
package struct ModelShelf: Sendable {
    let configuration: Configuration
    private let choice: ModelChoice

    /// The models of a configuration.
    package init(_ configuration: Configuration) {
        self.configuration = configuration
        choice = ModelChoice(dataDirectory: configuration.dataDirectory)
    }

    /// The file that is used for prose.
    package var current: String { choice.path ?? configuration.model.path }

    /// The models on disk beside the configured one, and the house model.
    package func list() -> [JSONValue] {
        let directory = URL(fileURLWithPath: configuration.model.path).deletingLastPathComponent()
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? [])
            .filter { $0.hasSuffix(".gguf") }.sorted().map { directory.appending(path: $0).path }
        let house = HouseModelFiles.find(environment: configuration.environment, modelsDirectory: directory)
        var rows = (files.contains(current) ? files : [current] + files).map {
            row($0, role: $0 == current ? "prose" : "on disk")
        }
        if let house { rows.append(row(house.base.path, role: "house")) }
        return rows
    }

    /// What is known of one file.
    ///
    /// - Throws: `LanguageModelError` for a file that is missing or is no model.
    package func show(path: String) throws -> JSONValue {
        try LlamaEngine.check(modelPath: path)
        return row(path, role: path == current ? "prose" : "on disk")
    }

    /// Uses a file from now on; a running server follows within two seconds, requests in flight end on the old one.
    ///
    /// - Throws: `LanguageModelError` for a file that is missing or is no model; `ModelStoreError` where the choice cannot be kept.
    package func use(path: String) throws {
        let path = URL(fileURLWithPath: path).standardizedFileURL.path
        try LlamaEngine.check(modelPath: path)
        try DataDirectory.prepare(configuration.dataDirectory)
        try choice.keep(path: path)
    }

    private func row(_ path: String, role: String) -> JSONValue {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? nil
        return [
            "path": .string(path), "role": .string(role), "bytes": size.map { JSONValue.number($0) } ?? .null,
            "present": .bool(size != nil),
        ]
    }
}
