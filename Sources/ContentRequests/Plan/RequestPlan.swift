package import MediaDomain

/// What would be done for a request, in the house's own terms; what is shown is what is done.
package struct RequestPlan: Sendable, Hashable, Codable {
    /// Which parts of a series are wanted.
    package enum Part: Sendable, Hashable, Codable {
        /// A film, or everything of a series.
        case whole
        /// These seasons.
        case seasons([Int])
        /// These episodes.
        case episodes([EpisodeNumber])
        /// Only what airs from now on.
        case future
    }

    /// The instance that gets it.
    package var service: ServiceID
    /// The quality profile's number there.
    package var profileID: Int
    /// The quality profile's name.
    package var profileName: String
    /// The root folder.
    package var rootFolder: String
    /// Which parts are wanted.
    package var part: Part
    /// Whether it stands in the library already, and only monitoring and search are missing.
    package var extendsEntry: Bool
    /// What the person should know: a quality that no profile gives, for example.
    package var remark: String?

    /// What would be done, in one sentence.
    package func summary(of choice: TitleCandidate) -> String {
        let wanted: String
        switch part {
        case .whole: wanted = choice.media == .movie ? "" : ", all seasons"
        case .seasons(let numbers):
            wanted =
                ", season" + (numbers.count > 1 ? "s " : " ")
                + numbers.map(String.init).joined(separator: ", ")
        case .episodes(let episodes):
            wanted = ", " + episodes.map { "S\(two($0.season))E\(two($0.episode))" }.joined(separator: ", ")
        case .future: wanted = ", only new episodes"
        }
        let verb = extendsEntry ? "Monitor and search" : "Add"
        return "\(verb) \(choice.name)\(wanted) with profile \(profileName)"
            + (extendsEntry ? "" : " to \(rootFolder)")
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
