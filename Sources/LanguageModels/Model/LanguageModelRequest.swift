public import GuidedGeneration

/// One request to a model, as a value that can travel to another process.
public struct LanguageModelRequest: Sendable, Hashable, Codable {
    /// What the model reads.
    public enum Prompt: Sendable, Hashable, Codable {
        /// A conversation; the model's own chat template is applied.
        case chat([ChatMessage])
        /// Text as it stands, in which markers such as `<|im_start|>` are read as the tokens that they name.
        case raw(String)
    }

    /// What the model does.
    public enum Task: Sendable, Hashable, Codable {
        /// Writes free text.
        case text
        /// Writes text that follows a guide.
        case guided(Guide)
        /// Says how likely each of these continuations of the prompt is; nothing is written.
        case choice([String])
        /// Reads the shared part of the prompt, so that the next request of its kind need not; nothing is written.
        case preparation
    }

    /// Who goes first when several wait.
    public enum Priority: Int, Sendable, Hashable, Codable {
        /// Gives way between tokens.
        case background
        /// A person is waiting.
        case interactive
    }

    /// What the model reads.
    public var prompt: Prompt
    /// How much of the prompt's start is the same for every request of this kind.
    ///
    /// Counted in characters of a `raw` prompt, in messages of a `chat`; zero for nothing.
    public var sharedPrefix: Int
    /// What the model does.
    public var task: Task
    /// A LoRA adapter file, checked against the base that it belongs to; nil for the model alone.
    public var adapterPath: String?
    /// How text is sampled.
    public var options: GenerationOptions
    /// Who goes first when several wait.
    public var priority: Priority

    /// A request.
    public init(
        prompt: Prompt,
        sharedPrefix: Int = 0,
        task: Task = .text,
        adapterPath: String? = nil,
        options: GenerationOptions = GenerationOptions(),
        priority: Priority = .interactive
    ) {
        self.prompt = prompt
        self.sharedPrefix = sharedPrefix
        self.task = task
        self.adapterPath = adapterPath
        self.options = options
        self.priority = priority
    }
}

/// One message of a conversation.
public struct ChatMessage: Sendable, Hashable, Codable {
    /// Who speaks.
    public enum Role: String, Sendable, Hashable, Codable {
        case system
        case user
        case assistant
    }

    /// Who speaks.
    public let role: Role
    /// What is said.
    public let content: String

    /// A message.
    public init(_ role: Role, _ content: String) {
        self.role = role
        self.content = content
    }
}

/// How text is sampled.
public struct GenerationOptions: Sendable, Hashable, Codable {
    /// How the next token is taken.
    public enum Sampling: Sendable, Hashable, Codable {
        /// The likeliest token.
        case greedy
        /// A random one, by probability; `temperature` > 0, `topP` in 0…1, the same `seed` giving the same text.
        case random(temperature: Double, topP: Double, seed: UInt32?)
    }

    /// How the next token is taken.
    public var sampling: Sampling
    /// The most tokens that are written, ≥ 1.
    public var maximumTokens: Int
    /// Texts that end the answer; they are not part of it.
    public var stop: [String]

    /// Options; the defaults are the product's: temperature 0.7, at most 512 tokens.
    public init(
        sampling: Sampling = .random(temperature: 0.7, topP: 0.95, seed: nil),
        maximumTokens: Int = 512,
        stop: [String] = []
    ) {
        self.sampling = sampling
        self.maximumTokens = maximumTokens
        self.stop = stop
    }
}
