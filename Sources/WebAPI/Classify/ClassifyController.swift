package import Hummingbird
internal import MediaDomain
internal import OrderedJSON
package import Understanding

/// `POST /api/v1/classify`: what a service's message tells.
package struct ClassifyController: Controller {
    private let classifier: MessageClassifier

    /// The route of a classifier.
    package init(classifier: MessageClassifier) { self.classifier = classifier }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.post("classify") { request, context in
            let message = try await request.decode(as: Message.self, context: context)
            guard let source = ServiceKind(rawValue: message.source ?? "sabnzbd") else {
                let names = ServiceKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem(
                    .badRequest,
                    "source must be one of \(names)",
                    members: ["parameter": "source"]
                )
            }
            let kind = message.source == nil ? nil : source
            return Response.json(
                try JSONValue(encoding: await classifier.classify(message.text, source: kind))
            )
        }
    }

    private struct Message: Decodable, Sendable {
        let source: String?
        let text: String
    }
}
