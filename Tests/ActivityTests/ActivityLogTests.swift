import Activity
import Logging
import MediaDomain
import Testing

struct ActivityLogTests {
    private let log = ActivityLog(store: InMemoryActivityStore(), logger: Logger(label: "test"))
    private let course = CorrelationID(rawValue: "c1")

    @Test func `finds the events of one course, newest first`() async throws {
        try await log.record("incident.detected", correlation: course, summary: "one")
        try await log.record(
            "incident.detected",
            correlation: CorrelationID(rawValue: "c2"),
            summary: "other"
        )
        try await log.record("incident.decided", correlation: course, summary: "two")
        let events = try await log.events(matching: ActivityQuery(correlation: course))
        #expect(events.map(\.summary) == ["two", "one"])
    }

    @Test func `a kind asks for itself and what is below it, not for what only begins alike`() async throws {
        for kind in ["change", "change.applied", "changeling"] {
            try await log.record(kind, correlation: course, summary: kind)
        }
        let events = try await log.events(matching: ActivityQuery(kind: "change"))
        #expect(Set(events.map(\.kind)) == ["change", "change.applied"])
    }

    @Test func `a listener that comes back is given what it missed, then what comes, each once`() async throws
    {
        let first = try await log.record("a", correlation: course, summary: "1")
        try await log.record("a", correlation: course, summary: "2")
        let feed = try await log.feed(after: first.id)
        try await log.record("a", correlation: course, summary: "3")
        var seen: [String] = []
        for await event in feed {
            seen.append(event.summary)
            if seen.count == 2 { break }
        }
        #expect(seen == ["2", "3"])
    }
}
