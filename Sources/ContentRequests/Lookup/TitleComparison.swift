internal import Foundation
internal import Understanding

/// Compares titles as people write them with titles as catalogues write them.
enum TitleComparison {
    /// The spellings of a title that are worth looking up, the plain one first.
    static func variants(_ title: String) -> [String] {
        var result = [title]
        func offer(_ variant: String) {
            let variant = variant.trimmingCharacters(in: .whitespaces)
            if !variant.isEmpty, !result.contains(variant) { result.append(variant) }
        }
        let words = title.split(separator: " ").map(String.init)
        if title.contains("&") { offer(title.replacing("&", with: "and")) }
        offer(words.map { Sentence.fold($0) == "and" ? "&" : $0 }.joined(separator: " "))
        offer(words.map { digits[Sentence.fold($0)] ?? $0 }.joined(separator: " "))
        offer(words.map { numerals[$0] ?? $0 }.joined(separator: " "))
        if let first = words.first, articles.contains(Sentence.fold(first)), words.count > 1 {
            offer(words.dropFirst().joined(separator: " "))
        }
        offer(title.filter { $0.isLetter || $0.isNumber || $0 == " " })
        if words.count > 2 { offer(words.dropLast().joined(separator: " ")) }
        if let longest = words.max(by: { $0.count < $1.count }), words.count > 1, longest.count > 4 {
            offer(longest)
        }
        return result
    }

    /// How alike two titles are, in 0…1; 1 when they are the same but for case, accents, articles and punctuation.
    static func likeness(_ asked: String, _ found: String) -> Double {
        let left = normalized(asked)
        let right = normalized(found)
        if left == right { return 1 }
        if left.isEmpty || right.isEmpty { return 0 }
        let whole = 1 - Double(distance(left, right)) / Double(max(left.count, right.count))
        // "Lord of the Rings" and "The Lord of the Rings: The Two Towers": the asked one is how the found one begins.
        if right.starts(with: left), left.count >= 3 { return max(whole, 0.8) }
        if left.starts(with: right), right.count >= 5 { return max(whole, 0.7) }
        return whole
    }

    /// Letters and digits, folded, without the article at the front, numbers as digits.
    static func normalized(_ title: String) -> [Character] {
        var words = Sentence.fold(title).replacing("&", with: " and ").replacing("'", with: "")
            .split { !($0.isLetter || $0.isNumber) }.map(String.init)
        if words.count > 1, let first = words.first, articles.contains(first) { words.removeFirst() }
        return Array(words.map { digits[$0] ?? roman[$0] ?? $0 }.joined())
    }

    /// The number of letters to put in, take out, replace or swap.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var next = [i + 1]
            for (j, b) in right.enumerated() {
                var best = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, before[j - 1] + 1) }
                next.append(best)
            }
            before = row
            row = next
        }
        return row[right.count]
    }

    private static let articles: Set<String> = [
        "the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het",
        "o", "os",
    ]
    private static let digits: [String: String] = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8",
        "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
    ]
    private static let roman: [String: String] = [
        "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    ]
    private static let numerals: [String: String] = [
        "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven",
        "8": "eight",
        "9": "nine", "10": "ten", "11": "eleven", "12": "twelve", "13": "thirteen",
    ]
}
