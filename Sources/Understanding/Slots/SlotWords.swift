/// The words of numbers, seasons, episodes and qualities in the languages that code reads, folded.
enum SlotWords {
    static let season: Set<String> = [
        "season", "seasons", "seson", "seasn", "staffel", "staffeln", "saison", "saisons", "temporada",
        "temporadas",
        "stagione", "stagioni", "seizoen", "seizoenen", "sezon", "sasong", "sason", "sesong", "kausi",
    ]
    static let episode: Set<String> = [
        "episode", "episodes", "ep", "eps", "epsiode", "folge", "folgen", "episodio", "episodios", "capitulo",
        "capitulos", "episodi", "puntata", "puntate", "aflevering", "afleveringen", "avsnitt", "odcinek",
        "afsnit",
    ]
    static let latest: Set<String> = [
        "latest", "newest", "last", "current", "new", "neueste", "neuesten", "letzte", "letzten", "neue",
        "neuen",
        "aktuelle", "aktuellen", "derniere", "nouvelle", "ultima", "nueva", "nuova", "laatste", "nieuwste",
        "nieuwe",
        "nova", "recent",
    ]
    static let all: Set<String> = [
        "all", "every", "each", "whole", "entire", "complete", "alle", "ganze", "komplette", "samtliche",
        "allen",
        "toutes", "tous", "toute", "todas", "todos", "toda", "tutte", "tutta", "tutti", "hele", "volledige",
        "full",
    ]
    static let both: Set<String> = ["both", "beide", "beiden", "ambas", "entrambe"]
    static let firstWords: Set<String> = [
        "first", "ersten", "premieres", "primeras", "prime", "eerste", "primeiras",
    ]
    static let and: Set<String> = ["and", "und", "et", "y", "e", "en", "n", "plus"]
    static let to: Set<String> = [
        "to", "bis", "a", "tot", "through", "thru", "until", "till", "al", "alla", "ate", "au", "hasta",
        "fino",
    ]
    static let onwards: Set<String> = [
        "onwards", "onward", "on", "up", "later", "upwards", "forward", "aufwarts", "onwards", "weiter",
        "verder",
        "newer", "after",
    ]
    static let from: Set<String> = ["from", "ab", "desde", "dalla", "vanaf", "starting", "partir", "since"]
    static let articles: Set<String> = [
        "the", "die", "der", "das", "den", "dem", "des", "la", "le", "les", "el", "los", "las", "il", "lo",
        "gli", "i",
        "de", "het", "o", "os", "as", "l", "una", "un", "une", "a",
    ]
    /// Words that join a slot to its title: they go with the slot.
    static let joints: Set<String> = [
        "of", "from", "in", "von", "vom", "de", "del", "della", "di", "du", "d", "da", "do", "dos", "van",
        "uit", "aus",
        "at", "with", "for", "the", "die", "der", "das", "den", "la", "le", "les", "el", "il", "het", "a",
        "en", "em",
        "auf", "mit", "per", "op", "dell", "l", "zu", "im", "itself",
    ]

    private static let numbers: [String: Int] = {
        let rows: [(Int, String)] = [
            (1, "one eins eine einen un une una uno um uma een"),
            (2, "two zwei zwo deux dos due twee dois duas"),
            (3, "three drei trois tres tre drie"), (4, "four vier quatre cuatro quattro quatro"),
            (5, "five funf cinq cinco cinque vijf"), (6, "six sechs seis sei zes"),
            (7, "seven sieben sept siete sette zeven sete"), (8, "eight acht huit ocho otto oito"),
            (9, "nine neun neuf nueve nove negen"), (10, "ten zehn dix diez dieci tien dez"),
            (11, "eleven elf onze once undici"), (12, "twelve zwolf douze doce dodici twaalf doze"),
        ]
        return Dictionary(rows.flatMap { row in row.1.split(separator: " ").map { (String($0), row.0) } }) {
            a,
            _ in a
        }
    }()

    private static let ordinals: [String: Int] = {
        let rows: [(Int, String)] = [
            (
                1,
                "first 1st erste ersten erster premiere premier 1re 1er primera primer prima primo eerste primeira primeiro 1e"
            ),
            (
                2,
                "second 2nd zweite zweiten deuxieme seconde second 2e 2eme segunda segundo seconda secondo tweede"
            ),
            (
                3,
                "third 3rd dritte dritten troisieme 3e 3eme tercera tercer terza terzo derde terceira terceiro"
            ),
            (4, "fourth 4th vierte vierten quatrieme 4e 4eme cuarta cuarto quarta quarto vierde"),
            (5, "fifth 5th funfte funften cinquieme 5e 5eme quinta quinto vijfde"),
            (6, "sixth 6th sechste sechsten sixieme 6e 6eme sexta sexto sesta sesto zesde"),
            (
                7,
                "seventh 7th siebte siebten septieme 7e 7eme septima septimo settima settimo zevende setima setimo"
            ),
            (8, "eighth 8th achte achten huitieme 8e 8eme octava octavo ottava ottavo achtste oitava oitavo"),
            (9, "ninth 9th neunte neunten neuvieme 9e 9eme novena noveno nona nono negende"),
            (10, "tenth 10th zehnte zehnten dixieme 10e 10eme decima decimo tiende"),
        ]
        return Dictionary(rows.flatMap { row in row.1.split(separator: " ").map { (String($0), row.0) } }) {
            a,
            _ in a
        }
    }()

    /// The number that a word says: digits of at most three places, or a number word.
    static func number(_ word: String) -> Int? {
        if let number = Int(word), word.count <= 3, word.allSatisfy(\.isASCII) { return number }
        return numbers[word]
    }

    /// The number that an ordinal word says: `third`, `3rd`, `dritte`.
    static func ordinal(_ word: String) -> Int? {
        if let ordinal = ordinals[word] { return ordinal }
        for ending in ["st", "nd", "rd", "th", "eme", "e", "a", "o", "ª", "º", "de", "ste"]
        where word.hasSuffix(ending) {
            if let number = Int(word.dropLast(ending.count)), number < 60 { return number }
        }
        return nil
    }
}
