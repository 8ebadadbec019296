internal import CLlama
internal import Crypto
internal import Foundation

/// What the state of a shared prompt part depends on: two states with the same key are the same state.
///
/// llama.cpp checks shapes when a state is read back, but neither the model nor the adapter that made it, so all of
/// that stands in the name of the file.
struct PrefixKey: Hashable {
    /// The SHA-256 over everything, in lower-case hexadecimal.
    let name: String

    /// The key of some tokens, read by a model with an adapter.
    ///
    /// - Parameters:
    ///   - tokens: The tokens of the shared part.
    ///   - model: The fingerprint of the model file.
    ///   - adapter: The fingerprint of the adapter's file; nil for the model alone.
    ///   - layout: How the context keeps its state.
    init(tokens: [Int32], model: String, adapter: String?, layout: String) {
        var hasher = SHA256()
        let facts = [
            "state 1", model, adapter ?? "", layout,
            String(cString: ggml_version()), String(cString: ggml_commit()),
            // Names what the chosen back end computes with; another one rounds otherwise.
            String(cString: llama_print_system_info()),
        ]
        hasher.update(data: Data(facts.joined(separator: "\u{0}").utf8))
        tokens.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        name = hasher.finalize().hexadecimal
    }
}
