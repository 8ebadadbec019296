package import Hummingbird
internal import HTTPTypes
internal import ServiceLifecycle

extension Response {
    /// An answer that sends events as they come, with a sign of life every fifteen seconds.
    ///
    /// It ends with the stream, when the client goes away, and when the server shuts down. Proxies are told not to
    /// hold it back.
    ///
    /// - Parameters:
    ///   - request: The request, watched for the client going away; its body must have been read before.
    ///   - events: What to send.
    /// - Returns: The answer, which begins at once.
    package static func serverSentEvents(
        to request: Request,
        _ events: some AsyncSequence<ServerSentEvent, Never> & Sendable
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
        ]
        headers.set("X-Accel-Buffering", to: "no")
        let body = ResponseBody { writer in
            let (chunks, output) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(4096))
            output.yield(": hello\nretry: 2000\n\n")
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await withGracefulShutdownHandler {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask {
                            for await event in events { output.yield(event.text) }
                            output.finish()
                        }
                        group.addTask { try await beat(into: output) }
                        for await chunk in chunks { try await writer.write(ByteBuffer(string: chunk)) }
                        group.cancelAll()
                    }
                } onGracefulShutdown: {
                    output.finish()
                }
            } onInboundClosed: {
                output.finish()
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}

/// Shows every fifteen seconds that the stream lives, so that no proxy takes it for dead.
private func beat(into output: AsyncStream<String>.Continuation) async throws {
    do {
        while true {
            try await Task.sleep(for: .seconds(15))
            output.yield(": still here\n\n")
        }
    } catch is CancellationError {}
}
