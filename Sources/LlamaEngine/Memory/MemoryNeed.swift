/// How much memory a model takes, from what stands at the head of its file.
package struct MemoryNeed: Sendable, Hashable {
    /// The weights, mapped from the file: they can be dropped and read again, but only at the price of the disk's speed.
    package let weights: Int
    /// The KV cache for one token of context, keys and values as 16-bit floats.
    package let stateBytesPerToken: Int
    /// What a forward pass needs beside, at 256 tokens a pass.
    package let passes: Int

    /// A need, in bytes.
    package init(weights: Int, stateBytesPerToken: Int, passes: Int) {
        self.weights = weights
        self.stateBytesPerToken = stateBytesPerToken
        self.passes = passes
    }

    /// What a context of this many tokens takes altogether, in bytes.
    package func bytes(contextTokens: Int) -> Int { weights + stateBytesPerToken * contextTokens + passes }
}

extension MemoryNeed {
    /// The need of a model file.
    ///
    /// - Note: Source for the keys: `docs/gguf.md` of ggml. Where a model keeps a list of head counts instead of one
    ///   number, every head is counted as a KV head, which is too much rather than too little.
    init(_ file: ModelFile) {
        let header = file.header
        let architecture = header.strings["general.architecture"] ?? ""
        func number(_ key: String) -> Int { max(0, header.integers["\(architecture).\(key)"] ?? 0) }
        let width = number("embedding_length")
        let heads = max(1, number("attention.head_count"))
        let kvHeads = min(heads, header.integers["\(architecture).attention.head_count_kv"] ?? heads)
        let keyWidth = header.integers["\(architecture).attention.key_length"] ?? width / heads
        let valueWidth = header.integers["\(architecture).attention.value_length"] ?? width / heads
        let feedForward = number("feed_forward_length")
        let rows = max(number("vocab_size"), 50_000)
        self.init(
            weights: file.bytes,
            stateBytesPerToken: 2 * number("block_count") * kvHeads * (keyWidth + valueWidth),
            // Activations of a pass in 32-bit floats, the rows of logits, and what every process has.
            passes: 256 * 4 * (8 * width + 3 * feedForward) + InferenceContext.outputs * 4 * rows + (24 << 20)
        )
    }
}
