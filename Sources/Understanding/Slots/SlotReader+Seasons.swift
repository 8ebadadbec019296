internal import MediaDomain

extension SlotReader {
    /// Reads `season 2`, `seasons 1 to 3 and 5`, `the third season`, `all seasons`, `ab der zweiten Staffel`.
    mutating func readSeasons() -> Bool {
        let start = index
        if readWholeSeries() { return true }
        if SlotWords.season.contains(word(start)) || isBritishSeries(start) {
            return readNumbersAfterSeason(at: start)
        }
        // Words before the season word, at most three: "first two seasons", "3. Staffel", "the latest season".
        for distance in 1...3 where SlotWords.season.contains(word(start + distance)) {
            let chain = (start..<(start + distance)).map(word)
            let end = start + distance + 1
            guard
                (start..<(start + distance)).allSatisfy({
                    joined($0, $0 + 1, allowing: [".", "-", "'", ","])
                })
            else { return false }
            guard let selection = selection(of: chain) else { return false }
            let isFrom =
                SlotWords.from.contains(word(start - 1))
                || SlotWords.from.contains(word(start - 2))
                    && SlotWords.articles.contains(word(start - 1))
            var last = end
            var value = selection
            if case .numbers(let numbers) = selection, numbers.count == 1, let number = numbers.first {
                if let onwards = onwardsEnd(end) {
                    value = .from(number)
                    last = onwards
                } else if isFrom, word(start - 1) != "from", word(start - 2) != "from" {
                    value = .from(number)
                }
            }
            take(.seasons(value), from: start, to: last, leading: Self.leads, trailing: Self.tails)
            return true
        }
        return false
    }

    static let leads: Set<String> = [
        "the", "die", "der", "das", "la", "le", "les", "l", "el", "las", "los", "il", "de", "het", "a", "as",
        "os", "o", "from", "in",
        "ab", "desde", "dalla", "vanaf", "partir", "starting", "with", "since", "of", "di", "du", "del", "da",
        "and", "itself",
        "only", "just", "nur", "van", "von", "dem", "den", "e",
    ]
    static let tails: Set<String> = [
        "of", "from", "von", "vom", "de", "del", "della", "di", "du", "d", "da", "do", "dos", "van", "der",
        "dell", "dello",
    ]

    private func isBritishSeries(_ at: Int) -> Bool {
        (word(at) == "series" || word(at) == "serie" && word(at - 1) != "a")
            && (Int(word(at + 1)).map { $0 < 60 }
                ?? (word(at) == "series" && ["one", "two", "three", "four", "five"].contains(word(at + 1))))
            && joined(at, at + 1) && at > 0
    }

    private func selection(of chain: [String]) -> SeasonSelection? {
        let first = chain.first ?? ""
        if chain.count == 1 {
            if SlotWords.all.contains(first) { return .all }
            if SlotWords.both.contains(first) { return .numbers([1, 2]) }
            if let ordinal = SlotWords.ordinal(first) { return .numbers([ordinal]) }
            if SlotWords.latest.contains(first) { return .latest }
            if let number = Int(first), number < 60 { return .numbers([number]) }
            return nil
        }
        if chain.count == 2 {
            if SlotWords.all.contains(first), SlotWords.articles.contains(chain[1]) { return .all }
            if first == "most", chain[1] == "recent" { return .latest }
            if SlotWords.latest.contains(first), SlotWords.latest.contains(chain[1]) { return .latest }
            if SlotWords.firstWords.contains(first), let count = SlotWords.number(chain[1]),
                (1...30).contains(count)
            {
                return .numbers(Array(1...count))
            }
            if let count = SlotWords.number(first), SlotWords.firstWords.contains(chain[1]),
                (2...30).contains(count)
            {
                return .numbers(Array(1...count))
            }
            if first == "all", let count = SlotWords.number(chain[1]), (1...30).contains(count) {
                return .all
            }
        }
        if chain.count == 3, let left = SlotWords.ordinal(first), SlotWords.and.contains(chain[1]),
            let right = SlotWords.ordinal(chain[2])
        {
            return .numbers([left, right])
        }
        return nil
    }

    private mutating func readNumbersAfterSeason(at start: Int) -> Bool {
        var numbers: [Int] = []
        var end = start + 1
        if word(end) == "nr" || word(end) == "number" || word(end) == "numero" { end += 1 }
        guard joined(end - 1, end, allowing: [":", "#", "."]), let first = SlotWords.number(word(end)) else {
            if SlotWords.latest.contains(word(end)), word(end) != "a", joined(start, end), word(end) != "on" {
                // "temporada nueva" and the like.
                guard ["nueva", "nuova", "nova", "ultima"].contains(word(end)) else { return false }
                take(.seasons(.latest), from: start, to: end + 1, leading: Self.leads, trailing: Self.tails)
                return true
            }
            return false
        }
        numbers.append(first)
        end += 1
        while end < words.count {
            let separator = between(end - 1, end)
            if separator == "-" || separator == "/", let next = SlotWords.number(word(end)),
                let last = numbers.last, next > last, next < 60
            {
                numbers += separator == "-" ? Array((last + 1)...next) : [next]
                end += 1
            } else if separator.isEmpty || separator == "/", word(end) == "t", word(end + 1) == "m",
                let next = SlotWords.number(word(end + 2)), let last = numbers.last, next > last, next < 60
            {
                numbers += Array((last + 1)...next)
                end += 3
            } else if [",", "&", "+"].contains(separator), let next = plainNumber(end) {
                numbers.append(next)
                end += 1
            } else if separator == ",", SlotWords.and.contains(word(end)), let next = plainNumber(end + 1) {
                numbers.append(next)
                end += 2
            } else if separator.isEmpty, SlotWords.and.contains(word(end)),
                let next = plainNumber(SlotWords.season.contains(word(end + 1)) ? end + 2 : end + 1)
            {
                numbers.append(next)
                end += SlotWords.season.contains(word(end + 1)) ? 3 : 2
            } else if separator.isEmpty, SlotWords.to.contains(word(end)) || word(end) == "tot",
                let last = numbers.last
            {
                var at = end + 1
                if ["en", "met", "season", "a", "la", "staffel", "alla"].contains(word(at)) { at += 1 }
                if ["met"].contains(word(at)) { at += 1 }
                guard let next = SlotWords.number(word(at)), next > last, next < 60 else { break }
                numbers += Array((last + 1)...next)
                end = at + 1
            } else {
                break
            }
        }
        var value = SeasonSelection.numbers(numbers)
        let before = word(start - 1)
        let beforeThat = word(start - 2)
        let isFrom =
            SlotWords.from.contains(before)
            || (SlotWords.articles.contains(before) && SlotWords.from.contains(beforeThat))
            || (before == "with" && beforeThat == "starting")
        if numbers.count == 1 {
            if let onwards = onwardsEnd(end) {
                value = .from(first)
                end = onwards
            } else if isFrom, !SlotWords.episode.contains(word(end)) {
                value = .from(first)
            }
        }
        // "season 2 episode 3"
        if numbers.count == 1, let episode = episodeNumbers(at: end) {
            take(
                .episodes(episode.numbers.map { EpisodeNumber(season: first, episode: $0) }),
                from: start,
                to: episode.end,
                leading: Self.leads,
                trailing: Self.tails
            )
            return true
        }
        take(.seasons(value), from: start, to: end, leading: Self.leads, trailing: Self.tails)
        return true
    }

    private func plainNumber(_ at: Int) -> Int? {
        guard let number = SlotWords.number(word(at)), number < 60 else { return nil }
        return number
    }

    /// The place after "onwards", "and up", "on", "+" when such follows.
    private func onwardsEnd(_ at: Int) -> Int? {
        if at > 0, at <= words.count, characterAfter(at - 1) == "+" { return at }
        if ["and", "und", "et", "or", "y", "en", "e"].contains(word(at)),
            SlotWords.onwards.contains(word(at + 1)) || ["alles", "everything"].contains(word(at + 1))
        {
            return at + 2
        }
        if word(at) == "on", ["my", "the", "our", "plex", "a"].contains(word(at + 1)) { return nil }
        if SlotWords.onwards.contains(word(at)), joined(at - 1, at), word(at) != "up", word(at) != "after" {
            return at + 1
        }
        if word(at) == "en", ["adelante", "avant"].contains(word(at + 1)) { return at + 2 }
        if word(at) == "in", word(at + 1) == "poi" { return at + 2 }
        if word(at) == "em", word(at + 1) == "diante" { return at + 2 }
        return nil
    }

    /// "the whole series", "die ganze Serie", "all episodes", "l'intégrale": everything.
    private mutating func readWholeSeries() -> Bool {
        let start = index
        let nouns: Set<String> = [
            "series", "show", "serie", "episodes", "folgen", "run", "lot", "afleveringen", "episodios",
            "episodi", "collection",
        ]
        if word(start) == "integrale" {
            take(.seasons(.all), from: start, to: start + 1, leading: Self.leads, trailing: Self.tails)
            return true
        }
        if word(start) == "everything", word(start + 1) == "of" {
            take(.seasons(.all), from: start, to: start + 2)
            return true
        }
        if word(start) == "all", word(start + 1) == "of", word(start + 2) != "us", start > 0,
            ["want", "get", "grab", "add", "download", "need", "me", "fetch", "watch", "have"].contains(
                word(start - 1)
            ),
            !["them", "it", "these", "those", "my", "our", "the", "this", "that", "us"].contains(
                word(start + 2)
            )
        {
            take(.seasons(.all), from: start, to: start + 2)
            return true
        }
        guard SlotWords.all.contains(word(start)) else { return false }
        var at = start + 1
        if SlotWords.articles.contains(word(at)) { at += 1 }
        guard nouns.contains(word(at)) else { return false }
        if word(at) == "collection" { return false }
        take(.seasons(.all), from: start, to: at + 1, leading: Self.leads, trailing: Self.tails)
        slots.append(Slot(value: .kind(.series), range: words[at].range))
        return true
    }
}
