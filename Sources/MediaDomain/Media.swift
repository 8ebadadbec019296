/// What a title is.
package enum MediaKind: String, Sendable, Hashable, Codable {
    case movie, series
    /// Neither the words nor sure knowledge tell; the look-up will.
    case unknown
}

/// The picture that a person asks for.
package enum WantedQuality: String, Sendable, Hashable, Codable, CaseIterable {
    case ultraHD = "2160p"
    case fullHD = "1080p"
    case hd = "720p"
    case sd = "480p"
    /// The best that can be found.
    case best
}

/// An episode by its numbers.
package struct EpisodeNumber: Sendable, Hashable, Codable {
    /// The season, 0 for specials.
    package let season: Int
    /// The number in the season, ≥ 1.
    package let episode: Int

    /// The episode of these numbers.
    package init(season: Int, episode: Int) {
        self.season = season
        self.episode = episode
    }
}

/// A title's number in a catalogue outside.
package struct ExternalID: Sendable, Hashable, Codable {
    /// The catalogue.
    package enum Source: String, Sendable, Hashable, Codable {
        case imdb, tmdb, tvdb
    }

    /// The catalogue.
    package let source: Source
    /// The number as the catalogue writes it: `tt0133093`, `603`.
    package let id: String

    /// The number of a title.
    package init(source: Source, id: String) {
        self.source = source
        self.id = id
    }
}
