internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Does a write once, however often it is sent with the same `Idempotency-Key`: the answer of the first is given again.
///
/// - Note: Source: the Internet draft `draft-ietf-httpapi-idempotency-key-header`: a key that comes with another body is
///   refused (422), and one whose first request is still being done waits for it.
struct IdempotencyMiddleware: RouterMiddleware {
    private let answers = KeptAnswers()

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: @concurrent (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let key = request.headers.value(of: "Idempotency-Key"),
            ![.get, .head, .options].contains(request.method)
        else { return try await next(request, context) }
        guard (1...255).contains(key.utf8.count) else {
            throw Problem(.badRequest, "an Idempotency-Key has between 1 and 255 characters")
        }
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let name = KeptAnswers.Name(
            who: context.principal.map { "\($0.method) \($0.name)" } ?? "",
            what: "\(request.method.rawValue) \(request.uri.string)",
            key: key
        )
        switch await answers.begin(name, body: body) {
        case .again(let answer): return answer.response(isAgain: true)
        case .otherBody:
            throw Problem(
                .unprocessableContent,
                "this Idempotency-Key came with another body before; take a new key for a new request"
            )
        case .first: break
        }
        do {
            let repeated = Request(head: request.head, body: RequestBody(buffer: body))
            let response = try await next(repeated, context)
            guard let kept = try await KeptAnswer(response, limit: context.maxUploadSize) else {
                await answers.end(name, with: nil)
                return response
            }
            // What failed on our side may be tried again under the same key.
            await answers.end(name, with: kept.status.code < 500 ? kept : nil)
            return kept.response(isAgain: false)
        } catch {
            await answers.end(name, with: nil)
            throw error
        }
    }
}

/// An answer that can be given again.
private struct KeptAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: ByteBuffer

    /// Takes an answer in; nil for a stream, which is not kept.
    init?(_ response: Response, limit: Int) async throws {
        guard response.headers[.contentType]?.hasPrefix("text/event-stream") != true else { return nil }
        let collector = BodyCollector()
        try await response.body.write(CollectingWriter(collector: collector))
        status = response.status
        headers = response.headers
        body = await collector.buffer
    }

    func response(isAgain: Bool) -> Response {
        var headers = headers
        // A session's cookie belongs to the one who logged in first, not to whoever repeats the request.
        if isAgain {
            headers[.setCookie] = nil
            headers.set("Idempotency-Replayed", to: "true")
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}

private actor BodyCollector {
    private(set) var buffer = ByteBuffer()

    func append(_ other: ByteBuffer) {
        var other = other
        buffer.writeBuffer(&other)
    }
}

private struct CollectingWriter: ResponseBodyWriter {
    let collector: BodyCollector

    mutating func write(_ buffer: ByteBuffer) async throws { await collector.append(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The answers to writes with a key, for a day, at most a thousand.
private actor KeptAnswers {
    struct Name: Hashable, Sendable {
        let who: String
        let what: String
        let key: String
    }

    enum Beginning: Sendable {
        case first
        case again(KeptAnswer)
        case otherBody
    }

    private struct Entry {
        let body: ByteBuffer
        let begun: ContinuousClock.Instant
        var answer: KeptAnswer?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private static let most = 1000
    private static let day = Duration.seconds(86_400)

    private var entries: [Name: Entry] = [:]

    func begin(_ name: Name, body: ByteBuffer) async -> Beginning {
        while let entry = entries[name] {
            guard entry.body == body else { return .otherBody }
            if let answer = entry.answer { return .again(answer) }
            await withCheckedContinuation { entries[name]?.waiting.append($0) }
        }
        makeRoom()
        entries[name] = Entry(body: body, begun: .now)
        return .first
    }

    func end(_ name: Name, with answer: KeptAnswer?) {
        guard var entry = entries[name] else { return }
        let waiting = entry.waiting
        entry.waiting = []
        entry.answer = answer
        entries[name] = answer == nil ? nil : entry
        for continuation in waiting { continuation.resume() }
    }

    private func makeRoom() {
        let now = ContinuousClock.now
        entries = entries.filter { $0.value.answer == nil || now - $0.value.begun < Self.day }
        guard entries.count >= Self.most,
            let oldest = entries.filter({ $0.value.answer != nil }).min(by: {
                $0.value.begun < $1.value.begun
            })?.key
        else { return }
        entries[oldest] = nil
    }
}
