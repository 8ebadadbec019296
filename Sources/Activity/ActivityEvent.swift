package import Foundation
package import MediaDomain
package import OrderedJSON

/// One line of the journal: something that happened, was decided or was done.
package struct ActivityEvent: Sendable, Hashable, Codable, Identifiable {
    /// How much it matters.
    package enum Level: String, Sendable, Hashable, Codable {
        case info, warning, error
    }

    /// The place in the journal, rising; 0 until stored.
    package var id: Int64
    /// When it happened.
    package let time: Date
    /// What it is, dotted from the general to the particular: `incident.detected`, `change.applied`.
    package let kind: String
    /// How much it matters.
    package let level: Level
    /// The service that it is about, if one.
    package let service: ServiceID?
    /// What it belongs to.
    package let correlation: CorrelationID
    /// One sentence for people, without secrets.
    package let summary: String
    /// The evidence, without secrets.
    package let details: JSONValue

    /// An event.
    package init(
        id: Int64 = 0,
        time: Date,
        kind: String,
        level: Level = .info,
        service: ServiceID? = nil,
        correlation: CorrelationID,
        summary: String,
        details: JSONValue = .object([:])
    ) {
        self.id = id
        self.time = time
        self.kind = kind
        self.level = level
        self.service = service
        self.correlation = correlation
        self.summary = summary
        self.details = details
    }
}

/// Which events are asked for.
package struct ActivityQuery: Sendable, Hashable {
    /// Only events after this place.
    package var after: Int64?
    /// Only events before this place.
    package var before: Int64?
    /// Only events whose kind is this or begins with this and a dot.
    package var kind: String?
    /// Only events of this course.
    package var correlation: CorrelationID?
    /// Only events of this service.
    package var service: ServiceID?
    /// Only events whose summary contains this, without regard to case.
    package var text: String?
    /// At most this many.
    package var limit: Int

    /// A query; newest first unless `after` is given.
    package init(
        after: Int64? = nil,
        before: Int64? = nil,
        kind: String? = nil,
        correlation: CorrelationID? = nil,
        service: ServiceID? = nil,
        text: String? = nil,
        limit: Int = 100
    ) {
        self.after = after
        self.before = before
        self.kind = kind
        self.correlation = correlation
        self.service = service
        self.text = text
        self.limit = limit
    }

    /// Whether an event is one of those asked for, the limit aside.
    package func matches(_ event: ActivityEvent) -> Bool {
        if let after, event.id <= after { return false }
        if let before, event.id >= before { return false }
        if let kind, event.kind != kind, !event.kind.hasPrefix(kind + ".") { return false }
        if let correlation, event.correlation != correlation { return false }
        if let service, event.service != service { return false }
        if let text, event.summary.range(of: text, options: .caseInsensitive) == nil { return false }
        return true
    }
}
