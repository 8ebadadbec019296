internal import HTTPTypes
internal import Hummingbird
internal import LanguageModels
internal import OrderedJSON

/// An error in the form that programs for OpenAI's API read.
struct OpenAIError: Error, Sendable, HTTPResponseError {
    let status: HTTPResponse.Status
    let message: String
    let parameter: String?
    let kind: String
    let retryAfter: Int?

    /// A request that is wrong or asks for what we do not have.
    init(_ message: String, parameter: String?) {
        self.init(.badRequest, message, kind: "invalid_request_error", parameter: parameter)
    }

    init(
        _ status: HTTPResponse.Status,
        _ message: String,
        kind: String,
        parameter: String? = nil,
        retryAfter: Int? = nil
    ) {
        self.status = status
        self.message = message
        self.kind = kind
        self.parameter = parameter
        self.retryAfter = retryAfter
    }

    /// The error of a model in this form.
    init(_ error: any Error) {
        switch error {
        case let error as OpenAIError: self = error
        case LanguageModelError.unusableGuide(let reason): self.init(reason, parameter: "response_format")
        case LanguageModelError.invalidRequest(let reason): self.init(reason, parameter: nil)
        case LanguageModelError.contextExceeded(let prompt, let context):
            self.init("the prompt has \(prompt) tokens and the context \(context)", parameter: "messages")
        case LanguageModelError.busy(let seconds):
            self.init(
                .serviceUnavailable,
                "too many requests wait already; try again in about \(Int(seconds.rounded(.up))) seconds",
                kind: "server_error",
                retryAfter: Int(seconds.rounded(.up))
            )
        case LanguageModelError.noModel:
            self.init(
                .serviceUnavailable,
                "there is no model yet: fetch one on the settings page",
                kind: "server_error"
            )
        case LanguageModelError.notEnoughMemory:
            self.init(
                .serviceUnavailable,
                "the machine has too little memory left for the model",
                kind: "server_error"
            )
        default:
            self.init(
                .internalServerError,
                "the model could not answer; the log tells more",
                kind: "server_error"
            )
        }
    }

    var document: JSONValue {
        .object([
            "error": .object([
                "message": .string(message), "type": .string(kind),
                "param": parameter.map(JSONValue.string) ?? .null,
                "code": .null,
            ])
        ])
    }

    func response(from request: Request, context: some RequestContext) -> Response { response }

    var response: Response {
        var response = Response.json(document, status: status)
        if let retryAfter { response.headers.set("Retry-After", to: String(retryAfter)) }
        return response
    }
}
