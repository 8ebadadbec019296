/// Titles that are said short: in "Alien 3 and 4" the second is "Alien 4".
enum ShortTitles {
    /// For each title that is a number alone and follows one that ends with a number, the words that it goes on from.
    static func stems(of titles: [Range<Int>], in sentence: Sentence) -> [Int: Range<Int>] {
        var stems: [Int: Range<Int>] = [:]
        var stem: Range<Int>?
        for title in titles {
            let words = sentence.words.filter { title.contains($0.range.lowerBound) }
            guard let last = words.last, last.text.count <= 2, last.text.allSatisfy(\.isASCIIDigit) else {
                stem = nil
                continue
            }
            if words.count == 1 {
                stems[title.lowerBound] = stem
            } else {
                stem = title.lowerBound..<words[words.count - 2].range.upperBound
            }
        }
        return stems
    }
}
