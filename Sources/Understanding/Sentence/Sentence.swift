internal import Foundation
internal import MediaDomain

/// A sentence with its words and what code has read in it for sure; all places count in characters.
package struct Sentence: Sendable, Hashable {
    /// A word, with the place where it stands.
    struct Word: Sendable, Hashable {
        /// Lower case, without accents; contractions joined (`dont`), elisions apart (`l`, `episode`).
        let text: String
        /// The characters that it takes.
        let range: Range<Int>
    }

    /// The sentence as typed, white space at its ends and control characters aside.
    package let text: String
    /// Its characters.
    let characters: [Character]
    /// The same number of characters, lower case and without accents.
    let folded: [Character]
    /// Its words in order.
    let words: [Word]
    /// What code has read in it.
    var slots: [Slot] = []

    /// The sentence of this text.
    ///
    /// - Throws: ``UnderstandingError/empty`` and ``UnderstandingError/tooLong``.
    package init(_ text: String) throws(UnderstandingError) {
        guard text.count <= 2000 else { throw .tooLong }
        let characters = Sentence.cleaned(text)
        guard characters.contains(where: { $0.isLetter || $0.isNumber }) else { throw .empty }
        self.text = String(characters)
        self.characters = characters
        folded = characters.map(Sentence.fold)
        words = Sentence.words(of: folded)
        slots = SlotReader(self).read()
    }

    /// The characters of a range, as typed.
    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    /// White space runs become one space; control, format and direction characters go.
    private static func cleaned(_ text: String) -> [Character] {
        var result: [Character] = []
        for character in text {
            if character.isWhitespace {
                if result.last != " ", !result.isEmpty { result.append(" ") }
                continue
            }
            let kept = String.UnicodeScalarView(
                character.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .privateUse, .unassigned: scalar == "\u{200D}"
                    default: true
                    }
                }
            )
            result.append(contentsOf: String(kept))
        }
        while result.last == " " { result.removeLast() }
        return result
    }

    /// One character, lower case, without accents; quotes and dashes as in ASCII.
    static func fold(_ character: Character) -> Character {
        if character.isASCII { return Character(character.lowercased()) }
        switch character {
        case "’", "‘", "`", "´", "ʼ": return "'"
        case "“", "”", "„", "«", "»", "‟": return "\""
        case "–", "—", "−", "‐", "‑": return "-"
        case "ß": return "s"
        case "ø", "Ø": return "o"
        case "æ", "Æ": return "a"
        case "œ", "Œ": return "o"
        case "ł", "Ł": return "l"
        default: break
        }
        let base = String(character).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.first
        return base.map(Character.init) ?? character
    }

    /// A text in the form in which words are compared.
    package static func fold(_ text: String) -> String { String(text.map(fold)) }

    private static let contractions: Set<String> = ["s", "t", "d", "ll", "m", "re", "ve"]

    private static func words(of folded: [Character]) -> [Word] {
        var words: [Word] = []
        var index = 0
        while index < folded.count {
            guard folded[index].isLetter || folded[index].isNumber else {
                index += 1
                continue
            }
            let start = index
            index = end(from: start, in: folded)
            var text = String(folded[start..<index])
            while index + 1 < folded.count, folded[index] == "'", folded[index + 1].isLetter {
                let next = end(from: index + 1, in: folded)
                let tail = String(folded[(index + 1)..<next])
                guard contractions.contains(tail) else { break }
                text += tail
                index = next
            }
            words.append(Word(text: text, range: start..<index))
        }
        return words
    }

    private static func end(from start: Int, in folded: [Character]) -> Int {
        var index = start
        while index < folded.count, folded[index].isLetter || folded[index].isNumber { index += 1 }
        return index
    }
}

/// Something that code has read in a sentence, with the characters that said it.
struct Slot: Sendable, Hashable {
    /// What was read.
    enum Value: Sendable, Hashable {
        case seasons(SeasonSelection)
        case episodes([EpisodeNumber])
        case year(Int)
        case quality(WantedQuality)
        case externalID(ExternalID, MediaKind)
        /// A link that names no title.
        case link
        /// What else matters: an edition, a language.
        case constraint(String)
        /// Words that belong to another slot and say nothing more.
        case said
        /// A word that says film or series.
        case kind(MediaKind)
    }

    /// What was read.
    let value: Value
    /// The characters that said it, with a preposition that hung on it.
    var range: Range<Int>
    /// The place of what was read, when it is only offered: a bare year that may as well belong to the title.
    var isDoubtful = false
}
