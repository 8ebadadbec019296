package import ContentRequests
package import Hummingbird
internal import HTTPTypes
internal import OrderedJSON

/// `POST /api/v1/chat` with `{"message": "…", "conversation": "…"?}`: one turn of a conversation.
///
/// The answer is `{"conversation", "reply", "requests": […]}`, each request as in the requests controller; with
/// `Accept: text/event-stream` the same comes as one event `reply` followed by `end`.
package struct ChatController: Controller {
    private let conversations: ConversationService

    /// The route over conversations.
    package init(conversations: ConversationService) { self.conversations = conversations }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.post("chat") { request, context in
            let body = try await request.decode(as: Body.self, context: context)
            let reply = try await conversations.turn(body.message, conversation: body.conversation)
            guard request.headers[.accept]?.contains("text/event-stream") == true else {
                return Response.json(reply.json)
            }
            let (events, output) = AsyncStream<ServerSentEvent>.makeStream()
            output.yield(ServerSentEvent(name: "reply", data: reply.json))
            output.yield(ServerSentEvent(name: "end", data: [:]))
            output.finish()
            return Response.serverSentEvents(to: request, events)
        }
    }

    private struct Body: Decodable, Sendable {
        let message: String
        let conversation: String?

        private enum CodingKeys: String, CodingKey { case message, text, conversation }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            message =
                try container.decodeIfPresent(String.self, forKey: .message)
                ?? container.decode(String.self, forKey: .text)
            conversation = try container.decodeIfPresent(String.self, forKey: .conversation)
        }
    }
}
