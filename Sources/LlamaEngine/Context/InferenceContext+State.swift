internal import CLlama
internal import LanguageModels

// The state of sequence 0 as bytes, for the prefix store.
extension InferenceContext {
    /// How this context keeps its state; a state of another layout does not fit.
    var stateLayout: String {
        "f16 f16 flash unified \(Self.sequences) rope \(llama_model_rope_type(model.pointer).rawValue) "
            + "\(llama_model_rope_freq_scale_train(model.pointer))"
    }

    /// The size of the state of what was read, in bytes.
    func stateSize() -> Int { llama_state_seq_get_size(pointer, 0) }

    /// Writes the state of what was read.
    ///
    /// - Returns: Whether it fitted.
    func writeState(to bytes: UnsafeMutableRawBufferPointer) -> Bool {
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return false }
        return llama_state_seq_get_data(pointer, base, bytes.count, 0) == bytes.count
    }

    /// Takes over a state instead of reading tokens.
    ///
    /// - Parameters:
    ///   - bytes: What ``writeState(to:)`` wrote.
    ///   - tokens: The tokens that it is the state of.
    /// - Returns: Whether llama.cpp took it; nothing is read otherwise.
    func readState(from bytes: UnsafeRawBufferPointer, of tokens: [Int32], adapter: OpaquePointer?) throws
        -> Bool
    {
        try use(adapter)
        forget()
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress,
            llama_state_seq_set_data(pointer, base, bytes.count, 0) > 0,
            Int(llama_memory_seq_pos_max(memory, 0)) == tokens.count - 1
        else {
            forget()
            return false
        }
        adopt(tokens)
        return true
    }
}
