internal import Foundation
internal import MediaDomain

/// Reads what code reads surely: ids and links, seasons, episodes, years, qualities, editions and languages.
struct SlotReader {
    let sentence: Sentence
    let words: [Sentence.Word]
    var slots: [Slot] = []
    var index = 0

    init(_ sentence: Sentence) {
        self.sentence = sentence
        words = sentence.words
    }

    /// All slots in the order of their places, none overlapping.
    func read() -> [Slot] {
        var reader = self
        reader.readLinks()
        while reader.index < words.count {
            let start = reader.index
            if reader.isTaken(words[start].range) {
                reader.index += 1
                continue
            }
            if !(reader.readCode() || reader.readSeasons() || reader.readEpisodeWords()
                || reader.readQuality()
                || reader.readYear() || reader.readConstraint())
            {
                reader.index = start + 1
            }
        }
        reader.joinSeasonsAndEpisodes()
        return reader.slots.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

    func isTaken(_ range: Range<Int>) -> Bool { slots.contains { $0.range.overlaps(range) } }

    /// Whether only white space, or white space and one of these characters, stands between two neighbouring words.
    func joined(_ left: Int, _ right: Int, allowing: Set<Character> = []) -> Bool {
        guard words.indices.contains(left), words.indices.contains(right) else { return false }
        return sentence.folded[words[left].range.upperBound..<words[right].range.lowerBound].allSatisfy {
            $0 == " " || allowing.contains($0)
        }
    }

    /// The characters between two neighbouring words, spaces aside.
    func between(_ left: Int, _ right: Int) -> String {
        guard words.indices.contains(left), words.indices.contains(right) else { return "|" }
        return String(
            sentence.folded[words[left].range.upperBound..<words[right].range.lowerBound].filter { $0 != " " }
        )
    }

    func characterAfter(_ index: Int) -> Character? {
        let end = words[index].range.upperBound
        return sentence.folded.indices.contains(end) ? sentence.folded[end] : nil
    }

    /// Takes the words `from..<to` for a value; prepositions and articles on either side go with them.
    mutating func take(
        _ value: Slot.Value,
        from: Int,
        to: Int,
        leading: Set<String> = [],
        trailing: Set<String> = [],
        doubtful: Bool = false
    ) {
        var from = from
        var to = to
        while from > 0, leading.contains(word(from - 1)), joined(from - 1, from, allowing: ["'", "-"]),
            !isTaken(words[from - 1].range)
        { from -= 1 }
        while to < words.count, trailing.contains(word(to)), joined(to - 1, to, allowing: ["'"]) { to += 1 }
        var range = words[from].range.lowerBound..<words[to - 1].range.upperBound
        if range.lowerBound > 0, range.upperBound < sentence.folded.count,
            (sentence.folded[range.lowerBound - 1] == "(" && sentence.folded[range.upperBound] == ")")
                || (sentence.folded[range.lowerBound - 1] == "[" && sentence.folded[range.upperBound] == "]")
        {
            range = (range.lowerBound - 1)..<(range.upperBound + 1)
        }
        slots.append(Slot(value: value, range: range, isDoubtful: doubtful))
        index = to
    }

    // MARK: Links and ids

    private mutating func readLinks() {
        for pattern in LinkPattern.all {
            for (range, groups) in pattern.matches(in: sentence.text) where !isTaken(range) {
                slots.append(Slot(value: pattern.value(groups), range: range))
            }
        }
    }

    // MARK: S01E02, 1x02, S01

    private mutating func readCode() -> Bool {
        let start = index
        if let (season, episodes) = EpisodeCode.seasonAndEpisodes(word(start)) {
            guard !episodes.isEmpty else { return readSeasonCode(season) }
            var episodes = episodes
            var end = start + 1
            while end < words.count, ["-", "", ",", "&", "+"].contains(between(end - 1, end)) {
                let separator = between(end - 1, end)
                if let next = EpisodeCode.episode(word(end)) ?? (separator == "-" ? Int(word(end)) : nil),
                    next < 1000
                {
                    if separator == "-", let last = episodes.last, next > last, next - last < 100 {
                        episodes += Array((last + 1)...next)
                    } else if separator != "", EpisodeCode.episode(word(end)) != nil {
                        episodes.append(next)
                    } else {
                        break
                    }
                    end += 1
                } else if let (season2, more) = EpisodeCode.seasonAndEpisodes(word(end)), season2 == season,
                    separator == "-", let last = episodes.last, let next = more.first, next > last,
                    next - last < 100
                {
                    episodes += Array((last + 1)...next)
                    end += 1
                } else {
                    break
                }
            }
            take(
                .episodes(episodes.map { EpisodeNumber(season: season, episode: $0) }),
                from: start,
                to: end,
                leading: ["episode", "folge", "ep"],
                trailing: ["of", "von", "de", "di", "van"]
            )
            return true
        }
        return false
    }

    private mutating func readSeasonCode(_ season: Int) -> Bool {
        let start = index
        if let episode = EpisodeCode.episode(word(start + 1)), joined(start, start + 1, allowing: ["-", "."])
        {
            take(
                .episodes([EpisodeNumber(season: season, episode: episode)]),
                from: start,
                to: start + 2,
                trailing: ["of", "von", "de", "di", "van"]
            )
            return true
        }
        if SlotWords.episode.contains(word(start + 1)), let episode = SlotWords.number(word(start + 2)) {
            take(
                .episodes([EpisodeNumber(season: season, episode: episode)]),
                from: start,
                to: start + 3,
                trailing: ["of", "von", "de", "di", "van"]
            )
            return true
        }
        var numbers = [season]
        var end = start + 1
        while end < words.count {
            let separator = between(end - 1, end)
            let isRange = separator == "-" || (separator.isEmpty && SlotWords.to.contains(word(end)))
            let next = separator.isEmpty ? end + 1 : end
            guard isRange || [",", "&", "+"].contains(separator) || SlotWords.and.contains(word(end)),
                let (other, episodes) = EpisodeCode.seasonAndEpisodes(word(next)), episodes.isEmpty
            else { break }
            if isRange, let last = numbers.last, other > last, other - last < 60 {
                numbers += Array((last + 1)...other)
            } else {
                numbers.append(other)
            }
            end = next + 1
        }
        take(.seasons(.numbers(numbers)), from: start, to: end, trailing: ["of", "von", "de", "di", "van"])
        return true
    }

    // MARK: Qualities

    private mutating func readQuality() -> Bool {
        guard let (quality, count) = QualityWords.match(words, at: index) else { return false }
        if sentence.folded[..<words[index].range.lowerBound].last == ":" { return false }
        take(
            .quality(quality),
            from: index,
            to: index + count,
            leading: [
                "in", "at", "en", "auf", "em", "the", "der", "als", "as", "in", "op", "a", "la", "con", "mit",
                "with", "inder",
            ],
            trailing: [
                "quality", "version", "qualitat", "qualite", "calidad", "qualita", "kwaliteit", "qualidade",
                "resolution",
                "aufloesung", "auflosung", "release", "copy", "possible", "available",
            ]
        )
        return true
    }

    // MARK: Years

    private static let yearLeads: Set<String> = [
        "from", "von", "vom", "aus", "de", "del", "di", "dal", "uit", "van", "do", "year", "jahr", "annee",
        "ano", "anno",
        "jaar", "the", "version", "one", "dem", "in", "l",
    ]

    private mutating func readYear() -> Bool {
        guard word(index).count == 4, let year = Int(word(index)), (1900...2035).contains(year) else {
            return false
        }
        let start = index
        let before = word(start - 1)
        let range = words[start].range
        let opening = sentence.folded[..<range.lowerBound].last { $0 != " " }
        let closing = sentence.folded[range.upperBound...].first { $0 != " " }
        if let opening, let closing, (opening == "(" && closing == ")") || (opening == "[" && closing == "]")
        {
            take(.year(year), from: start, to: start + 1)
            return true
        }
        let after = word(start + 1)
        let versions: Set<String> = [
            "version", "one", "remake", "film", "movie", "original", "verfilmung", "versione", "fassung",
            "versie",
            "edition", "series", "adaptation", "reboot",
        ]
        if start + 1 < words.count, versions.contains(after),
            joined(start, start + 1, allowing: ["-", "e", "r"])
        {
            let isKind = ["film", "movie", "series", "remake", "original"].contains(after)
            take(
                .year(year),
                from: start,
                to: isKind ? start + 1 : start + 2,
                leading: ["the", "die", "la", "de", "il"],
                trailing: isKind ? [] : ["of", "von", "de", "di", "van"]
            )
            return true
        }
        let asks: Set<String> = [
            "from", "von", "vom", "aus", "dal", "uit", "del", "jahr", "year", "annee", "ano", "anno", "jaar",
        ]
        let weak: Set<String> = ["de", "di", "van", "do", "da", "in"]
        if start > 0, asks.contains(before) || (weak.contains(before) && start > 1), joined(start - 1, start)
        {
            take(.year(year), from: start, to: start + 1, leading: Self.yearLeads)
            return true
        }
        // A bare year after a title: offered, the title's reader may keep it.
        guard start > 0, !isTaken(words[start - 1].range) else { return false }
        take(.year(year), from: start, to: start + 1, doubtful: true)
        return true
    }
}
