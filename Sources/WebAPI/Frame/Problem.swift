package import Hummingbird
internal import HTTPTypes
package import OrderedJSON

/// An answer that says what went wrong, as RFC 9457 has it; throw one from a handler.
package struct Problem: Error, Sendable, Hashable, HTTPResponseError {
    /// The HTTP status.
    package let status: HTTPResponse.Status
    /// What happened, to which thing, and what to do, in a sentence or two without secrets.
    package let detail: String
    /// Further members of the document, such as the field that is wrong.
    package let members: JSONObject
    /// Headers of the answer, such as `Retry-After`.
    package var headers: HTTPFields = [:]

    /// A problem.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - detail: What happened, to which thing, and what to do.
    ///   - members: Further members of the document.
    package init(_ status: HTTPResponse.Status, _ detail: String, members: JSONObject = [:]) {
        self.status = status
        self.detail = detail
        self.members = members
    }

    /// Nothing is known under this name: `the finding 12`.
    package static func notFound(_ what: String) -> Problem { Problem(.notFound, "there is no \(what)") }

    /// The document.
    package var document: JSONValue {
        var object: JSONObject = [
            "type": "about:blank", "title": .string(status.reasonPhrase), "status": .number(status.code),
            "detail": .string(detail),
        ]
        for (key, value) in members { object[key] = value }
        return .object(object)
    }

    package func response(from request: Request, context: some RequestContext) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: document.text()))
        )
    }
}

/// An error of a feature that says how it is told over HTTP; conform to it beside the controller that throws it.
package protocol ProblemConvertible: Error {
    /// The answer for the caller.
    var problem: Problem { get }
}
