internal import MediaDomain

/// Puts the house model's answer and the rules together: each corrects what the other is known to get wrong.
struct HouseJudgement {
    let sentence: Sentence
    let intent: SentenceIntent
    let confidence: Double
    let titles: [Range<Int>]
    let stems: [Int: Range<Int>]
    let ruled: SentenceReading
    let name: String

    /// What is made of both.
    func reading() -> SentenceReading {
        guard intent.namesTitles else {
            return SentenceReading(intent: intent, confidence: confidence, titles: [], model: name)
        }
        let kept = repaired(
            titles,
            by: intent == ruled.intent ? ruled.titles : TitleRules(sentence, intent: intent).titles()
        )
        return SentenceReading(
            intent: intent,
            confidence: confidence,
            titles: kept,
            stems: stems.merging(ShortTitles.stems(of: kept, in: sentence)) { said, _ in said },
            model: name
        )
    }

    /// Words that tie what stands before them to what follows.
    private static let joining: Set<String> = ["of", "de", "des", "von", "van", "di", "do", "da"]

    /// The model's titles, made whole where it cut one short, and rid of what is no title.
    private func repaired(_ titles: [Range<Int>], by ruled: [Range<Int>]) -> [Range<Int>] {
        // A known title with a word of joining in it is one, however the model cut it.
        if let joined = ruled.first(where: isKnownJoined), titles.allSatisfy({ $0.overlaps(joined) }) {
            return [joined]
        }
        return titles.compactMap { title -> Range<Int>? in
            if isHouseWord(title) { return nil }
            // A misspelt end is often cut: the rules, which only take away words they know, have it whole.
            if titles.count == 1, ruled.count == 1, let rule = ruled.first, rule.contains(title.lowerBound),
                rule.upperBound >= title.upperBound, rule.lowerBound == title.lowerBound
            {
                return sentence.closingBrackets(sentence.withoutFrame(rule))
            }
            // "A Series of Unfortunate Events": a word for the kind that goes on with "of" belongs to the title.
            if titles.count == 1, ruled.count == 1, let rule = ruled.first,
                rule.upperBound == title.upperBound,
                rule.lowerBound < title.lowerBound,
                let last = sentence.words.last(where: { $0.range.upperBound <= title.lowerBound }),
                last.range.lowerBound > rule.lowerBound, Self.joining.contains(last.text)
            {
                return sentence.closingBrackets(rule)
            }
            return sentence.closingBrackets(
                sentence.withoutFrame(sentence.withoutOrder(sentence.withCapitalsBefore(title)))
            )
        }
    }

    private func isKnownJoined(_ range: Range<Int>) -> Bool {
        let words = sentence.words.filter { range.contains($0.range.lowerBound) }.map(\.text)
        return words.count > 2 && JoinedTitles.contains(words)
    }

    private func isHouseWord(_ range: Range<Int>) -> Bool {
        let words = sentence.words.filter { range.contains($0.range.lowerBound) }
        return !words.isEmpty
            && words.allSatisfy { TitleFrames.generic.contains($0.text) }
            && !words.contains {
                sentence.characters[$0.range.lowerBound].isUppercase && words.count == 1
                    && $0.range.lowerBound > 0 && !["download", "downloads"].contains($0.text)
            }
    }
}

extension Sentence {
    /// A title with the words before it that are written like names and are no words of asking.
    func withCapitalsBefore(_ title: Range<Int>) -> Range<Int> {
        guard var place = words.firstIndex(where: { $0.range.lowerBound == title.lowerBound }),
            !words[place].isLower(in: self)
        else { return title }
        // In capitals throughout, or as a sentence's first, a word says nothing by its capital letter.
        while place > 1, characters[words[place - 1].range.lowerBound].isUppercase,
            words[place - 1].range.upperBound + 1 == words[place].range.lowerBound,
            characters[words[place - 1].range.upperBound] == " ", words[place - 1].text.count > 1,
            TitleFrames.leading.longest([words[place - 1].text], at: 0) == nil,
            !TitleFrames.generic.contains(words[place - 1].text),
            !slots.contains(where: { $0.range.overlaps(words[place - 1].range) }),
            words.contains(where: { $0.isLower(in: self) })
        {
            place -= 1
        }
        return words[place].range.lowerBound..<title.upperBound
    }

    /// A title without the order that the sentence begins with: "Get A Star Is Born" asks for what follows "Get".
    func withoutOrder(_ title: Range<Int>) -> Range<Int> {
        let orders: Set<String> = ["get", "add", "grab", "find", "download", "watch", "fetch"]
        guard words.count > 2, title.lowerBound <= words[0].range.lowerBound, orders.contains(words[0].text),
            SlotWords.articles.contains(words[1].text), words[2].range.lowerBound < title.upperBound
        else { return title }
        return words[1].range.lowerBound..<title.upperBound
    }

    /// A title without a phrase of two or more words at its end that says where to ("aus der Bibliothek"), not what.
    func withoutFrame(_ title: Range<Int>) -> Range<Int> {
        let inside = words.filter { title.contains($0.range.lowerBound) }
        guard let start = TitleFrames.trailing.longestEnding(inside.map(\.text)), start > 0,
            inside.count - start > 1
        else { return title }
        // A title may end like that, and is then written as one.
        let tail = inside[start...]
        guard
            tail.contains(where: { characters[$0.range.lowerBound].isLowercase })
                || inside[0].isLower(in: self)
        else { return title }
        return title.lowerBound..<inside[start - 1].range.upperBound
    }
}

extension Sentence.Word {
    /// Whether it was written with a small letter.
    fileprivate func isLower(in sentence: Sentence) -> Bool {
        sentence.characters[range.lowerBound].isLowercase
    }
}
