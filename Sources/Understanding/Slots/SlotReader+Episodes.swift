internal import MediaDomain

/// Reads the short writings of episodes: `s01e02`, `1x02`, `e05`.
enum EpisodeCode {
    /// The season and the episodes of `s04e11`, `s01e01e02`, `2x05`, `s03`; no episodes for a season alone.
    static func seasonAndEpisodes(_ word: String) -> (Int, [Int])? {
        var rest = Substring(word)
        if rest.first == "s" {
            rest.removeFirst()
            guard let season = digits(&rest, upTo: 2) else { return nil }
            var episodes: [Int] = []
            while rest.first == "e" {
                rest.removeFirst()
                guard let episode = digits(&rest, upTo: 4) else { return nil }
                episodes.append(episode)
            }
            return rest.isEmpty ? (season, episodes) : nil
        }
        guard let season = digits(&rest, upTo: 2), rest.first == "x" else { return nil }
        rest.removeFirst()
        guard let episode = digits(&rest, upTo: 3), rest.isEmpty else { return nil }
        return (season, [episode])
    }

    /// The number of `e05` or `ep5`.
    static func episode(_ word: String) -> Int? {
        for prefix in ["ep", "e"] where word.hasPrefix(prefix) {
            var rest = word.dropFirst(prefix.count)
            if let number = digits(&rest, upTo: 4), rest.isEmpty { return number }
        }
        return nil
    }

    private static func digits(_ text: inout Substring, upTo limit: Int) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= limit else { return nil }
        text = text.dropFirst(digits.count)
        return Int(digits)
    }
}

extension SlotReader {
    /// Numbers that follow an episode word at this place, and the place after them.
    func episodeNumbers(at start: Int) -> (numbers: [Int], end: Int)? {
        var at = start
        if word(at) == "and" || word(at) == "the" { at += 1 }
        if let code = EpisodeCode.episode(word(at)) { return ([code], at + 1) }
        if let ordinal = SlotWords.ordinal(word(at)), SlotWords.episode.contains(word(at + 1)) {
            return ([ordinal], at + 2)
        }
        guard SlotWords.episode.contains(word(at)), let first = SlotWords.number(word(at + 1)) else {
            return nil
        }
        var numbers = [first]
        var end = at + 2
        while end < words.count {
            let separator = between(end - 1, end)
            if separator == "-", let next = SlotWords.number(word(end)), let last = numbers.last, next > last,
                next - last < 100
            {
                numbers += Array((last + 1)...next)
                end += 1
            } else if separator.isEmpty, SlotWords.to.contains(word(end)),
                let next = SlotWords.number(word(end + 1)),
                let last = numbers.last, next > last, next - last < 100
            {
                numbers += Array((last + 1)...next)
                end += 2
            } else if separator == ",", let next = SlotWords.number(word(end)) {
                numbers.append(next)
                end += 1
            } else if SlotWords.and.contains(word(end)), let next = SlotWords.number(word(end + 1)),
                !SlotWords.season.contains(word(end + 2))
            {
                numbers.append(next)
                end += 2
            } else {
                break
            }
        }
        return (numbers, end)
    }

    /// Reads `episode 9`, `the third episode`, `the pilot`; the season is joined to it afterwards.
    mutating func readEpisodeWords() -> Bool {
        let start = index
        if word(start) == "pilot", ["the", "just", "only"].contains(word(start - 1)),
            ["of", "episode", "for"].contains(word(start + 1))
        {
            take(
                .episodes([EpisodeNumber(season: 1, episode: 1)]),
                from: start,
                to: start + 1,
                leading: Self.leads,
                trailing: Self.tails.union(["episode", "for"])
            )
            return true
        }
        let isOrdinal =
            SlotWords.ordinal(word(start)) != nil
            && (SlotWords.episode.contains(word(start + 1)) && joined(start, start + 1, allowing: ["."]))
        let isGermanOrdinal =
            Int(word(start)) != nil && characterAfter(start) == "."
            && SlotWords.episode.contains(word(start + 1))
        if isGermanOrdinal, let number = Int(word(start)) {
            take(
                .episodes([EpisodeNumber(season: -1, episode: number)]),
                from: start,
                to: start + 2,
                leading: Self.leads,
                trailing: Self.tails
            )
            return true
        }
        guard isOrdinal || SlotWords.episode.contains(word(start)),
            let (numbers, end) = episodeNumbers(at: start)
        else {
            return false
        }
        // -1 stands for a season that was said elsewhere or not at all.
        take(
            .episodes(numbers.map { EpisodeNumber(season: -1, episode: $0) }),
            from: start,
            to: end,
            leading: Self.leads,
            trailing: Self.tails
        )
        return true
    }

    /// Gives episodes without a season the one season said nearest; alone, they stay words that matter.
    mutating func joinSeasonsAndEpisodes() {
        for place in slots.indices {
            guard case .episodes(let episodes) = slots[place].value,
                episodes.contains(where: { $0.season < 0 })
            else { continue }
            let known = slots
            let distance = { (other: Int) in
                abs(known[other].range.lowerBound - known[place].range.lowerBound)
            }
            let season = known.indices.filter {
                if case .seasons(.numbers(let numbers)) = known[$0].value {
                    numbers.count == 1
                } else {
                    false
                }
            }.min { distance($0) < distance($1) }
            if let season, case .seasons(.numbers(let numbers)) = slots[season].value,
                let number = numbers.first
            {
                let joined = episodes.map { EpisodeNumber(season: number, episode: $0.episode) }
                slots[place] = Slot(value: .episodes(joined), range: slots[place].range)
                slots[season] = Slot(value: .said, range: slots[season].range)
            } else {
                let text = sentence.text(slots[place].range)
                slots[place] = Slot(value: .constraint(text.trimmingJoints), range: slots[place].range)
                slots.append(Slot(value: .kind(.series), range: slots[place].range))
            }
        }
    }
}

extension String {
    /// Without the prepositions and articles at its ends.
    var trimmingJoints: String {
        var words = split(separator: " ")
        while let first = words.first, SlotReader.leads.contains(Sentence.fold(String(first))) {
            words.removeFirst()
        }
        while let last = words.last, SlotReader.tails.contains(Sentence.fold(String(last))) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }
}
