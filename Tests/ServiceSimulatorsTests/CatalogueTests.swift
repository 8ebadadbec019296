import ServiceSimulators
import Testing

@Suite struct CatalogueTests {
    private let catalogue = Catalogue.standard

    @Test func `knows each film and each series once`() {
        #expect(catalogue.films.count >= 130)
        #expect(catalogue.shows.count >= 45)
        #expect(Set(catalogue.films.map(\.tmdb)).count == catalogue.films.count)
        #expect(Set(catalogue.films.map(\.imdb)).count == catalogue.films.count)
        #expect(Set(catalogue.shows.map(\.tvdb)).count == catalogue.shows.count)
        #expect(Set(catalogue.shows.map(\.imdb)).count == catalogue.shows.count)
        #expect(catalogue.films.allSatisfy { $0.imdb.wholeMatch(of: /tt\d{7,8}/) != nil && $0.runtime > 0 })
        #expect(catalogue.shows.allSatisfy { !$0.seasons.isEmpty && $0.seasons.allSatisfy { $0 > 0 } })
    }

    @Test(arguments: [
        ("Dune", 3), ("dune 1984", 1), ("tmdb:438631", 1), ("imdb:tt1160419", 1), ("King Kong", 2),
        ("2012", 1),
        ("Amelie", 1), ("no such film at all", 0), ("", 0),
    ])
    func `finds films by words, year and ids`(term: String, atLeast: Int) {
        let found = catalogue.films(matching: term)
        #expect(atLeast == 0 ? found.isEmpty : found.count >= atLeast)
    }

    @Test func `puts the whole title first, the year asked for before others`() {
        #expect(catalogue.films(matching: "Dune 1984").first?.tmdb == 841)
        #expect(catalogue.films(matching: "dune part two").first?.tmdb == 693134)
        #expect(catalogue.films(matching: "Avatar").first?.tmdb == 19995)
        #expect(catalogue.films(matching: "the matrix").first?.tmdb == 603)
        #expect(catalogue.shows(matching: "the office").count == 2)
        #expect(catalogue.shows(matching: "tvdb:81189").first?.title == "Breaking Bad")
    }
}
