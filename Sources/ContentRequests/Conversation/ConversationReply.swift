package import OrderedJSON

/// What comes back on one turn of a conversation.
package struct ConversationReply: Sendable {
    /// The conversation that the next turn belongs to.
    package let conversation: String
    /// The answer, in the person's language where there are texts for it.
    package let text: String
    /// The requests that it is about, to be shown as cards.
    package let requests: [ContentRequest]

    /// A reply.
    package init(conversation: String, text: String, requests: [ContentRequest] = []) {
        self.conversation = conversation
        self.text = text
        self.requests = requests
    }

    /// The reply as the API answers it.
    package var json: JSONValue {
        [
            "conversation": .string(conversation), "reply": .string(text),
            "requests": .array(requests.map(\.json)),
        ]
    }
}

/// A language in which answers can be written.
package enum ReplyLanguage: Sendable, Hashable {
    case english, german

    /// The language of a sentence, by its small words; English where nothing tells.
    static func of(_ text: String) -> ReplyLanguage {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        let german: Set<String> = [
            "ich", "und", "der", "die", "das", "bitte", "ist", "nicht", "wir", "haben", "was", "wann",
            "warum", "füge", "hinzu", "lade", "möchte", "wird",
            "gerade", "meine", "ein", "eine", "den", "staffel", "folge", "welche", "kommt", "ja", "nein",
            "löschen", "lösche", "danke", "hallo", "hilfe", "kannst",
        ]
        return words.isDisjoint(with: german) ? .english : .german
    }

    /// The text in this language.
    func say(_ english: String, _ german: String) -> String { self == .german ? german : english }
}
