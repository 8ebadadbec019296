internal import GuidedGeneration
internal import MediaDomain

/// What the house model may answer to one sentence: an intent, then titles copied from it, each with its kind and slots.
///
/// A title can then not be invented, and every answer can be read. Slots are there because the model learned to write
/// them, and would have to write a title in their place; code reads them better and does not use them.
enum HouseGrammar {
    private static let kinds = Grammar.choice(["movie", "series", "unknown"].map(Grammar.literal))
    private static let slot = Grammar.choice([
        .pattern("year [0-9]{4}"),
        .pattern("season (all|latest|[0-9]{1,2}(-[0-9]{1,2}|[+]|(,[0-9]{1,2}){0,7}))"),
        .pattern("episode [0-9]{1,2}x[0-9]{1,3}"), .pattern("(imdb|tmdb|tvdb) [a-z0-9]{1,12}"),
        .literal("ultra"), .literal("full"), .literal("half"), .literal("low"), .literal("best"),
    ])

    /// The most titles of one sentence, and the most slots of one title.
    private static let mostTitles = 8
    private static let mostSlots = 6

    /// The guide for the answer to a sentence.
    ///
    /// - Parameters:
    ///   - source: The sentence as the model reads it.
    ///   - numbers: Its short numbers, one of which may follow a title that it is said of ("Alien 3 and 4").
    ///   - intents: The intents that the answer may begin with.
    static func guide(for source: String, numbers: [String], intents: [SentenceIntent]) -> Guide {
        let words = HouseAnswer.intents.filter { intents.contains($0.intent) }.map(\.word)
        var title = [Grammar.span(Span(of: source))]
        if numbers.count > 1 { title.append(.optional(.choice(numbers.map { .literal(" " + $0) }))) }
        let named = Grammar.sequence(title + [.literal(" "), kinds])
        let item = Grammar.sequence([
            .literal(" | "), .choice([named, kinds]),
            .repeated(.sequence([.literal(" | "), slot]), minimum: 0, maximum: mostSlots, separator: ""),
        ])
        return .grammar(
            .sequence([
                .choice(words.map { .literal(" " + $0) }),
                .repeated(item, minimum: 0, maximum: mostTitles, separator: ""),
            ]),
            rules: [:]
        )
    }
}
