package import Hummingbird
internal import OrderedJSON
package import Understanding

/// `POST /api/v1/understand` with `{"text": "…"}`: the sentence as understood; nothing is looked up, added or changed.
///
/// The answer is the object of `autoarr understand`; an empty or overlong sentence gives 400 with `error`.
package struct UnderstandController: Controller {
    private let understanding: SentenceUnderstanding

    /// The route over an understanding.
    package init(understanding: SentenceUnderstanding) { self.understanding = understanding }

    package func addRoutes(to group: RouterGroup<AppRequestContext>) {
        group.post("understand") { request, context in
            let body = try await request.decode(as: Body.self, context: context)
            return Response.json(try await understanding.understand(body.text).json)
        }
    }

    private struct Body: Decodable, Sendable {
        let text: String
    }
}

extension UnderstandingError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .empty:
            Problem(
                .badRequest,
                "there is nothing to read; say a title or a question",
                members: ["error": "empty"]
            )
        case .tooLong:
            Problem(.badRequest, "a sentence has at most 2,000 characters", members: ["error": "too_long"])
        }
    }
}
