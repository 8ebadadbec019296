/// Where the journal is kept.
package protocol ActivityStore: Sendable {
    /// Appends an event and says at which place.
    ///
    /// - Throws: When it could not be written.
    func append(_ event: ActivityEvent) async throws -> ActivityEvent

    /// The events that a query asks for: oldest first with `after`, otherwise newest first.
    ///
    /// - Throws: When the journal could not be read.
    func events(matching query: ActivityQuery) async throws -> [ActivityEvent]
}

/// A journal in memory, for a server without a data directory and for tests.
package actor InMemoryActivityStore: ActivityStore {
    private var events: [ActivityEvent] = []

    /// An empty journal.
    package init() {}

    package func append(_ event: ActivityEvent) -> ActivityEvent {
        var event = event
        event.id = Int64(events.count + 1)
        events.append(event)
        return event
    }

    package func events(matching query: ActivityQuery) -> [ActivityEvent] {
        let ordered = query.after == nil ? events.reversed() : events
        return Array(ordered.lazy.filter(query.matches).prefix(query.limit))
    }
}
