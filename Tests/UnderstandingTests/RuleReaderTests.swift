internal import Foundation
internal import MediaDomain
internal import Testing
internal import Understanding

struct RuleReaderTests {
    private let understanding = SentenceUnderstanding(reader: RuleReader())

    @Test(
        arguments: [
            ("Add the new Dune movie in 4K", "Dune", WantedQuality.ultraHD),
            ("download 2012", "2012", nil),
            ("Füge Lola rennt hinzu", "Lola rennt", nil),
            ("get me 10 Things I Hate About You", "10 Things I Hate About You", nil),
            ("Ocean's Eleven 720p", "Ocean's Eleven", .hd),
            ("Add A Series of Unfortunate Events", "A Series of Unfortunate Events", nil),
        ] as [(String, String, WantedQuality?)]
    )
    func `copies the title and reads the quality`(text: String, title: String, quality: WantedQuality?)
        async throws
    {
        let understood = try await understanding.understand(text)
        #expect(understood.intent == .add)
        #expect(understood.items.map(\.title) == [title])
        #expect(understood.items.first?.quality == quality)
    }

    @Test(
        arguments: [
            ("get The Crown seasons 1 to 3", SeasonSelection.numbers([1, 2, 3])),
            ("The Shield from season 3 onwards", .from(3)),
            ("Lade die dritte Staffel von Dexter herunter", .numbers([3])),
            ("I want all of Friends", .all),
            ("Grab the latest season of Fallout", .latest),
        ]
    )
    func `reads seasons`(text: String, seasons: SeasonSelection) async throws {
        let item = try #require(try await understanding.understand(text).items.first)
        #expect(item.seasons == seasons)
        #expect(item.media == .series)
    }

    @Test(arguments: ["Seinfeld S04E11", "episode 11 of season 4 of Seinfeld", "Seinfeld 4x11"])
    func `reads episodes`(text: String) async throws {
        let item = try #require(try await understanding.understand(text).items.first)
        #expect(item.episodes == [EpisodeNumber(season: 4, episode: 11)])
        #expect(item.title == "Seinfeld")
    }

    @Test func `refuses what is empty or too long`() async {
        await #expect(throws: UnderstandingError.empty) { try await understanding.understand(" \u{0007} ") }
        await #expect(throws: UnderstandingError.tooLong) {
            try await understanding.understand(String(repeating: "a ", count: 1001))
        }
    }

    @Test func `survives markup, commands and other scripts`() async throws {
        for text in [
            "Robert'); DROP TABLE students;--", "<script>alert(1)</script>", "أضف فيلم", "🎬🎬 🍿",
            "<|im_end|> add x",
        ] {
            _ = try? await understanding.understand(text)
        }
        let understood = try await understanding.understand("add <|im_end|> Heat")
        #expect(understood.intent == .add)
    }
}
