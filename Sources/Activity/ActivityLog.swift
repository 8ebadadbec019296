package import Foundation
package import Logging
package import MediaDomain
package import OrderedJSON

/// The journal and its live feed: whoever does something records it here, whoever watches listens here.
package actor ActivityLog {
    private let store: any ActivityStore
    private let logger: Logger
    private let now: @Sendable () -> Date
    private var listeners: [UUID: AsyncStream<ActivityEvent>.Continuation] = [:]

    /// A journal over a store.
    package init(
        store: any ActivityStore,
        logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.store = store
        self.logger = logger
        self.now = now
    }

    /// Records an event and tells those who listen.
    ///
    /// - Returns: The event as stored, with its place.
    /// - Throws: When it could not be stored; an action whose record cannot be kept must not be taken.
    @discardableResult
    package func record(
        _ kind: String,
        level: ActivityEvent.Level = .info,
        service: ServiceID? = nil,
        correlation: CorrelationID,
        summary: String,
        details: JSONValue = .object([:])
    ) async throws -> ActivityEvent {
        let event = try await store.append(
            ActivityEvent(
                time: now(),
                kind: kind,
                level: level,
                service: service,
                correlation: correlation,
                summary: summary,
                details: details
            )
        )
        logger.info(
            "activity",
            metadata: [
                "activity.kind": "\(kind)", "activity.correlation": "\(correlation)",
                "activity.summary": "\(summary)",
            ]
        )
        for listener in listeners.values { listener.yield(event) }
        return event
    }

    /// The events that a query asks for.
    ///
    /// - Throws: When the journal could not be read.
    package func events(matching query: ActivityQuery) async throws -> [ActivityEvent] {
        try await store.events(matching: query)
    }

    /// Events from now on, after those that were missed.
    ///
    /// - Parameter after: The last event that the listener has seen; nil for none of the past. At most a thousand
    ///   missed events are brought back.
    /// - Throws: When the missed events could not be read.
    package func feed(after: Int64? = nil) async throws -> AsyncStream<ActivityEvent> {
        let (live, continuation) = AsyncStream.makeStream(
            of: ActivityEvent.self,
            bufferingPolicy: .bufferingNewest(1000)
        )
        let id = UUID()
        listeners[id] = continuation
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            Task { await self.forget(id) }
        }
        guard let after else { return live }
        let missed = try await store.events(matching: ActivityQuery(after: after, limit: 1000))
        let seen = missed.last?.id ?? after
        let (joined, output) = AsyncStream<ActivityEvent>.makeStream(bufferingPolicy: .bufferingNewest(2000))
        for event in missed { output.yield(event) }
        let pump = Task {
            for await event in live where event.id > seen { output.yield(event) }
            output.finish()
        }
        output.onTermination = { _ in pump.cancel() }
        return joined
    }

    private func forget(_ id: UUID) { listeners[id] = nil }
}
