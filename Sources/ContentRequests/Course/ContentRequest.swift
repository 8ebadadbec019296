package import Foundation
package import MediaDomain
internal import OrderedJSON
package import Understanding

/// How far a request has come.
package enum RequestStage: String, Sendable, Hashable, Codable, CaseIterable {
    /// The sentence is there and was understood.
    case understood
    /// Several titles fit; the person chooses.
    case choosing
    /// One title is chosen and shown with what would be done; the person confirms.
    case confirming
    /// It stands in Sonarr or Radarr.
    case added
    /// A search was started.
    case searched
    /// A release was taken.
    case grabbed
    /// It is being downloaded.
    case downloading
    /// The files were taken over.
    case imported
    /// It can be watched.
    case available
    /// It was there before.
    case alreadyThere = "already_there"
    /// It is not out yet; it comes by itself.
    case notReleased = "not_released"
    /// The search found nothing that fits.
    case nothingFound = "nothing_found"
    /// Something holds it up; the note says what.
    case blocked
    /// No title like that is known.
    case notFound = "not_found"
    /// A service could not be reached or refused; it can be asked again.
    case failed
    /// The person took it back.
    case cancelled

    /// Whether the course has ended.
    package var isOver: Bool {
        switch self {
        case .available, .alreadyThere, .notFound, .failed, .cancelled: true
        default: false
        }
    }

    /// Whether it stands in a service and is still on its way.
    package var isUnderWay: Bool {
        switch self {
        case .added, .searched, .grabbed, .downloading, .imported, .notReleased, .nothingFound, .blocked: true
        default: false
        }
    }
}

/// One step of a request's course; a request is the sum of its steps.
package struct RequestEvent: Sendable, Hashable, Codable {
    /// When.
    package let time: Date
    /// The stage that was reached.
    package let stage: RequestStage
    /// One sentence for people.
    package let summary: String

    /// A step.
    package init(time: Date, stage: RequestStage, summary: String) {
        self.time = time
        self.stage = stage
        self.summary = summary
    }
}

/// One title that somebody asked for, and its whole course.
package struct ContentRequest: Sendable, Hashable, Codable, Identifiable {
    /// Its name.
    package let id: String
    /// What ties its journal entries together.
    package let correlation: CorrelationID
    /// The sentence.
    package let text: String
    /// What was understood.
    package var item: UnderstoodItem
    /// How far it has come.
    package var stage: RequestStage
    /// The titles to choose from, likeliest first.
    package var candidates: [TitleCandidate]
    /// The title that is meant.
    package var choice: TitleCandidate?
    /// What would be, or was, done.
    package var plan: RequestPlan?
    /// Proves that a choice or confirmation is for exactly what was shown; changes with it.
    package var token: String
    /// The entry's number in Sonarr or Radarr.
    package var entry: Int?
    /// The change that added it, which can be taken back.
    package var change: Int64?
    /// How much is downloaded, in 0…1.
    package var progress: Double?
    /// Why it stands where it stands, for people.
    package var note: String?
    /// Every step so far.
    package var events: [RequestEvent]

    /// A request that has just been understood.
    package init(id: String, text: String, item: UnderstoodItem, time: Date) {
        self.id = id
        correlation = CorrelationID(rawValue: id)
        self.text = text
        self.item = item
        stage = .understood
        candidates = []
        token = ""
        let title = item.title ?? item.externalID.map { "\($0.source.rawValue):\($0.id)" } ?? ""
        events = [RequestEvent(time: time, stage: .understood, summary: "Asked for \(title)")]
    }

    /// When it was asked for.
    package var created: Date { events.first?.time ?? .distantPast }
    /// When something last happened.
    package var updated: Date { events.last?.time ?? .distantPast }

    /// The name by which the same wish is recognised: title in its catalogue, and which part of it.
    package var key: String? {
        choice.map { choice in
            let parts = item.episodes.map { "\($0.season)x\($0.episode)" }.joined(separator: ",")
            return "\(choice.key)|\(item.seasons.json.text())|\(parts)"
        }
    }

    /// Takes a step.
    package mutating func step(_ stage: RequestStage, _ summary: String, at time: Date) {
        self.stage = stage
        events.append(RequestEvent(time: time, stage: stage, summary: summary))
    }
}
