internal import OrderedJSON

/// An OpenAPI 3.0 document, as far as replies and bodies are held against it.
package struct OpenAPIDocument: Sendable {
    /// An operation that the document describes.
    package struct Operation: Sendable {
        /// The path with its parameters in braces.
        package let template: String
        let json: JSONValue
    }

    private let paths: [(template: [String], item: JSONValue, text: String)]
    private let schemas: JSONValue

    /// The document of this text.
    ///
    /// - Throws: Where it is not JSON.
    package init(_ bytes: [UInt8]) throws {
        let document = try JSONValue(parsing: bytes)
        schemas = document["components"]?["schemas"] ?? [:]
        paths = (document["paths"]?.object ?? [:]).map { path in
            (path.key.split(separator: "/").map(String.init), path.value, path.key)
        }
    }

    /// The operation of a method and a path; fixed parts are preferred to parameters.
    package func operation(_ method: String, _ path: String) -> Operation? {
        let parts = path.split(separator: "/").map(String.init)
        let fitting = paths.filter { entry in
            entry.template.count == parts.count
                && zip(entry.template, parts).allSatisfy {
                    $0.hasPrefix("{") || $0.lowercased() == $1.lowercased()
                }
                && entry.item[method.lowercased()] != nil
        }
        let best = fitting.min { left, right in
            left.template.count { $0.hasPrefix("{") } < right.template.count { $0.hasPrefix("{") }
        }
        return best.flatMap { found in
            found.item[method.lowercased()].map { Operation(template: found.text, json: $0) }
        }
    }

    /// What speaks against a reply; empty where it is as the document says.
    ///
    /// Any status from 200 to 299 is held against the description of 200: the documents know no other.
    package func faults(ofReply body: [UInt8], to operation: Operation) -> [String] {
        guard let schema = Self.schema(in: operation.json["responses"]?["200"]) else { return [] }
        return faults(of: body, schema)
    }

    /// What speaks against the body of a request.
    package func faults(ofRequest body: [UInt8], to operation: Operation) -> [String] {
        guard let schema = Self.schema(in: operation.json["requestBody"]) else { return [] }
        return faults(of: body, schema)
    }

    private static func schema(in container: JSONValue?) -> JSONValue? {
        let content = container?["content"]
        return content?["application/json"]?["schema"] ?? content?["text/json"]?["schema"]
    }

    private func faults(of body: [UInt8], _ schema: JSONValue) -> [String] {
        guard let value = try? JSONValue(parsing: body) else { return ["the body is not JSON"] }
        var check = SchemaCheck(schemas: schemas)
        check.check(value, schema, at: "")
        return check.faults
    }
}
