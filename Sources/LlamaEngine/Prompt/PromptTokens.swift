internal import LanguageModels

/// A prompt as tokens, with the part at its start that other prompts of its kind share.
struct PromptTokens {
    /// All tokens.
    let tokens: [Int32]
    /// How many of them, from the start, belong to the shared part.
    let sharedCount: Int

    /// Turns a prompt into tokens.
    ///
    /// The shared part is tokenised by itself, so that its tokens never depend on what follows.
    /// - Throws: ``LanguageModelError/invalidRequest(reason:)`` for a chat with a model that has no template.
    init(
        _ prompt: LanguageModelRequest.Prompt,
        sharedPrefix: Int,
        model: LoadedModel
    ) throws(LanguageModelError) {
        let vocabulary = model.vocabulary
        var tokens: [Int32] = []
        var shared = 0
        switch prompt {
        case .raw(let text):
            let prefix = String(text.prefix(max(0, sharedPrefix)))
            tokens = vocabulary.tokens(of: prefix, markers: .tokens)
            shared = tokens.count
            tokens += vocabulary.tokens(of: String(text.dropFirst(prefix.count)), markers: .tokens)
        case .chat(let messages):
            guard let template = model.chatTemplate else {
                throw .invalidRequest(
                    reason:
                        "the model \(ModelFile.name(of: model.file.path)) has no chat template; use a raw prompt"
                )
            }
            var contents = 0
            for part in try ChatTemplate(template).render(messages) {
                switch part {
                case .template(let text):
                    tokens += vocabulary.tokens(of: text, markers: .tokens)
                    // The template's text up to the next content is the same whatever that content is.
                    if contents > 0, contents <= sharedPrefix { shared = tokens.count }
                case .content(let text):
                    tokens += vocabulary.tokens(of: text, markers: .plainText)
                    contents += 1
                    if contents > sharedPrefix { continue }
                    shared = tokens.count
                }
            }
        }
        if vocabulary.addsBeginning, let beginning = vocabulary.beginning, tokens.first != beginning {
            tokens.insert(beginning, at: 0)
            if shared > 0 { shared += 1 }
        }
        guard !tokens.isEmpty else { throw .invalidRequest(reason: "the prompt is empty") }
        self.tokens = tokens
        sharedCount = shared
    }
}
