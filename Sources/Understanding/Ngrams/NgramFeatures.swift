internal import Foundation

/// The features of a text for ``NgramClassifier``: words, neighbouring words, pieces of words, as places in its table.
///
/// `Training/house/ngrams.py` does the same, scalar by scalar: what is changed here is changed there.
struct NgramFeatures {
    private let mask: UInt32
    private var found: Set<Int> = []

    private typealias Word = [Unicode.Scalar]
    private static let mostWords = 80
    private static let longestWord = 20

    /// The places in a table of 2^`bits` rows that the features of a text fall on.
    static func places(of text: String, bits: Int) -> Set<Int> {
        var features = NgramFeatures(mask: UInt32((1 << bits) - 1))
        features.read(words(of: text))
        return features.found
    }

    private init(mask: UInt32) { self.mask = mask }

    private mutating func read(_ words: [Word]) {
        let start: Word = ["^"]
        let end: Word = ["$"]
        add("n", [Array(String(min(words.count, 12)).unicodeScalars)])
        for (place, word) in words.enumerated() {
            let before = place > 0 ? words[place - 1] : start
            let earlier = place > 1 ? words[place - 2] : start
            add("w", [word])
            add("b", [before, word])
            if place > 0 { add("t", [earlier, before, word]) }
            if place > 1 { add("s", [earlier, word]) }
            let padded: Word = ["<"] + word.prefix(Self.longestWord) + [">"]
            for size in 3...5 where padded.count >= size {
                for begin in 0...(padded.count - size) { add("c", [Array(padded[begin..<(begin + size)])]) }
            }
        }
        guard let last = words.last else { return }
        add("e", [last])
        add("b", [last, end])
        if words.count > 1 { add("t", [words[words.count - 2], last, end]) }
    }

    /// Adds the feature of a kind with these words, a space between.
    private mutating func add(_ kind: Unicode.Scalar, _ words: [Word]) {
        var hash: UInt32 = 0x811C_9DC5
        func take(_ scalar: Unicode.Scalar) {
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                hash = (hash ^ UInt32(byte)) &* 0x0100_0193
            }
        }
        take(kind)
        for (number, word) in words.enumerated() {
            if number > 0 { take(" ") }
            word.forEach(take)
        }
        found.insert(Int((hash ^ (hash >> 15)) & mask))
    }

    /// Runs of letters and digits, and the marks that matter as words of their own; folded.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var current: Word = []
        func finish() {
            if !current.isEmpty { words.append(current) }
            current = []
        }
        for scalar in text.unicodeScalars {
            for lowered in scalar.properties.lowercaseMapping.unicodeScalars.prefix(1) {
                guard words.count < mostWords else { return words }
                let base = single(lowered)
                switch base.properties.generalCategory {
                case .nonspacingMark: continue
                case .decimalNumber: current.append("0")
                case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
                    current.append(base)
                default:
                    finish()
                    if "?!:%@§".unicodeScalars.contains(base) { words.append([base]) }
                }
            }
        }
        finish()
        return Array(words.prefix(mostWords))
    }

    /// A lower-case scalar without its accents.
    private static func single(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar }
        switch scalar {
        case "’", "‘", "´", "ʼ": return "'"
        case "ß": return "s"
        case "ø": return "o"
        case "æ": return "a"
        case "œ": return "o"
        case "ł": return "l"
        default: return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
        }
    }
}
