package import OrderedJSON

internal import Foundation
internal import MediaDomain

extension UnderstoodSentence {
    /// The object that `autoarr understand` prints and `POST /api/v1/understand` answers, members in their order.
    package var json: JSONValue {
        [
            "intent": .string(intent.rawValue),
            "confidence": .number((confidence * 10_000).rounded() / 10_000),
            "items": .array(items.map(\.json)),
            "elapsed_ms": .number((elapsedMilliseconds * 10).rounded() / 10),
            "model": .string(model),
        ]
    }
}

extension UnderstoodItem {
    /// The item as it stands in the object of a sentence.
    package var json: JSONValue {
        [
            "media": .string(media.rawValue),
            "title": title.map(JSONValue.string) ?? .null,
            "year": year.map { JSONValue.number($0) } ?? .null,
            "seasons": seasons.json,
            "episodes": .array(
                episodes.map { ["season": .number($0.season), "episode": .number($0.episode)] }
            ),
            "quality": quality.map { .string($0.rawValue) } ?? .null,
            "external_id": externalID.map { ["source": .string($0.source.rawValue), "id": .string($0.id)] }
                ?? .null,
            "constraints": .array(constraints.map(JSONValue.string)),
        ]
    }

    /// The item of such an object; nil where it is none.
    package init?(json: JSONValue) {
        guard let media = json["media"]?.string.flatMap(MediaKind.init(rawValue:)) else { return nil }
        self.init(
            media: media,
            title: json["title"]?.string,
            year: json["year"]?.int,
            seasons: SeasonSelection(json: json["seasons"] ?? []),
            episodes: (json["episodes"]?.array ?? []).compactMap {
                guard let season = $0["season"]?.int, let episode = $0["episode"]?.int else { return nil }
                return EpisodeNumber(season: season, episode: episode)
            },
            quality: json["quality"]?.string.flatMap(WantedQuality.init(rawValue:)),
            externalID: json["external_id"].flatMap {
                guard let source = $0["source"]?.string.flatMap(ExternalID.Source.init(rawValue:)),
                    let id = $0["id"]?.string
                else { return nil }
                return ExternalID(source: source, id: id)
            },
            constraints: (json["constraints"]?.array ?? []).compactMap(\.string)
        )
    }
}

extension SeasonSelection {
    /// An array of numbers, or `["all"]`, `["latest"]`, `["3+"]`; empty if none was said.
    package var json: JSONValue {
        switch self {
        case .unsaid: []
        case .numbers(let numbers): .array(numbers.map { .number($0) })
        case .from(let first): [.string("\(first)+")]
        case .latest: ["latest"]
        case .all: ["all"]
        }
    }

    /// The selection of such an array; what cannot be read counts as not said.
    package init(json: JSONValue) {
        let elements = json.array ?? []
        let numbers = elements.compactMap(\.int)
        switch elements.first?.string {
        case "all"?: self = .all
        case "latest"?: self = .latest
        case let text?: self = Int(text.dropLast()).map(SeasonSelection.from) ?? .unsaid
        case nil: self = numbers.isEmpty ? .unsaid : .numbers(numbers)
        }
    }
}
