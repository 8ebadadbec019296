package import MediaDomain

/// What a person wants with a sentence.
package enum SentenceIntent: String, Sendable, Hashable, Codable, CaseIterable {
    /// Get this for me.
    case add
    /// Take it away, or stop it coming.
    case remove
    /// How things stand.
    case status
    /// Whether it is in the library.
    case search
    /// When it comes.
    case calendar
    /// Why it does not work.
    case diagnose
    /// Look over the settings.
    case audit
    /// Act on downloads.
    case control
    /// Propose something.
    case recommend
    /// How the product and its field work.
    case help
    /// Anything else.
    case offTopic = "off_topic"
}

/// The seasons that a sentence asks for.
package enum SeasonSelection: Sendable, Hashable {
    /// None was said.
    case unsaid
    /// These, in the order said.
    case numbers([Int])
    /// From this one onwards.
    case from(Int)
    /// The newest.
    case latest
    /// Every one.
    case all
}

/// One title of a sentence with all that was said about it.
package struct UnderstoodItem: Sendable, Hashable {
    /// Film or series; `unknown` where neither the words nor sure knowledge tell.
    package var media: MediaKind
    /// The title in the person's own words and spelling; nil where an id says which.
    package var title: String?
    /// The year, only when said.
    package var year: Int?
    /// The seasons.
    package var seasons: SeasonSelection
    /// Single episodes.
    package var episodes: [EpisodeNumber]
    /// The picture.
    package var quality: WantedQuality?
    /// An id or a link that the person pasted.
    package var externalID: ExternalID?
    /// What else was said that matters, in the person's words.
    package var constraints: [String]

    /// An item of these parts.
    package init(
        media: MediaKind = .unknown,
        title: String?,
        year: Int? = nil,
        seasons: SeasonSelection = .unsaid,
        episodes: [EpisodeNumber] = [],
        quality: WantedQuality? = nil,
        externalID: ExternalID? = nil,
        constraints: [String] = []
    ) {
        self.media = media
        self.title = title
        self.year = year
        self.seasons = seasons
        self.episodes = episodes
        self.quality = quality
        self.externalID = externalID
        self.constraints = constraints
    }
}

/// A sentence as it was understood: the first step of every request, before anything is looked up.
package struct UnderstoodSentence: Sendable, Hashable {
    /// What the person wants.
    package var intent: SentenceIntent
    /// The probability that the intent is right, in 0…1.
    package var confidence: Double
    /// One for each title named, in the order named.
    package var items: [UnderstoodItem]
    /// Wall time in milliseconds, the model already loaded.
    package var elapsedMilliseconds: Double
    /// The name of the model that read it, or `rules`.
    package var model: String

    /// A sentence of these parts.
    package init(
        intent: SentenceIntent,
        confidence: Double,
        items: [UnderstoodItem],
        elapsedMilliseconds: Double = 0,
        model: String
    ) {
        self.intent = intent
        self.confidence = confidence
        self.items = items
        self.elapsedMilliseconds = elapsedMilliseconds
        self.model = model
    }
}

/// Why a sentence was not read.
package enum UnderstandingError: String, Error, Sendable, Hashable, Codable {
    /// There is nothing to read.
    case empty
    /// It has more than 2,000 characters.
    case tooLong = "too_long"
}
