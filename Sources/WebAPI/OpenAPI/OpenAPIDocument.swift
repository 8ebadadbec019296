internal import Hummingbird
internal import OrderedJSON

/// The description of the API, made from the router's own routes, so that neither can lack what the other has.
struct OpenAPIDocument: Sendable {
    let value: JSONValue

    init(routes: [RouteDescription]) {
        var paths = JSONObject()
        let described = routes + [RouteDescription(method: "GET", route: "/openapi.json")]
        let routeNames = Set(described.map(\.route)).filter { !Self.isPage($0) }.sorted()
        for route in routeNames {
            var operations = JSONObject()
            for method in described.filter({ $0.route == route }).map(\.method).sorted() {
                operations[method.lowercased()] = Self.operation(method, route)
            }
            paths[route] = .object(operations)
        }
        value = [
            "openapi": "3.1.0",
            "info": [
                "title": "AutoArr", "version": "1",
                "description": "Lists page by `cursor` and `limit`. Errors are RFC 9457 problem documents.",
                "license": ["name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"],
            ],
            "servers": [["url": "."]],
            "security": [["key": []], ["session": []]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "key": ["type": "apiKey", "in": "header", "name": "X-Api-Key"],
                    "session": ["type": "apiKey", "in": "cookie", "name": "autoarr_session"],
                ],
                "schemas": ["Problem": Self.problem],
                "responses": [
                    "Problem": [
                        "description": "What went wrong.",
                        "content": [
                            "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                        ],
                    ]
                ],
            ],
        ]
    }

    /// Pages and what they load are for browsers, no part of the API.
    static func isPage(_ route: String) -> Bool {
        route == "/" || route == "/login" || route == "/claim" || route.hasPrefix("/assets/")
            || route == "/favicon.ico"
    }

    private static func operation(_ method: String, _ route: String) -> JSONValue {
        var operation: JSONObject = [:]
        if let summary = OperationSummaries.all["\(method) \(route)"] {
            operation["summary"] = .string(summary)
        }
        let words = route.split { !$0.isLetter && !$0.isNumber }.filter { $0 != "api" && $0 != "v1" }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        operation["operationId"] = .string(method.lowercased() + name)
        let subject =
            route.hasPrefix("/api/v1/") ? route.split(separator: "/")[2] : route.split(separator: "/")[0]
        operation["tags"] = [.string(String(subject))]
        let parameters = route.split(separator: "/").filter { $0.hasPrefix("{") }.map { part -> JSONValue in
            [
                "name": .string(String(part.dropFirst().dropLast())), "in": "path", "required": true,
                "schema": ["type": "string"],
            ]
        }
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        let isOpen = PublicRoutes.always.union(PublicRoutes.unclaimed).contains {
            $0.method.rawValue == method && $0.route == route
        }
        if isOpen { operation["security"] = [] }
        operation["responses"] = [
            "2XX": ["description": "Done."], "default": ["$ref": "#/components/responses/Problem"],
        ]
        return .object(operation)
    }

    private static var problem: JSONValue {
        [
            "type": "object", "required": ["type", "title", "status", "detail"],
            "properties": [
                "type": ["type": "string"], "title": ["type": "string"],
                "status": ["type": "integer"], "detail": ["type": "string"],
            ],
        ]
    }
}
