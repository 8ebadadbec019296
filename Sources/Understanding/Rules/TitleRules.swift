/// Finds the titles in a sentence without a model: by taking away what stands around them.
struct TitleRules {
    let sentence: Sentence
    let intent: SentenceIntent
    private let words: [Sentence.Word]

    init(_ sentence: Sentence, intent: SentenceIntent) {
        self.sentence = sentence
        self.intent = intent
        words = sentence.words
    }

    /// The titles in order, as places in the sentence's characters.
    func titles() -> [Range<Int>] {
        switch intent {
        case .offTopic, .help, .audit: return []
        default: break
        }
        let doubtful = free(keepingDoubtful: false)
        let pieces = titles(in: doubtful)
        if !pieces.isEmpty { return pieces }
        // A number that is all that is left is the title: 2012, 1917.
        let all = free(keepingDoubtful: true)
        return all.count == doubtful.count ? [] : titles(in: all)
    }

    /// The places of the words that no slot takes.
    private func free(keepingDoubtful: Bool) -> [Int] {
        words.indices.filter { index in
            !sentence.slots.contains {
                if case .kind = $0.value { return false }
                return $0.range.overlaps(words[index].range) && !($0.isDoubtful && keepingDoubtful)
            }
        }
    }

    private func titles(in free: [Int]) -> [Range<Int>] {
        guard !free.isEmpty else { return [] }
        let begun = clauses(free).map { strip($0) }.first { !$0.isEmpty && !isGeneric($0) } ?? []
        guard !begun.isEmpty else { return intent == .add ? wholeIfOrderLike(free) : [] }
        if looksLikeTalk(begun) || asksForNone(begun) { return [] }
        return split(begun).compactMap(range)
    }

    /// Where the wish may begin: the first clause that opens with words of wishing, else the whole.
    private func clauses(_ free: [Int]) -> [[Int]] {
        var starts = [0]
        for place in free.indices.dropFirst() where opensClause(free[place]) { starts.append(place) }
        let tails = starts.map { Array(free[$0...]) }
        let opening = tails.firstIndex { opensWithWish($0) } ?? 0
        var first = tails[opening]
        // The clause ends where talk begins that is neither a title of a list nor part of one.
        if let end = first.indices.dropFirst().first(where: {
            endsSentence(before: first[$0]) && !opensWithWish(Array(first[$0...]))
                && !strip(Array(first[..<$0])).isEmpty && !isGeneric(strip(Array(first[..<$0])))
        }) {
            first = Array(first[..<end])
        }
        return [first] + tails.dropFirst(opening + 1)
    }

    private func opensClause(_ index: Int) -> Bool {
        index > 0 && gap(before: index).contains { ",.!?;:\n".contains($0) }
    }

    private func endsSentence(before index: Int) -> Bool {
        index > 0 && gap(before: index).contains { ".!?;".contains($0) } && gap(before: index).contains(" ")
    }

    private func gap(before index: Int) -> ArraySlice<Character> {
        sentence.folded[words[index - 1].range.upperBound..<words[index].range.lowerBound]
    }

    private static let wishes: Set<String> = [
        "add", "get", "grab", "download", "want", "wants", "need", "watch", "see", "fetch", "queue", "delete",
        "remove", "can", "could", "please", "find", "put", "request",
        "fuge", "lade", "mochte", "will", "ajoute", "telecharge", "veux", "voudrais", "quiero", "anade",
        "agrega", "descarga", "aggiungi", "scarica", "voglio", "vorrei",
        "voeg", "wil", "adicione", "baixe", "quero", "losche", "entferne", "supprime", "elimina", "borra",
        "verwijder", "retry", "search", "love", "like", "bitte", "is", "do", "why", "when",
        "how", "where", "did", "have", "give", "gimme", "let", "lets", "kannst", "peux", "puedes", "puoi",
        "pode",
    ]

    private func opensWithWish(_ indices: [Int]) -> Bool {
        indices.prefix(5).contains { Self.wishes.contains(words[$0].text) }
            && strip(indices).count < indices.count
    }

    /// Takes frames away at both ends until none fits.
    private func strip(_ indices: [Int]) -> [Int] {
        var rest = indices[...]
        while true {
            let texts = rest.map { words[$0].text }
            guard let end = TitleFrames.leading.longest(texts, at: 0), !isTitleStart(rest, end) else { break }
            rest = rest.dropFirst(end)
        }
        while true {
            let texts = rest.map { words[$0].text }
            guard texts.count > 1, let start = TitleFrames.trailing.longestEnding(texts), start > 0 else {
                break
            }
            if start == 1, TitleFrames.generic.contains(texts[0]) || SlotWords.articles.contains(texts[0]) {
                break
            }
            rest = rest.prefix(start)
        }
        return Array(rest)
    }

    /// Capitals inside a sentence that begins in lower case, or quotes, mark a title whose first word looks like an order.
    private func isTitleStart(_ rest: ArraySlice<Int>, _ end: Int) -> Bool {
        guard let first = rest.first else { return false }
        let start = words[first].range.lowerBound
        if start > 0, "\"".contains(sentence.folded[start - 1]) { return true }
        guard first > 0, sentence.characters[start].isUppercase, words[first].text != "i" else {
            return false
        }
        let isShouting = !words.contains { sentence.characters[$0.range.lowerBound].isLowercase }
        let next =
            rest.dropFirst().first.map { sentence.characters[words[$0].range.lowerBound].isUppercase }
            ?? false
        return !isShouting && next && !opensClause(first)
    }

    /// Titles that are small words, recognised by their capital letter.
    private static let smallTitles: Set<String> = [
        "it", "her", "us", "you", "them", "up", "now", "from", "one", "we", "me", "out",
    ]

    private func isGeneric(_ indices: [Int]) -> Bool {
        if indices.count == 1, let only = indices.first, only > 0,
            Self.smallTitles.contains(words[only].text),
            sentence.characters[words[only].range.lowerBound].isUppercase
        {
            return false
        }
        return indices.allSatisfy {
            TitleFrames.generic.contains(words[$0].text)
                || SlotWords.joints.contains(words[$0].text)
                    && !sentence.characters[words[$0].range.lowerBound].isUppercase
        }
    }

    /// Questions about things in general: "which things are downloading", "any Tarantino movies".
    private func asksForNone(_ indices: [Int]) -> Bool {
        guard intent != .add, intent != .remove, let first = indices.first else { return false }
        let askers: Set<String> = [
            "any", "all", "some", "which", "what", "whats", "anything", "things", "nothing", "something",
            "everything", "how", "welche", "was", "wird", "quels", "que", "cosa", "quali",
            "welke", "wat", "quais", "my", "our", "your", "meine", "mes", "mis", "miei", "mijn", "meus",
            "these", "those", "a", "an", "good", "ein", "eine", "einen", "un", "une", "una", "een", "um",
            "uma",
        ]
        let isCapital = sentence.characters[words[first].range.lowerBound].isUppercase && first > 0
        return askers.contains(words[first].text) && !isCapital
    }

    /// "Get Out", "Stop": an order without an object, written as a title.
    private func wholeIfOrderLike(_ free: [Int]) -> [Range<Int>] {
        guard let known = OrderLikeTitles.match(words.map(\.text)) else {
            return []
        }
        guard !sentence.slots.contains(where: { $0.namesTitle || $0.isDoubtful }) else { return [] }
        return range(Array(known)).map { [$0] } ?? []
    }

    /// Long runs of small words are talk, not a title.
    private func looksLikeTalk(_ indices: [Int]) -> Bool {
        guard indices.count > 9 else { return false }
        let capitals = indices.filter { sentence.characters[words[$0].range.lowerBound].isUppercase }.count
        return capitals * 4 < indices.count
    }

    // MARK: Several titles

    private func split(_ indices: [Int]) -> [[Int]] {
        let texts = indices.map { words[$0].text }
        if JoinedTitles.contains(texts) { return [indices] }
        var pieces: [[Int]] = [[]]
        let hasCommas = indices.dropFirst().contains { gap(before: $0).contains { ",;|+".contains($0) } }
        let afterOrder = splitWords()
        var place = 0
        while place < indices.count {
            let index = indices[place]
            if place > 0 {
                let gap = gap(before: index)
                let isBroken = indices[place - 1] != index - 1
                if gap.contains(where: { ",;|+".contains($0) }) || isBroken { pieces.append([]) }
                if (gap.contains("&") || gap.contains("/")), hasCommas { pieces.append([]) }
            }
            if afterOrder.contains(words[index].text), place > 0, place + 1 < indices.count,
                !JoinedTitles.containsAround(texts, place), splits(indices, at: place, hasCommas: hasCommas)
            {
                pieces.append([])
            } else {
                pieces[pieces.count - 1].append(index)
            }
            place += 1
        }
        return pieces.map { strip($0) }.filter { !$0.isEmpty && !isGeneric($0) }
    }

    private func splitWords() -> Set<String> {
        let all = Set(words.map(\.text))
        var result: Set<String> = ["and", "und", "plus"]
        if !all.isDisjoint(with: ["ajoute", "telecharge", "veux", "voudrais", "films", "mets", "prends"]) {
            result.insert("et")
        }
        if !all.isDisjoint(with: ["quiero", "anade", "agrega", "descarga", "pon", "favor", "baja"]) {
            result.formUnion(["y", "e"])
        }
        if !all.isDisjoint(with: [
            "aggiungi", "scarica", "voglio", "vorrei", "metti", "adicione", "baixe", "quero", "adiciona",
            "baixa",
        ]) {
            result.insert("e")
        }
        if !all.isDisjoint(with: ["voeg", "toe", "zet", "wil", "haal"]) { result.insert("en") }
        return result
    }

    private func splits(_ indices: [Int], at place: Int, hasCommas: Bool) -> Bool {
        if hasCommas { return true }
        let next = indices[place + 1]
        let right = words[next].text
        let left = words[indices[0]].text
        // "Harry Potter and the …" is one title, "The Wire and The Sopranos" are two.
        let isArticle = [
            "the", "le", "la", "les", "los", "las", "il", "die", "der", "das", "o", "a", "his", "her",
        ].contains(right)
        if isArticle, !SlotWords.articles.contains(left),
            sentence.characters[words[next].range.lowerBound].isLowercase
        {
            return TitleFrames.leading.longest(indices[(place + 1)...].map { words[$0].text }, at: 0).map {
                $0 > 1
            } ?? false
        }
        return true
    }

    /// The characters of these words; brackets that open just before and close inside belong to it.
    private func range(_ indices: [Int]) -> Range<Int>? {
        guard let first = indices.first, let last = indices.last else { return nil }
        return sentence.closingBrackets(words[first].range.lowerBound..<words[last].range.upperBound)
    }
}

extension Sentence {
    /// A range widened by a bracket that stands just outside and belongs to one inside.
    func closingBrackets(_ range: Range<Int>) -> Range<Int> {
        var range = range
        let inside = folded[range]
        if range.lowerBound > 0, folded[range.lowerBound - 1] == "(", inside.contains(")"),
            !inside.contains("(")
        {
            range = (range.lowerBound - 1)..<range.upperBound
        }
        if range.upperBound < folded.count, folded[range.upperBound] == ")", inside.contains("("),
            !inside.contains(")")
        {
            range = range.lowerBound..<(range.upperBound + 1)
        }
        return range
    }
}
