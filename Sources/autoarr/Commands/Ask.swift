internal import ArgumentParser
internal import AutoArrApp
internal import ContentRequests
internal import OrderedJSON

/// Takes one turn of a conversation, as on the page.
struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take one whole turn, as in the chat; the next turn goes on with --conversation."
    )

    @Argument(help: "What you say; several words are joined.")
    var words: [String]

    @Option(help: "The conversation that it belongs to, as an earlier turn printed it.")
    var conversation: String?

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let reply = try await house.withServices { app in
            try await app.conversations.turn(words.joined(separator: " "), conversation: conversation)
        }
        if house.json {
            Output.result(reply.json)
            return
        }
        Output.result(reply.text)
        Output.fault("conversation \(reply.conversation)")
    }
}
