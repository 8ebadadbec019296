package import OrderedJSON

/// The reply to one call, already known to be a success: 2xx, or what the call accepts beside.
package struct ServiceResponse: Sendable {
    /// The status.
    package let status: Int
    /// The header fields.
    package let headers: HTTPHeaders
    /// The body, whole.
    package let body: [UInt8]
    let call: CallDescription

    /// How deep a reply may nest; real ones stay under 20.
    static let maximumDepth = 128

    /// The body as a text; bytes that are not UTF-8 become U+FFFD.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as a plain text.
    ///
    /// - Throws: ``ServiceError``: `notThisApplication` for a page of HTML.
    package func plainText() throws(ServiceError) -> String {
        if let page = WebPage(body: body, contentType: headers["Content-Type"]) {
            throw call.error(.notThisApplication(title: page.title))
        }
        return text
    }

    /// The body as JSON.
    ///
    /// - Throws: ``ServiceError``: `notThisApplication` for a page of HTML, `badReply` with the place for anything else
    ///   that is no JSON.
    @concurrent
    package func json() async throws(ServiceError) -> JSONValue {
        do {
            return try JSONValue(parsing: body, maximumDepth: Self.maximumDepth)
        } catch {
            if let page = WebPage(body: body, contentType: headers["Content-Type"]) {
                throw call.error(.notThisApplication(title: page.title))
            }
            throw call.error(.badReply(place: "byte \(error.offset)", problem: error.reason.rawValue))
        }
    }

    /// The body as one row.
    ///
    /// - Throws: ``ServiceError``, as ``json()``, and `badReply` naming the member that is missing or of another type.
    @concurrent
    package func decoded<Row: ServiceRow>(_ type: Row.Type = Row.self) async throws(ServiceError) -> Row {
        let json = try await json()
        do {
            return try Row(JSONRow(json))
        } catch {
            throw call.error(.badReply(place: error.path, problem: error.problem))
        }
    }

    /// The body, an array, as rows.
    ///
    /// - Throws: ``ServiceError``, as ``decoded(_:)``.
    @concurrent
    package func decodedRows<Row: ServiceRow>(_ type: Row.Type = Row.self) async throws(ServiceError) -> [Row]
    {
        let json = try await json()
        do {
            return try JSONRow(json).elements(Row.self)
        } catch {
            throw call.error(.badReply(place: error.path, problem: error.problem))
        }
    }

    /// An error about this reply.
    package func error(_ reason: ServiceError.Reason) -> ServiceError { call.error(reason) }
}

/// What an error says about the call it belongs to.
struct CallDescription: Sendable {
    let endpoint: ServiceEndpoint
    let operation: String

    func error(_ reason: ServiceError.Reason) -> ServiceError {
        ServiceError(
            service: endpoint.id,
            kind: endpoint.kind,
            address: endpoint.address,
            operation: operation,
            reason: reason
        )
    }
}

/// A page of HTML that came where something else was due.
struct WebPage {
    /// The page's title, if it has one, at most 80 characters.
    let title: String?

    init?(body: [UInt8], contentType: String?) {
        let start = String(decoding: body.prefix(4096), as: UTF8.self)
        let lower = start.lowercased()
        let isHTML =
            contentType?.lowercased().contains("html") == true || lower.contains("<!doctype html")
            || lower.contains("<html")
        guard isHTML else { return nil }
        guard let open = lower.firstRange(of: "<title"),
            let openEnd = lower[open.upperBound...].firstIndex(of: ">"),
            let close = lower[openEnd...].firstRange(of: "</title")
        else {
            title = nil
            return
        }
        let from = lower.distance(from: lower.startIndex, to: openEnd) + 1
        let length = lower.distance(from: openEnd, to: close.lowerBound) - 1
        let text = start.dropFirst(from).prefix(length).split(whereSeparator: \.isWhitespace).joined(
            separator: " "
        )
        title = text.isEmpty ? nil : String(text.prefix(80))
    }
}
