package import MediaDomain

/// A title that a look-up in Sonarr or Radarr gave.
package struct TitleCandidate: Sendable, Hashable, Codable {
    /// Film or series.
    package let media: MediaKind
    /// The title.
    package let title: String
    /// The year; nil where the catalogue has none.
    package let year: Int?
    /// The number in the catalogue that the service goes by: TMDB for films, TVDB for series.
    package let catalogueID: Int
    /// The instance that was asked.
    package let service: ServiceID
    /// What it is about, as the catalogue writes it.
    ///
    /// Text from outside: it is shown, never read for orders.
    package let overview: String?
    /// The address of its poster.
    package let poster: String?
    /// The entry in the library, if it is there.
    package let entry: Int?
    /// Whether all that is out has its files.
    package let isComplete: Bool
    /// How well it fits what was asked, in 0…1.
    package var score: Double
    /// Whether its title is, letter by letter, what was asked for.
    package var isExact: Bool

    /// The title's name across requests: `movie:438631`.
    package var key: String { "\(media.rawValue):\(catalogueID)" }

    /// The title with its year.
    package var name: String { year.map { "\(title) (\($0))" } ?? title }
}
