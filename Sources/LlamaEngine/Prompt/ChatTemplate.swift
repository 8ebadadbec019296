internal import CLlama
internal import Foundation
internal import LanguageModels

/// A model's own way to write a conversation down.
struct ChatTemplate {
    /// A stretch of a rendered conversation.
    enum Part: Hashable {
        /// Written by the template: its markers are tokens.
        case template(String)
        /// Written by somebody: markers in it are plain text.
        case content(String)
    }

    private let template: String

    /// A template as it stands in the model's metadata.
    init(_ template: String) { self.template = template }

    /// The conversation as the model expects it, with the start of the assistant's turn at its end.
    ///
    /// - Throws: ``LanguageModelError/invalidRequest(reason:)`` when llama.cpp does not know the template.
    func render(_ messages: [ChatMessage]) throws(LanguageModelError) -> [Part] {
        // The contents are put in after rendering, so that no text of theirs can be taken for the template's.
        let places = messages.indices.map { "\u{1}\($0)\u{1}" }
        let rendered = try apply(zip(messages, places).map { ($0.role.rawValue, $1) })
        var parts: [Part] = []
        var rest = rendered[...]
        for (message, place) in zip(messages, places) {
            guard let found = rest.range(of: place) else {
                throw .invalidRequest(
                    reason: "the model's chat template leaves out a message of role \(message.role)"
                )
            }
            parts.append(.template(String(rest[..<found.lowerBound])))
            parts.append(.content(message.content))
            rest = rest[found.upperBound...]
        }
        parts.append(.template(String(rest)))
        return parts
    }

    private func apply(_ messages: [(role: String, content: String)]) throws(LanguageModelError) -> String {
        let strings = messages.flatMap { [strdup($0.role), strdup($0.content)] }
        defer { for string in strings { free(string) } }
        let chat = stride(from: 0, to: strings.count, by: 2).map {
            llama_chat_message(role: strings[$0], content: strings[$0 + 1])
        }
        var capacity = 4096
        while true {
            var length = 0
            let bytes = [CChar](unsafeUninitializedCapacity: capacity) { space, count in
                length = Int(
                    llama_chat_apply_template(
                        template,
                        chat,
                        chat.count,
                        true,
                        space.baseAddress,
                        Int32(capacity)
                    )
                )
                count = max(0, min(length, capacity))
            }
            guard length >= 0 else {
                throw .invalidRequest(
                    reason:
                        "the chat template of this model is not one that the engine knows; use a raw prompt"
                )
            }
            if length <= capacity {
                return String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
            }
            capacity = length
        }
    }
}
