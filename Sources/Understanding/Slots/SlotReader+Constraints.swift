internal import MediaDomain

extension SlotReader {
    private static let editions: [[String]] = [
        "extended edition", "extended cut", "extended version", "directors cut", "director s cut",
        "theatrical cut", "theatrical version",
        "theatrical release", "final cut", "uncut version", "uncut", "unrated version", "unrated",
        "remastered", "special edition",
        "criterion edition", "imax version", "imax edition", "dolby vision", "hdr10", "hdr", "x265", "hevc",
        "dolby atmos", "atmos", "3d version",
        "vostfr", "vost", "multi audio", "remux", "version longue", "version originale", "version extendida",
        "version original",
        "versione estesa", "edizione estesa", "langfassung", "originalfassung", "originalton",
        "versao estendida",
        "black and white version", "snyder cut", "ultimate edition", "collectors edition",
        "anniversary edition",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let languages: Set<String> = [
        "english", "german", "french", "spanish", "italian", "dutch", "portuguese", "japanese", "korean",
        "original", "hindi", "chinese",
        "danish", "swedish", "norwegian", "polish", "russian", "turkish",
        "deutsch", "deutscher", "deutschen", "englisch", "englischer", "englischen", "franzosisch",
        "spanisch", "italienisch", "japanisch", "japanischer",
        "francais", "anglais", "allemand", "japonais", "espagnol", "italien", "vo", "vf", "espanol", "ingles",
        "castellano", "latino", "japones", "frances", "aleman",
        "italiano", "inglese", "tedesco", "francese", "giapponese", "spagnolo", "nederlands", "engels",
        "duits", "frans", "japans", "portugues",
        "dublado", "legendado",
    ]
    private static let languageLeads: Set<String> = [
        "in", "auf", "en", "em", "mit", "with", "op", "con", "avec", "met", "com", "and", "und", "et",
        "in the",
    ]
    private static let subtitleWords: Set<String> = [
        "subs", "subtitles", "sub", "subtitled", "untertitel", "untertiteln", "subtitulos", "sottotitoli",
        "ondertitels", "ondertiteling", "legendas",
        "audio", "dub", "dubbed", "language", "version", "sprache", "fassung", "ton", "untertitelt",
        "subtitulada", "doppiato", "original",
    ]

    /// Reads editions, languages and subtitles.
    mutating func readConstraint() -> Bool {
        let start = index
        for edition in Self.editions where start + edition.count <= words.count && start > 0 {
            guard zip(edition, words[start...]).allSatisfy({ $0 == $1.text }) else { continue }
            if edition == ["uncut"], start == 1, words.count == 2 { return false }
            let text = sentence.text(
                words[start].range.lowerBound..<words[start + edition.count - 1].range.upperBound
            )
            take(
                .constraint(text),
                from: start,
                to: start + edition.count,
                leading: ["the", "in", "die", "as", "la", "le", "with", "mit", "en", "der"],
                trailing: ["of", "von", "de"]
            )
            return true
        }
        if readAside() || readAge() { return true }
        // "in japanese with english subs": a lead, the language, what follows of the kind.
        guard start > 0, Self.languageLeads.contains(word(start)) else { return false }
        var at = start + 1
        if SlotWords.articles.contains(word(at)) { at += 1 }
        let first = at
        while Self.languages.contains(word(at)) || Self.subtitleWords.contains(word(at)) && at > start
            || word(at) == "sous" && word(at + 1) == "titres"
        {
            at += word(at) == "sous" ? 2 : 1
        }
        guard at > first,
            (first..<at).contains(where: {
                Self.languages.contains(word($0)) || Self.subtitleWords.contains(word($0))
            })
        else { return false }
        if ["and", "und", "et"].contains(word(start)),
            !slots.contains(where: { if case .constraint = $0.value { true } else { false } })
        {
            return false
        }
        if at - first == 1, ["version", "original", "language", "audio", "sub", "ton"].contains(word(first)) {
            return false
        }
        // "in German movies", "en français": a noun of kind after the language makes it an adjective of the title.
        if ["film", "movie", "series", "show", "movies", "films"].contains(word(at)) { return false }
        take(
            .constraint(sentence.text(words[start].range.lowerBound..<words[at - 1].range.upperBound)),
            from: start,
            to: at
        )
        return true
    }

    /// "…, not the remake", "… (the pixar one)", "… starring Al Pacino": what is said aside, up to the next punctuation.
    private mutating func readAside() -> Bool {
        let start = index
        guard start > 0 else { return false }
        let gap = between(start - 1, start)
        let isAside = gap.contains { ",;.?!(-".contains($0) }
        let opens: Bool
        switch word(start) {
        case "not", "nicht", "pas", "but":
            opens = isAside && (word(start) != "but" || word(start + 1) == "not")
        case "starring", "featuring": opens = true
        case "directed": opens = word(start + 1) == "by"
        case "the", "that", "der", "die", "das", "le", "la", "el", "il":
            opens =
                isAside
                && (start + 2...start + 4).contains {
                    ["one", "ones", "version", "remake", "original"].contains(word($0))
                }
                && !(start...start + 4).contains { Int(word($0)).map { (1900...2035).contains($0) } ?? false }
        default: opens = false
        }
        guard opens else { return false }
        var end = start + 1
        while end < words.count, !between(end - 1, end).contains(where: { ",;.?!()".contains($0) }),
            word(end) != "and" || word(start) == "starring"
        { end += 1 }
        take(
            .constraint(sentence.text(words[start].range.lowerBound..<words[end - 1].range.upperBound)),
            from: start,
            to: end
        )
        return true
    }

    /// "the new Batman movie": an age that picks among several, when a word of kind follows the title.
    private mutating func readAge() -> Bool {
        let ages: Set<String> = [
            "new", "newest", "latest", "old", "original", "first", "neue", "neuen", "neueste", "neuesten",
            "alte", "alten",
        ]
        guard ages.contains(word(index)), SlotWords.articles.contains(word(index - 1)) else { return false }
        let kinds: Set<String> = ["movie", "film", "flick", "show", "series"]
        guard (index + 2...index + 6).contains(where: { kinds.contains(word($0)) }),
            !kinds.contains(word(index + 1)) || index + 2 < words.count
        else { return false }
        if word(index) == "first", word(index + 1) != "movie", word(index + 1) != "film" { return false }
        take(
            .constraint(sentence.text(words[index].range)),
            from: index,
            to: index + 1,
            leading: SlotWords.articles
        )
        return true
    }
}
