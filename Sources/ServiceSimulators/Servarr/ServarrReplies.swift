internal import OrderedJSON

/// The replies that both applications give in the same shape.
enum ServarrReplies {
    /// 404, as for a path or an id that does not exist.
    static let notFound = SimulatedReply.json(["message": "NotFound"], status: 404)

    /// 400 with one fault of validation, as FluentValidation writes it.
    static func invalid(
        _ property: String,
        _ message: String,
        attempted: JSONValue = nil,
        code: String
    ) -> SimulatedReply {
        .json(
            [
                [
                    "propertyName": .string(property), "errorMessage": .string(message),
                    "attemptedValue": attempted,
                    "severity": "error", "errorCode": .string(code), "formattedMessageArguments": [],
                    "formattedMessagePlaceholderValues": [
                        "propertyName": .string(property), "propertyValue": attempted,
                    ],
                ]
            ],
            status: 400
        )
    }

    /// 400 for a body that is not JSON or not of the shape that is due.
    static func unreadable(_ what: String) -> SimulatedReply {
        .json(
            [
                "type": "https://tools.ietf.org/html/rfc9110#section-15.5.1",
                "title": "One or more validation errors occurred.", "status": 400,
                "errors": ["$": [.string(what)]],
            ],
            status: 400
        )
    }

    /// One page of a list.
    static func page(
        _ records: [JSONValue],
        of request: SimulatedRequest,
        sortKey: String,
        direction: String = "descending"
    ) -> SimulatedReply {
        let size = max(1, request.int("pageSize") ?? 10)
        let page = max(1, request.int("page") ?? 1)
        return .json([
            "page": .number(page), "pageSize": .number(size),
            "sortKey": .string(request.value("sortKey") ?? sortKey),
            "sortDirection": .string(request.value("sortDirection") ?? direction),
            "totalRecords": .number(records.count),
            "records": .array(Array(records.dropFirst((page - 1) * size).prefix(size))),
        ])
    }
}
