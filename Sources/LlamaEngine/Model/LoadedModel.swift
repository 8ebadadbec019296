internal import CLlama
internal import LanguageModels

/// The weights of a model in memory, mapped from its file.
///
/// Created, used and freed on the engine's thread. Every context on it must be freed before.
final class LoadedModel {
    /// The file.
    let file: ModelFile
    /// The `llama_model`.
    let pointer: OpaquePointer
    /// Its tokens.
    let vocabulary: Vocabulary
    /// Its chat template, where it has one.
    let chatTemplate: String?

    private var hash: String?

    /// Maps the weights.
    ///
    /// - Throws: ``LanguageModelError/unreadableModel(path:reason:)`` with what llama.cpp said.
    init(_ file: ModelFile, gpuLayers: Int) throws(LanguageModelError) {
        do {
            try LlamaLibrary.prepare()
        } catch {
            throw .engineStopped(reason: error.description)
        }
        var parameters = llama_model_default_params()
        parameters.load_mode = LLAMA_LOAD_MODE_MMAP
        // Repacked weights are a second copy in memory and undo the mapping; a NAS has no room for that.
        parameters.use_extra_bufts = false
        parameters.n_gpu_layers = Int32(gpuLayers)
        _ = LibraryLog.takeErrors()
        guard let pointer = llama_model_load_from_file(file.path, parameters) else {
            let reason = LibraryLog.takeErrors()
            throw .unreadableModel(
                path: file.path,
                reason: reason.isEmpty ? "llama.cpp could not load it" : reason
            )
        }
        guard let vocabulary = llama_model_get_vocab(pointer), llama_vocab_n_tokens(vocabulary) > 0 else {
            llama_model_free(pointer)
            throw .unreadableModel(path: file.path, reason: "it has no vocabulary")
        }
        guard llama_model_has_decoder(pointer), !llama_model_has_encoder(pointer) else {
            llama_model_free(pointer)
            throw .unreadableModel(path: file.path, reason: "it is not a model that writes text by itself")
        }
        self.file = file
        self.pointer = pointer
        self.vocabulary = Vocabulary(vocabulary)
        chatTemplate = llama_model_chat_template(pointer, nil).map { String(cString: $0) }
    }

    deinit { llama_model_free(pointer) }
}

extension LoadedModel {
    /// Whether a graphics processor takes part.
    var usesAccelerator: Bool {
        (0..<ggml_backend_dev_count()).contains { index in
            let type = ggml_backend_dev_type(ggml_backend_dev_get(index))
            return type == GGML_BACKEND_DEVICE_TYPE_GPU || type == GGML_BACKEND_DEVICE_TYPE_IGPU
        }
    }
}

extension LoadedModel {
    /// The SHA-256 of the file, in lower-case hexadecimal; computed once.
    ///
    /// - Throws: ``LanguageModelError/unreadableModel(path:reason:)``.
    func sha256() throws(LanguageModelError) -> String {
        if let hash { return hash }
        let result = try file.sha256()
        hash = result
        return result
    }
}
