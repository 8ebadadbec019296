internal import MediaDomain

/// The words of picture qualities.
enum QualityWords {
    private static let phrases: [(String, WantedQuality)] = [
        ("4k ultra hd", .ultraHD), ("4k uhd", .ultraHD), ("ultra hd", .ultraHD),
        ("ultra high definition", .ultraHD), ("uhd", .ultraHD), ("4k", .ultraHD),
        ("2160p", .ultraHD), ("2160", .ultraHD), ("ultrahd", .ultraHD),
        ("full hd", .fullHD), ("fullhd", .fullHD), ("fhd", .fullHD), ("1080p", .fullHD), ("1080", .fullHD),
        ("1080i", .fullHD),
        ("hd ready", .hd), ("720p", .hd), ("720", .hd), ("hd", .fullHD), ("high definition", .fullHD),
        ("high def", .fullHD),
        ("480p", .sd), ("sd", .sd), ("standard definition", .sd), ("dvd quality", .sd), ("576p", .sd),
        ("480", .sd),
        ("best possible quality", .best), ("best available quality", .best),
        ("best quality you can find", .best),
        ("best quality available", .best), ("best quality possible", .best),
        ("best quality", .best), ("highest quality", .best), ("top quality", .best),
        ("maximum quality", .best), ("max quality", .best), ("highest resolution", .best),
        ("best you can find", .best), ("best version you can find", .best), ("best resolution", .best),
        ("best picture", .best), ("best copy you can find", .best),
        ("bester qualitat", .best), ("beste qualitat", .best), ("besten qualitat", .best),
        ("bestmoglicher qualitat", .best), ("hochster qualitat", .best),
        ("meilleure qualite possible", .best), ("meilleure qualite", .best), ("mejor calidad posible", .best),
        ("mejor calidad", .best), ("maxima calidad", .best),
        ("migliore qualita", .best), ("miglior qualita", .best), ("qualita migliore", .best),
        ("massima qualita", .best), ("beste kwaliteit", .best), ("hoogste kwaliteit", .best),
        ("melhor qualidade possivel", .best), ("melhor qualidade", .best), ("qualidade maxima", .best),
    ]
    private static let table: [String: [([String], WantedQuality)]] = {
        var table: [String: [([String], WantedQuality)]] = [:]
        for (phrase, quality) in phrases {
            let words = phrase.split(separator: " ").map(String.init)
            table[words[0], default: []].append((words, quality))
        }
        return table.mapValues { $0.sorted { $0.0.count > $1.0.count } }
    }()

    /// The quality that stands at a place, and how many words say it.
    static func match(_ words: [Sentence.Word], at index: Int) -> (WantedQuality, Int)? {
        for (phrase, quality) in table[words[index].text] ?? []
        where index + phrase.count <= words.count
            && zip(phrase, words[index...]).allSatisfy({ $0 == $1.text })
        {
            return (quality, phrase.count)
        }
        return nil
    }
}
