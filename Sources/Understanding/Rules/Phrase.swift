/// A short pattern over the words of a sentence.
///
/// Words stand apart by spaces; `a/b` is either word, `a?` may be missing, `*` is up to five words of any kind, `#` is a number,
/// `^` is the start of the sentence and `$` its end.
struct Phrase: Sendable {
    private enum Element: Sendable {
        case word(Set<String>, isOptional: Bool)
        case gap, number, start, end
    }

    private let elements: [Element]

    init(_ text: String) {
        elements = text.split(separator: " ").map { part in
            switch part {
            case "*": return .gap
            case "#": return .number
            case "^": return .start
            case "$": return .end
            default:
                let isOptional = part.hasSuffix("?") && part.count > 1
                let words = (isOptional ? part.dropLast() : part).split(separator: "/").map(String.init)
                return .word(Set(words), isOptional: isOptional)
            }
        }
    }

    /// The words that must stand first, for an index; nil if that is open.
    var firstWords: Set<String>? {
        var all: Set<String> = []
        for element in elements {
            switch element {
            case .start: continue
            case .word(let words, let isOptional):
                all.formUnion(words)
                if !isOptional { return all }
            default: return nil
            }
        }
        return nil
    }

    /// The place after the match that begins at a word, or nil.
    func match(_ words: [String], at start: Int) -> Int? { match(words, start, elements[...]) }

    /// The first match in the words.
    func firstMatch(_ words: [String]) -> Range<Int>? {
        for start in 0...words.count {
            if let end = match(words, at: start) { return start..<end }
        }
        return nil
    }

    private func match(_ words: [String], _ at: Int, _ rest: ArraySlice<Element>) -> Int? {
        guard let first = rest.first else { return at }
        let after = rest.dropFirst()
        switch first {
        case .start: return at == 0 ? match(words, at, after) : nil
        case .end: return at == words.count ? match(words, at, after) : nil
        case .number:
            guard at < words.count, words[at].first?.isNumber == true else { return nil }
            return match(words, at + 1, after)
        case .gap:
            for next in at...min(at + 5, words.count) {
                if let end = match(words, next, after) { return end }
            }
            return nil
        case .word(let options, let isOptional):
            if at < words.count, options.contains(words[at]), let end = match(words, at + 1, after) {
                return end
            }
            return isOptional ? match(words, at, after) : nil
        }
    }
}
