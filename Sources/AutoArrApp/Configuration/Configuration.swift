package import Foundation
package import Logging
package import MediaDomain

/// How the program is set up, read once at start from the environment; the names are those of the surface.
package struct Configuration: Sendable {
    /// The port that the server listens on; 0 lets the system choose.
    package var port: Int
    /// The address that the server listens on.
    package var bind: String
    /// The prefix of all paths behind a reverse proxy, empty or beginning with a slash and not ending with one.
    package var urlBase: String
    /// Where all state is kept.
    package var dataDirectory: URL
    /// How far the program may go on its own; nil leaves it to the setting that the page keeps.
    package var mode: OperatingMode?
    /// Whether no write leaves the house, whatever asked for it.
    package var isDryRun: Bool
    /// The least level of log lines.
    package var logLevel: Logger.Level
    /// The large language model.
    package var model: ModelSettings
    /// The environment, `FILE__` names resolved, for what connections read from it.
    package var environment: [String: String]

    /// The large language model's file and how it is run.
    package struct ModelSettings: Sendable, Hashable {
        /// The model file.
        package var path: String
        /// Where a missing file is fetched from.
        package var url: String
        /// The file's SHA-256, lower-case hexadecimal; nil where only the catalogue tells.
        package var sha256: String?
        /// Context length in tokens.
        package var context: Int
        /// Threads, never more than the machine has.
        package var threads: Int
        /// Layers on a GPU.
        package var gpuLayers: Int
        /// How long an idle model stays in memory.
        package var keepAlive: Duration
    }

    /// Reads the environment.
    ///
    /// - Parameter environment: Names and values, as a process gets them.
    /// - Throws: ``ConfigurationError`` naming the variable, its value and what it should be.
    package init(environment raw: [String: String]) throws(ConfigurationError) {
        let environment = try EnvironmentReader.resolved(raw)
        let reader = EnvironmentReader(values: environment)
        self.environment = environment
        port = try reader.integer("AUTOARR_PORT", in: 0...65535) ?? 8080
        bind = reader.text("AUTOARR_BIND") ?? "0.0.0.0"
        let base = (reader.text("AUTOARR_URL_BASE") ?? "").split(separator: "/").joined(separator: "/")
        urlBase = base.isEmpty ? "" : "/" + base
        dataDirectory = URL(fileURLWithPath: reader.text("AUTOARR_DATA") ?? "/data", isDirectory: true)
        mode = try reader.choice("AUTOARR_MODE")
        isDryRun = try reader.flag("DRY_RUN") ?? false
        logLevel = try reader.choice("LOG_LEVEL") ?? .info
        model = ModelSettings(
            path: reader.text("MODEL_PATH") ?? "/models/qwen2.5-3b-instruct-q4_k_m.gguf",
            url: reader.text("MODEL_URL") ?? Self.defaultModelURL,
            sha256: reader.text("MODEL_SHA256")?.lowercased(),
            context: try reader.integer("MODEL_CONTEXT", in: 256...131_072) ?? 2048,
            threads: try reader.integer("MODEL_THREADS", in: 1...256) ?? 4,
            gpuLayers: try reader.integer("MODEL_GPU_LAYERS", in: 0...1000) ?? 0,
            keepAlive: try reader.duration("MODEL_KEEP_ALIVE") ?? .seconds(120)
        )
    }

    /// Qwen2.5-3B-Instruct Q4_K_M as its makers publish it.
    package static let defaultModelURL =
        "https://huggingface.co/Qwen/Qwen2.5-3B-Instruct-GGUF/resolve/main/qwen2.5-3b-instruct-q4_k_m.gguf"
}

/// A setting that cannot be used.
package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The variable.
    package let name: String
    /// What is wrong with it and what it should be, without its value where that is secret.
    package let reason: String

    package var description: String { "\(name): \(reason)" }
}
