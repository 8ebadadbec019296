internal import CLlama
internal import Foundation
internal import LanguageModels

/// A llama context: the KV cache with what has been read so far, and the forward pass.
///
/// Created, used and freed on the engine's thread, before its model. Sequence 0 holds prompt and answer; the others
/// are branches of a choice.
final class InferenceContext {
    /// How many branches one forward pass can carry, the main sequence included.
    static let sequences: Int32 = 16
    /// How many rows of logits one forward pass can give.
    ///
    /// Each costs a row of the vocabulary's width in memory.
    static let outputs = 16
    /// How many tokens one forward pass takes.
    static let batchTokens = 512

    /// How many tokens fit.
    let capacity: Int
    /// The tokens in sequence 0.
    private(set) var cached: [Int32] = []

    let model: LoadedModel
    let pointer: OpaquePointer
    let memory: llama_memory_t
    private let abort = AbortSwitch()
    private var batch: llama_batch
    private var adapter: OpaquePointer?
    private let vocabularySize: Int
    private var governor: ThreadGovernor
    private var threads: Int

    /// A context on a model.
    ///
    /// - Throws: ``LanguageModelError/engineStopped(reason:)`` when llama.cpp could not make one.
    init(_ model: LoadedModel, capacity: Int, threads: Int) throws(LanguageModelError) {
        var parameters = llama_context_default_params()
        parameters.n_ctx = UInt32(capacity)
        parameters.n_batch = UInt32(Self.batchTokens)
        parameters.n_ubatch = 256
        parameters.n_seq_max = UInt32(Self.sequences)
        parameters.n_outputs_max = UInt32(Self.outputs)
        parameters.n_threads = Int32(threads)
        parameters.n_threads_batch = Int32(threads)
        // Without flash attention V is stored transposed, element by element; with it states save and load in bulk.
        parameters.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_ENABLED
        parameters.type_k = GGML_TYPE_F16
        parameters.type_v = GGML_TYPE_F16
        // Only a unified cache can copy sequences in place; otherwise llama.cpp ends the process.
        parameters.kv_unified = true
        parameters.offload_kqv = model.usesAccelerator
        parameters.op_offload = model.usesAccelerator
        parameters.no_perf = true
        _ = LibraryLog.takeErrors()
        guard let pointer = llama_init_from_model(model.pointer, parameters),
            let memory = llama_get_memory(pointer)
        else {
            let reason = LibraryLog.takeErrors()
            throw .engineStopped(reason: reason.isEmpty ? "llama.cpp could not make a context" : reason)
        }
        self.model = model
        self.pointer = pointer
        self.memory = memory
        self.capacity = min(capacity, Int(llama_n_ctx(pointer)))
        vocabularySize = model.vocabulary.count
        governor = ThreadGovernor(most: threads)
        self.threads = threads
        batch = llama_batch_init(Int32(Self.batchTokens), 0, Self.sequences)
        llama_set_abort_callback(
            pointer,
            { data in
                guard let data else { return false }
                let abort = Unmanaged<AbortSwitch>.fromOpaque(data).takeUnretainedValue()
                return abort.cancellation?.isCancelled ?? false
            },
            Unmanaged.passUnretained(abort).toOpaque()
        )
    }

    deinit {
        llama_batch_free(batch)
        llama_free(pointer)
    }

    /// A request begins: looks at what else runs on the machine.
    func beginRequest(on processors: Processors) {
        guard governor.most > 1 else { return }
        // Whoever handed the request over still runs for a moment; a neighbour runs longer.
        var others = processors.othersRunning
        for _ in 0..<3 where others > 0 {
            usleep(150)
            others = min(others, processors.othersRunning)
        }
        governor.begin(othersRunning: others, processors: processors.count)
    }

    private func useThreads(_ count: Int) {
        guard count != threads else { return }
        threads = count
        llama_set_n_threads(pointer, Int32(count), Int32(count))
    }

    /// Uses an adapter, or none, from here on; what was read with another is forgotten.
    ///
    /// - Throws: ``LanguageModelError/engineStopped(reason:)`` when llama.cpp refuses it.
    func use(_ adapter: OpaquePointer?) throws(LanguageModelError) {
        guard adapter != self.adapter else { return }
        forget()
        var adapters = [adapter].compactMap(\.self).map(Optional.some)
        var scales: [Float] = adapters.map { _ in 1 }
        guard llama_set_adapters_lora(pointer, &adapters, adapters.count, &scales) == 0 else {
            throw .engineStopped(reason: "llama.cpp could not set the adapter")
        }
        self.adapter = adapter
    }

    /// Forgets all that was read.
    func forget() {
        llama_memory_clear(memory, false)
        cached = []
    }

    /// Whether these tokens, read with this adapter, stand at the start of sequence 0.
    func holds(_ tokens: [Int32], adapter: OpaquePointer?) -> Bool {
        adapter == self.adapter && cached.starts(with: tokens)
    }

    /// Says that sequence 0 holds these tokens, whose state came from elsewhere.
    func adopt(_ tokens: [Int32]) { cached = tokens }

    /// Makes sequence 0 hold exactly these tokens, reading what is not there yet, with the logits of the last.
    ///
    /// - Parameters:
    ///   - tokens: At least one, at most ``capacity``.
    ///   - adapter: The adapter to read them with; nil for the model alone.
    ///   - control: Asked between passes; ends this in the middle of a pass when the request is cancelled.
    /// - Returns: How many tokens were there already.
    /// - Throws: `CancellationError`, or ``LanguageModelError``.
    @discardableResult
    func read(_ tokens: [Int32], adapter: OpaquePointer?, control: AnswerControl) throws -> Int {
        guard tokens.count <= capacity else {
            throw LanguageModelError.contextExceeded(promptTokens: tokens.count, contextTokens: capacity)
        }
        var reused: Int?
        while true {
            // A request that went first between two passes may have left another adapter and other tokens.
            try use(adapter)
            let common = min(commonLength(with: tokens), tokens.count - 1)
            cut(to: common)
            reused = min(reused ?? cached.count, cached.count)
            let end = min(cached.count + control.passTokens, tokens.count)
            let start = cached.count
            let items = (start..<end).map { place in
                BatchItem(
                    token: tokens[place],
                    position: place,
                    sequences: [0],
                    hasLogits: place == tokens.count - 1
                )
            }
            try decode(items, control: control, intended: tokens)
            cached.append(contentsOf: tokens[start..<end])
            if end == tokens.count { return reused ?? 0 }
            try control.pause()
        }
    }

    /// The logits of the last pass: `output` counts those that asked for logits, in order.
    func logits(batchIndex: Int32 = -1) throws(LanguageModelError) -> LogitRow {
        guard let row = llama_get_logits_ith(pointer, batchIndex) else {
            throw .engineStopped(reason: "llama.cpp gave no logits")
        }
        return LogitRow(UnsafeBufferPointer(start: row, count: vocabularySize))
    }

    /// Runs one pass over items that continue copies of sequence 0, then forgets the copies.
    ///
    /// - Parameters:
    ///   - items: The tokens of all branches.
    ///   - branches: How many branches there are; their sequences are 1…branches.
    ///   - control: Ends this in the middle when the request is cancelled.
    ///   - body: Reads the logits, by the item's place in the batch.
    /// - Returns: What `body` returns.
    /// - Throws: `CancellationError`, ``LanguageModelError``, or what `body` throws.
    func branch<Result>(
        _ items: [BatchItem],
        branches: Int32,
        control: AnswerControl,
        body: () throws -> Result
    ) throws -> Result {
        for sequence in 1...branches { llama_memory_seq_cp(memory, 0, sequence, -1, -1) }
        defer { for sequence in 1...branches { llama_memory_seq_rm(memory, sequence, -1, -1) } }
        try decode(items, control: control, intended: cached)
        return try body()
    }

    private func commonLength(with tokens: [Int32]) -> Int {
        var length = 0
        let end = min(tokens.count, cached.count)
        while length < end, tokens[length] == cached[length] { length += 1 }
        return length
    }

    private func cut(to length: Int) {
        guard length < cached.count else { return }
        // Recurrent and hybrid models cannot go back; they start anew.
        guard length > 0, llama_memory_seq_rm(memory, 0, Int32(length), -1) else {
            forget()
            return
        }
        cached.removeLast(cached.count - length)
    }

    private func decode(_ items: [BatchItem], control: AnswerControl, intended: [Int32]) throws {
        for (place, item) in items.enumerated() {
            batch.token[place] = item.token
            batch.pos[place] = Int32(item.position)
            batch.n_seq_id[place] = Int32(item.sequences.count)
            for (index, sequence) in item.sequences.enumerated() { batch.seq_id[place]?[index] = sequence }
            batch.logits[place] = item.hasLogits ? 1 : 0
        }
        batch.n_tokens = Int32(items.count)
        abort.cancellation = control.cancellation
        defer { abort.cancellation = nil }
        _ = LibraryLog.takeErrors()
        useThreads(governor.threads)
        let start = ContinuousClock.now
        let status = llama_decode(pointer, batch)
        // Only passes over one token are alike enough to be compared.
        if items.count == 1 { governor.passed(seconds: (ContinuousClock.now - start) / .seconds(1)) }
        guard status != 0 else { return }
        // Parts of the batch may have been read; what stands in the cache now is what its positions say.
        let kept = min(Int(llama_memory_seq_pos_max(memory, 0)) + 1, intended.count)
        cached = Array(intended[..<max(0, kept)])
        switch status {
        case 2: throw CancellationError()
        case 1:
            throw LanguageModelError.contextExceeded(promptTokens: intended.count, contextTokens: capacity)
        default:
            forget()
            throw LanguageModelError.engineStopped(reason: "llama.cpp: \(status) \(LibraryLog.takeErrors())")
        }
    }
}

/// One token of a forward pass.
struct BatchItem {
    let token: Int32
    /// Its place in its sequences, from 0.
    let position: Int
    /// The sequences that it belongs to.
    let sequences: [Int32]
    /// Whether the logits after it are read.
    let hasLogits: Bool
}
