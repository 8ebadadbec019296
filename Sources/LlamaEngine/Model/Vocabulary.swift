internal import CLlama
internal import LanguageModels

/// The tokens of a model and their bytes.
///
/// Borrowed from the model: use it on the engine's thread while the model lives.
struct Vocabulary {
    private let pointer: OpaquePointer

    /// The vocabulary of a model; `pointer` is its `llama_vocab`.
    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    /// How many tokens there are.
    var count: Int { Int(llama_vocab_n_tokens(pointer)) }

    /// The token that begins a text, where the model has one.
    var beginning: Int32? {
        let token = llama_vocab_bos(pointer)
        return token == -1 ? nil : token
    }

    /// Whether a text begins with ``beginning`` by itself.
    var addsBeginning: Bool { llama_vocab_get_add_bos(pointer) }

    /// Whether a token ends an answer.
    func endsAnswer(_ token: Int32) -> Bool { llama_vocab_is_eog(pointer, token) }

    /// Whether a token is a marker that never belongs to a text.
    func isControl(_ token: Int32) -> Bool { llama_vocab_is_control(pointer, token) }

    /// The bytes of a token; none for a marker.
    func bytes(of token: Int32) -> [UInt8] {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            let length = llama_token_to_piece(pointer, token, buffer.baseAddress, 64, 0, false)
            if length >= 0 { return buffer[..<Int(length)].map(UInt8.init(bitPattern:)) }
            let long = [CChar](unsafeUninitializedCapacity: Int(-length)) { space, count in
                count = Int(
                    max(0, llama_token_to_piece(pointer, token, space.baseAddress, -length, 0, false))
                )
            }
            return long.map(UInt8.init(bitPattern:))
        }
    }

    /// How markers such as `<|im_start|>` in a text are read.
    enum Markers {
        /// As the tokens that they name.
        case tokens
        /// As plain text: nobody's words can end a turn.
        case plainText
    }

    /// The tokens of a text.
    func tokens(of text: String, markers: Markers) -> [Int32] {
        var text = text
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                tokens(of: characters, parseMarkers: markers == .tokens)
            }
        }
    }

    private func tokens(of text: UnsafeBufferPointer<CChar>, parseMarkers: Bool) -> [Int32] {
        guard !text.isEmpty else { return [] }
        var capacity = text.count + 2
        while true {
            var needed = 0
            let tokens = [Int32](unsafeUninitializedCapacity: capacity) { space, count in
                let result = llama_tokenize(
                    pointer,
                    text.baseAddress,
                    Int32(text.count),
                    space.baseAddress,
                    Int32(capacity),
                    false,
                    parseMarkers
                )
                count = Int(max(0, result))
                needed = Int(result < 0 ? -Int64(result) : 0)
            }
            if needed <= capacity { return tokens }
            capacity = needed
        }
    }
}
