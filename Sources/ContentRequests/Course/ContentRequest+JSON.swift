internal import Foundation
package import OrderedJSON
internal import MediaDomain
internal import Understanding

extension ContentRequest {
    /// The request as the API answers it; see the requests controller for the members.
    package var json: JSONValue {
        [
            "id": .string(id), "correlation": .string(correlation.rawValue), "text": .string(text),
            "item": item.json, "state": .string(stage.rawValue), "stateText": .string(stateText),
            "isClosed": .bool(stage.isOver),
            "candidates": .array(stage == .choosing || stage == .confirming ? offered.map(\.json) : []),
            "chosen": choice.map(\.json) ?? .null,
            "confirmation": stage == .confirming ? confirmation : .null,
            "token": .string(stage == .choosing || stage == .confirming ? token : ""),
            "progress": progress.map { .number($0) } ?? .null,
            "note": note.map(JSONValue.string) ?? .null,
            "change": change.map { .number(Int($0)) } ?? .null,
            "created": .string(created.formatted(.iso8601)), "updated": .string(updated.formatted(.iso8601)),
            "events": .array(
                events.map {
                    [
                        "time": .string($0.time.formatted(.iso8601)), "state": .string($0.stage.rawValue),
                        "summary": .string($0.summary),
                    ]
                }
            ),
        ]
    }

    private var offered: [TitleCandidate] { stage == .choosing ? candidates : choice.map { [$0] } ?? [] }

    private var confirmation: JSONValue {
        guard let plan, let choice else { return .null }
        return [
            "text": .string(plan.summary(of: choice) + "?"), "token": .string(token),
            "service": .string(plan.service.rawValue), "profile": .string(plan.profileName),
            "rootFolder": .string(plan.rootFolder), "remark": plan.remark.map(JSONValue.string) ?? .null,
        ]
    }

    /// The stage in words.
    package var stateText: String {
        switch stage {
        case .understood: "understood"
        case .choosing: "choose one"
        case .confirming: "waits for your yes"
        case .added: "added"
        case .searched: "searching"
        case .grabbed: "release taken"
        case .downloading: "downloading" + (progress.map { " \(Int($0 * 100)) %" } ?? "")
        case .imported: "being taken over"
        case .available: "there"
        case .alreadyThere: "in the library already"
        case .notReleased: "not out yet"
        case .nothingFound: "nothing found yet"
        case .blocked: "held up"
        case .notFound: "not known"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
    }
}

extension TitleCandidate {
    /// The candidate as the API answers it; `id` is what is chosen by.
    package var json: JSONValue {
        [
            "id": .string(key), "kind": .string(media.rawValue), "title": .string(title),
            "year": year.map { .number($0) } ?? .null, "overview": overview.map(JSONValue.string) ?? .null,
            "poster": poster.map(JSONValue.string) ?? .null, "inLibrary": .bool(entry != nil),
            "service": .string(service.rawValue),
        ]
    }
}
