internal import MediaDomain
internal import Understanding

/// An answer to what was shown before: a yes, a no, one of those offered, or a change of the wish.
enum FollowUp: Sendable, Hashable {
    case yes
    case no
    /// Take the last addition back.
    case undo
    /// This one of those offered, counted from 0.
    case candidate(Int)
    /// Yes or not yet, but in this quality.
    case quality(WantedQuality, isYes: Bool)
    /// Film instead of series, or the other way round.
    case media(MediaKind)

    private static let yesWords: Set<String> = [
        "yes", "yeah", "yep", "yup", "sure", "ok", "okay", "ja", "oui", "si", "sim", "confirm", "please",
        "correct", "right", "exactly", "genau", "klar", "bitte",
        "do", "go", "it", "ahead", "add", "that", "one", "the", "perfect", "great", "fine", "mach", "das",
        "passt", "y", "indeed", "of", "course",
    ]
    private static let noWords: Set<String> = [
        "no", "nope", "nein", "non", "nee", "nao", "cancel", "stop", "none", "neither", "keine", "keiner",
        "keins", "nothing", "nevermind", "abbrechen", "forget",
    ]

    /// Reads a short sentence as an answer to what these requests show; nil where it is a wish of its own.
    static func read(_ text: String, waiting: ContentRequest?, hasAddition: Bool) -> FollowUp? {
        guard let sentence = try? Sentence(text) else { return nil }
        let words = Sentence.fold(sentence.text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard let first = words.first, words.count <= 8 else { return nil }
        if first == "undo" || words.starts(with: ["take", "that", "back"]) || words.contains("ruckgangig")
            || words.starts(with: ["revert"])
        {
            return hasAddition ? .undo : nil
        }
        guard let waiting else { return nil }
        if let candidate = candidate(words, waiting) { return .candidate(candidate) }
        let isYes = ["yes", "yeah", "yep", "ja", "ok", "okay", "sure", "oui", "si", "sim"].contains(first)
        if let quality = quality(sentence.text), words.count <= 6,
            isYes
                || ["but", "in", "aber", "make", "rather", "lieber", "better", "no", "nein"].contains(first)
        {
            return .quality(quality, isYes: isYes)
        }
        if words.count <= 6, let media = media(words),
            noWords.contains(first) || ["the", "die", "der", "den", "i", "ich", "not"].contains(first)
                || words.count <= 2
        {
            return .media(media)
        }
        if words.count <= 5, noWords.contains(first) { return .no }
        if words.allSatisfy(yesWords.contains),
            isYes
                || [
                    "do", "go", "add", "confirm", "please", "correct", "right", "exactly", "genau", "klar",
                    "bitte", "perfect", "great", "fine", "mach", "y", "indeed", "of", "passt",
                ].contains(first)
        {
            return .yes
        }
        return nil
    }

    private static func candidate(_ words: [String], _ request: ContentRequest) -> Int? {
        let candidates = request.candidates
        guard candidates.count > 1, words.count <= 6 else { return nil }
        let joined = words.joined(separator: " ")
        if let exact = candidates.firstIndex(where: {
            TitleComparison.normalized($0.name) == TitleComparison.normalized(joined)
        }) {
            return exact
        }
        let titled = candidates.indices.filter {
            TitleComparison.normalized(candidates[$0].title) == TitleComparison.normalized(joined)
        }
        if titled.count == 1 { return titled[0] }
        if let year = words.compactMap({ $0.count == 4 ? Int($0) : nil }).first {
            let ofYear = candidates.indices.filter { candidates[$0].year == year }
            return ofYear.count == 1 ? ofYear[0] : nil
        }
        let positions = [
            ["first", "1", "1st", "erste", "ersten", "erster", "premier", "premiere", "primero", "primera"],
            ["second", "2", "2nd", "zweite", "zweiten", "deuxieme", "segundo", "segunda"],
            ["third", "3", "3rd", "dritte", "dritten"], ["fourth", "4", "4th", "vierte", "vierten"],
            ["fifth", "5", "5th", "funfte", "funften"],
        ]
        for (place, names) in positions.enumerated()
        where place < candidates.count && !Set(names).isDisjoint(with: words) {
            guard
                words.allSatisfy({
                    names.contains($0)
                        || [
                            "the", "one", "number", "no", "please", "die", "der", "das", "den", "nummer",
                            "yes", "ja", "take",
                        ].contains($0)
                })
            else { continue }
            return place
        }
        if words.contains("last") || words.contains("letzte"), words.count <= 4 {
            return candidates.count - 1
        }
        let dated = candidates.indices.filter { candidates[$0].year != nil }
        let byYear = dated.sorted { candidates[$0].year ?? 0 < candidates[$1].year ?? 0 }
        if words.contains(where: {
            ["old", "older", "oldest", "original", "alte", "alten", "altere", "alteste"].contains($0)
        }) {
            return byYear.first
        }
        if words.contains(where: {
            ["new", "newer", "newest", "latest", "recent", "neue", "neuen", "neuere", "neueste"].contains($0)
        }) {
            return byYear.last
        }
        if let media = media(words) {
            let ofKind = candidates.indices.filter { candidates[$0].media == media }
            return ofKind.count == 1 ? ofKind[0] : nil
        }
        return named(words, candidates)
    }

    /// Words that say nothing of which one is meant.
    private static let pointing: Set<String> = [
        "the", "a", "one", "version", "please", "i", "mean", "meant", "want", "that", "this", "from", "of",
        "with", "yes",
        "die", "der", "das", "den", "aus", "von", "bitte", "ich", "meine", "will", "ja", "le", "la", "celui",
        "celle", "de",
        "el", "los", "del", "il", "lo", "dei", "het", "van", "o", "do", "da",
    ]

    /// The one candidate whose name has all the words that point somewhere, where no other has them all.
    private static func named(_ words: [String], _ candidates: [TitleCandidate]) -> Int? {
        let telling = words.filter { !pointing.contains($0) }
        guard !telling.isEmpty else { return nil }
        let fitting = candidates.indices.filter { place in
            let name = Sentence.fold(candidates[place].name).split { !($0.isLetter || $0.isNumber) }.map(
                String.init
            )
            return telling.allSatisfy(name.contains)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Whether a sentence could only be an answer to something that was shown, and is no wish of its own.
    static func isOnlyAnswer(_ text: String) -> Bool {
        let words = Sentence.fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard !words.isEmpty, words.count <= 5 else { return false }
        if words.first == "undo" {
            return words.dropFirst().allSatisfy { ["that", "it", "this", "please"].contains($0) }
        }
        let places: Set<String> = [
            "first", "second", "third", "fourth", "fifth", "last", "old", "older", "oldest", "new", "newer",
            "newest",
            "erste", "ersten", "zweite", "zweiten", "dritte", "dritten", "letzte", "letzten", "alte", "alten",
            "neue",
            "neuen", "these", "them", "both", "all", "davon", "von", "ihnen", "die", "der", "das", "den",
            "le", "la", "el",
            "premier", "premiere", "deuxieme", "segundo", "segunda", "primero", "primera",
        ]
        return words.allSatisfy {
            yesWords.contains($0) || noWords.contains($0) || places.contains($0) || $0 == "of"
        }
    }

    private static func quality(_ text: String) -> WantedQuality? {
        QualityReading.quality(in: text)
    }

    private static func media(_ words: [String]) -> MediaKind? {
        if words.contains(where: { ["series", "show", "serie", "tv"].contains($0) }) { return .series }
        return words.contains { ["movie", "film", "pelicula"].contains($0) } ? .movie : nil
    }
}
