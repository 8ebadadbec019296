internal import MediaDomain

/// The short answers of the house model, and the prompts that they answer.
///
/// ` add | Dune movie | season 1-3 | ultra`: the intent, then each title with its kind, then what code reads better itself.
enum HouseAnswer {
    /// The word for each intent; one token each.
    static let intents: [(word: String, intent: SentenceIntent)] = [
        ("add", .add), ("remove", .remove), ("status", .status), ("search", .search), ("calendar", .calendar),
        ("diagnose", .diagnose), ("audit", .audit), ("control", .control), ("recommend", .recommend),
        ("help", .help),
        ("off", .offTopic),
    ]

    /// The prompt for a text that was spaced.
    static func prompt(_ spaced: String) -> String { "<|im_start|> \(spaced)<|im_end|>" }

    /// The sentence as the model sees it; markers of its template are made harmless, and it cannot pass for a message.
    static func spaced(_ sentence: Sentence) -> String {
        spaced(sentence.characters.first == "@" ? sentence.characters.dropFirst() : sentence.characters[...])
    }

    /// Characters with quotes and brackets set off by one space.
    static func spaced(_ characters: ArraySlice<Character>) -> String {
        var result = ""
        var previous: Character = " "
        for character in characters {
            let isSetOff = "\"“”„«»()[]".contains(character)
            if isSetOff, previous != " " { result.append(" ") }
            if "\"“”„«»()[]".contains(previous), character != " ", previous != " " { result.append(" ") }
            if character == "|", previous == "<" { result.append(" ") }
            result.append(character)
            previous = character
        }
        return result
    }

    /// The intent and the titles of an answer; nil where it has no intent of ours.
    ///
    /// - Returns: The titles in order, and for each that is said short ("Alien 3 and 4") the words that it goes on from, by
    ///   the place where it begins.
    static func parse(_ answer: String, in sentence: Sentence) -> (
        intent: SentenceIntent, titles: [Range<Int>], stems: [Int: Range<Int>]
    )? {
        let parts = answer.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        guard let word = parts.first?.first, let intent = intents.first(where: { $0.word == word })?.intent
        else { return nil }
        var titles: [Range<Int>] = []
        var stems: [Int: Range<Int>] = [:]
        var from = 0
        for part in parts.dropFirst() {
            guard let last = part.last, ["movie", "series", "unknown"].contains(last), part.count > 1 else {
                continue
            }
            let words = part.dropLast()
            let title = words.joined(separator: " ")
            if let range = place(of: title, in: sentence, from: from)
                ?? place(of: title, in: sentence, from: 0)
            {
                guard !titles.contains(where: { $0.overlaps(range) }) else { continue }
                titles.append(range)
                from = range.upperBound
            } else if let short = shortened(Array(words), in: sentence),
                !titles.contains(where: { $0.overlaps(short.number) })
            {
                titles.append(short.number)
                stems[short.number.lowerBound] = short.stem
            }
        }
        return (intent, titles.sorted { $0.lowerBound < $1.lowerBound }, stems)
    }

    /// A title whose first words stand in the sentence once, and whose number stands further on.
    private static func shortened(_ words: [String], in sentence: Sentence) -> (
        stem: Range<Int>, number: Range<Int>
    )? {
        guard words.count > 1, let number = words.last, number.allSatisfy(\.isASCIIDigit),
            let stem = place(of: words.dropLast().joined(separator: " "), in: sentence, from: 0),
            let word = sentence.words.first(where: {
                $0.text == number && $0.range.lowerBound >= stem.upperBound
            })
        else { return nil }
        return (stem, word.range)
    }

    /// Where a copied title stands in the sentence; white space and accents do not count, borders of words do.
    static func place(of title: String, in sentence: Sentence, from start: Int) -> Range<Int>? {
        let wanted = title.map(Sentence.fold).filter { $0 != " " }
        guard !wanted.isEmpty else { return nil }
        let places = sentence.folded.indices.filter { $0 >= start && sentence.folded[$0] != " " }
        guard places.count >= wanted.count else { return nil }
        var loose: Range<Int>?
        for offset in 0...(places.count - wanted.count)
        where wanted.indices.allSatisfy({ sentence.folded[places[offset + $0]] == wanted[$0] }) {
            let range = places[offset]..<(places[offset + wanted.count - 1] + 1)
            if sentence.isOnWordBorders(range) { return range }
            loose = loose ?? range
        }
        return loose.map(sentence.widenedToWords)
    }
}

extension Sentence {
    /// Whether a range neither begins nor ends inside a word.
    func isOnWordBorders(_ range: Range<Int>) -> Bool { widenedToWords(range) == range }

    /// A range widened to whole words.
    func widenedToWords(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        let isWordy = { (index: Int) in folded[index].isLetter || folded[index].isNumber }
        while lower > 0, isWordy(lower), isWordy(lower - 1) { lower -= 1 }
        while upper < folded.count, isWordy(upper - 1), isWordy(upper) { upper += 1 }
        return lower..<upper
    }
}
