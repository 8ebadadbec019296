/// What a message was found to tell: the object of `classify`.
package struct MessageClassification: Sendable, Hashable, Codable {
    /// Who found it.
    package enum Author: String, Sendable, Hashable, Codable {
        /// Code knew the text.
        case rule
        /// The model chose among the classes.
        case model
    }

    /// The cause.
    package let messageClass: MessageClass
    /// How probable it is that the class is right, in 0…1.
    package let confidence: Double
    /// Who found it.
    package let author: Author
    /// How long it took, in milliseconds.
    package let elapsedMilliseconds: Double
    /// The model's name, if one chose.
    package let model: String?

    /// A finding.
    package init(
        messageClass: MessageClass,
        confidence: Double,
        author: Author,
        elapsedMilliseconds: Double = 0,
        model: String? = nil
    ) {
        self.messageClass = messageClass
        self.confidence = confidence
        self.author = author
        self.elapsedMilliseconds = elapsedMilliseconds
        self.model = model
    }

    private enum CodingKeys: String, CodingKey {
        case messageClass = "class"
        case confidence
        case author = "by"
        case elapsedMilliseconds = "elapsed_ms"
        case model
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(messageClass, forKey: .messageClass)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(author, forKey: .author)
        try container.encode(elapsedMilliseconds, forKey: .elapsedMilliseconds)
        // The contract shows `"model": null` where none was asked.
        try container.encode(model, forKey: .model)
    }
}
