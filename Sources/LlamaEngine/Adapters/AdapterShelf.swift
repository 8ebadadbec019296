internal import CLlama
internal import Foundation
internal import LanguageModels

/// The adapters that were loaded for a model, by path.
///
/// Used on the engine's thread. The model owns the adapters: they are freed with it.
final class AdapterShelf {
    private let model: LoadedModel
    private var adapters: [String: (stamp: FileStamp, pointer: OpaquePointer)] = [:]

    /// The shelf of a model.
    init(_ model: LoadedModel) { self.model = model }

    /// The adapter of a file, loaded when it was not yet, or has changed since.
    ///
    /// llama.cpp checks architecture, names and shapes of the tensors against the base; where the adapter says the
    /// hash of its base (`autoarr.base.sha256`), that is checked too: weights quantised otherwise have the same
    /// shapes and give other answers.
    /// - Throws: ``LanguageModelError/unusableAdapter(path:reason:)``.
    func adapter(at path: String) throws(LanguageModelError) -> OpaquePointer {
        guard let stamp = FileStamp(path: path) else {
            throw .unusableAdapter(path: path, reason: "there is no such file")
        }
        if let known = adapters[path], known.stamp == stamp { return known.pointer }
        _ = LibraryLog.takeErrors()
        guard let pointer = llama_adapter_lora_init(model.pointer, path) else {
            let reason = LibraryLog.takeErrors()
            throw .unusableAdapter(
                path: path,
                reason: reason.isEmpty ? "llama.cpp could not load it" : reason
            )
        }
        if let wanted = metadata("autoarr.base.sha256", of: pointer) {
            let hash = try model.sha256()
            guard wanted.lowercased() == hash else {
                llama_adapter_lora_free(pointer)
                throw .unusableAdapter(
                    path: path,
                    reason: "it belongs to the base \(wanted.prefix(12))…, the model is \(hash.prefix(12))…"
                )
            }
        }
        adapters[path] = (stamp, pointer)
        return pointer
    }

    private func metadata(_ key: String, of adapter: OpaquePointer) -> String? {
        let bytes = [CChar](unsafeUninitializedCapacity: 256) { space, count in
            count = Int(max(0, min(255, llama_adapter_meta_val_str(adapter, key, space.baseAddress, 256))))
        }
        return bytes.isEmpty ? nil : String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
