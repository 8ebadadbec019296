import Activity
import AsyncHTTPTransport
import MediaDomain
import OrderedJSON
import ServiceHTTP
import Testing

struct EventsTests {
    @Test(.timeLimit(.minutes(1)))
    func `a listener hears what happens, and what it missed when it comes back`() async throws {
        try await TestHouse.running { house in
            let cookie = try await house.claim()
            let request = house.request(.get, "/api/v1/events?kind=incident", headers: ["Cookie": cookie])
            let stream = try await house.transport.open(request)
            #expect(stream.status == 200)
            #expect(stream.headers["content-type"]?.hasPrefix("text/event-stream") == true)
            #expect(stream.headers["x-accel-buffering"] == "no")
            let course = CorrelationID(rawValue: "c1")
            var reader = EventReader(stream.body)
            #expect(try await reader.next()?["retry"] == "2000")
            try await house.activity.record("audit.finished", correlation: course, summary: "of another kind")
            let first = try await house.activity.record(
                "incident.detected",
                correlation: course,
                summary: "one"
            )
            let heard = try #require(try await reader.next())
            #expect(heard["id"] == String(first.id))
            #expect(heard["event"] == "activity")
            #expect(try JSONValue(parsing: heard["data"] ?? "")["summary"]?.string == "one")

            try await house.activity.record("incident.decided", correlation: course, summary: "two")
            var again = house.request(.get, "/api/v1/events", headers: ["Cookie": cookie])
            again.headers["Last-Event-ID"] = String(first.id)
            var second = EventReader(try await house.transport.open(again).body)
            _ = try await second.next()
            let missed = try #require(try await second.next())
            #expect(try JSONValue(parsing: missed["data"] ?? "")["summary"]?.string == "two")
        }
    }

    @Test func `the journal pages by cursor, each event once, and can be searched`() async throws {
        try await TestHouse.running { house in
            let cookie: HTTPHeaders = ["Cookie": try await house.claim()]
            for number in 1...25 {
                try await house.activity.record(
                    "incident.detected",
                    correlation: CorrelationID(rawValue: "c\(number % 2)"),
                    summary: "Number \(number)"
                )
            }
            var seen: [String] = []
            var next: String? = ""
            while let cursor = next {
                let query = "kind=incident&limit=10" + (cursor.isEmpty ? "" : "&cursor=\(cursor)")
                let page = try await house.get("/api/v1/activity?\(query)", headers: cookie).json
                seen += (page["items"]?.array ?? []).compactMap { $0["summary"]?.string }
                next = page["next"]?.string
            }
            #expect(seen == (1...25).reversed().map { "Number \($0)" })
            let course = try await house.get("/api/v1/activity?correlation=c1&limit=200", headers: cookie)
                .json
            #expect(course["items"]?.array?.count == 13)
            let found = try await house.get("/api/v1/activity?q=number%2025", headers: cookie).json
            #expect(found["items"]?.array?.count == 1)
            let injection = try await house.get("/api/v1/activity?q=%27%20OR%201%3D1%20--", headers: cookie)
                .json
            #expect(injection["items"]?.array?.isEmpty == true)
        }
    }
}

/// Takes a stream apart into its events, each a set of fields.
private struct EventReader {
    private var pieces: AsyncThrowingStream<[UInt8], any Error>.AsyncIterator
    private var text = ""

    init(_ body: AsyncThrowingStream<[UInt8], any Error>) { pieces = body.makeAsyncIterator() }

    mutating func next() async throws -> [String: String]? {
        while true {
            if let end = text.firstRange(of: "\n\n") {
                let block = text[..<end.lowerBound]
                text = String(text[end.upperBound...])
                let fields = block.split(separator: "\n").compactMap { line -> (String, String)? in
                    guard let colon = line.firstRange(of: ": "), colon.lowerBound > line.startIndex else {
                        return nil
                    }
                    return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
                }
                if fields.isEmpty { continue }
                return Dictionary(fields) { $1 }
            }
            guard let piece = try await pieces.next(isolation: #isolation) else { return nil }
            text += String(decoding: piece, as: UTF8.self)
        }
    }
}
