/// How the engine runs a model.
package struct EngineConfiguration: Sendable, Hashable, Codable {
    /// The model file (GGUF).
    package var modelPath: String
    /// How many tokens prompt and answer may have together, ≥ 64.
    package var contextTokens: Int
    /// How many threads compute at most; never more than the machine has.
    package var threads: Int
    /// How many layers a graphics processor takes, where the libraries know one; 0 for none.
    package var gpuLayers: Int
    /// Where the state of shared prompt parts is kept between runs; nil keeps none.
    package var statePath: String?

    /// A configuration; the defaults are the product's.
    package init(
        modelPath: String,
        contextTokens: Int = 2048,
        threads: Int = 4,
        gpuLayers: Int = 0,
        statePath: String? = nil
    ) {
        self.modelPath = modelPath
        self.contextTokens = contextTokens
        self.threads = threads
        self.gpuLayers = gpuLayers
        self.statePath = statePath
    }
}
