internal import Foundation
internal import MediaDomain

/// Ids and links as people paste them.
struct LinkPattern: Sendable {
    private let expression: String
    let value: @Sendable ([String]) -> Slot.Value

    /// All of them, the most particular first.
    static let all: [LinkPattern] = [
        LinkPattern(#"(?:https?://)?(?:[a-z]+\.)?imdb\.com/(?:[a-z]{2}/)?title/(tt\d{7,9})\S*"#) {
            .externalID(ExternalID(source: .imdb, id: $0[0]), .unknown)
        },
        LinkPattern(#"(?:https?://)?(?:www\.)?themoviedb\.org/(movie|tv)/(\d+)\S*"#) {
            .externalID(ExternalID(source: .tmdb, id: $0[1]), $0[0] == "movie" ? .movie : .series)
        },
        LinkPattern(#"(?:https?://)?(?:www\.)?thetvdb\.com/\S*?(?:id=|series/)(\d+)\S*"#) {
            .externalID(ExternalID(source: .tvdb, id: $0[0]), .series)
        },
        LinkPattern(#"(?:https?://)?(?:www\.)?trakt\.tv/(?:movies|shows)/\S+"#) { _ in .link },
        LinkPattern(#"https?://\S+"#) { _ in .link },
        LinkPattern(#"\b(imdb|tmdb|tvdb)\s*(?:id)?\s*[:#= ]\s*(tt\d{7,9}|\d{1,8})\b"#) {
            let source = ExternalID.Source(rawValue: $0[0].lowercased()) ?? .imdb
            let id =
                source == .imdb && !$0[1].hasPrefix("tt")
                ? "tt" + String(repeating: "0", count: max(0, 7 - $0[1].count)) + $0[1] : $0[1]
            return .externalID(ExternalID(source: source, id: id), source == .tvdb ? .series : .unknown)
        },
        LinkPattern(#"\b(tt\d{7,9})\b"#) {
            .externalID(ExternalID(source: .imdb, id: $0[0].lowercased()), .unknown)
        },
    ]

    private init(_ expression: String, value: @escaping @Sendable ([String]) -> Slot.Value) {
        self.expression = expression
        self.value = value
    }

    /// The places, in characters, and the groups of each match.
    func matches(in text: String) -> [(Range<Int>, [String])] {
        guard text.contains(where: \.isNumber) || text.contains("://") || text.contains("trakt"),
            let expression = try? NSRegularExpression(pattern: expression, options: .caseInsensitive)
        else { return [] }
        let whole = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: whole).compactMap { match in
            guard let range = Range(match.range, in: text) else { return nil }
            let lower = text.distance(from: text.startIndex, to: range.lowerBound)
            let groups = (1..<max(1, match.numberOfRanges)).map { group in
                Range(match.range(at: group), in: text).map { String(text[$0]) } ?? ""
            }
            return (lower..<(lower + text.distance(from: range.lowerBound, to: range.upperBound)), groups)
        }
    }
}
