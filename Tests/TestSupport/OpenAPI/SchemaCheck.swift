internal import Foundation
package import OrderedJSON

/// Holds a value against a schema: types, enums, null, what is required, formats, and members that nobody described.
package struct SchemaCheck {
    let schemas: JSONValue
    private(set) var faults: [String] = []

    init(schemas: JSONValue) { self.schemas = schemas }

    /// What is wrong with a value, by a schema that has no references.
    package static func faults(of value: JSONValue, against schema: JSONValue) -> [String] {
        var check = SchemaCheck(schemas: [:])
        check.check(value, schema, at: "")
        return check.faults
    }

    mutating func check(_ value: JSONValue, _ schema: JSONValue, at path: String) {
        guard faults.count < 20 else { return }
        if let name = schema["$ref"]?.string?.split(separator: "/").last {
            guard let target = schemas[String(name)] else { return fail(path, "the document lacks \(name)") }
            // The document takes the type `HttpUri` apart; the applications write it as a string (recorded replies do).
            if name == "HttpUri", value.string != nil { return }
            return check(value, target, at: path)
        }
        for part in schema["allOf"]?.array ?? [] { check(value, part, at: path) }
        if value.isNull {
            // The generator of these documents marks no reference as nullable; the applications leave such members out.
            if schema["nullable"]?.bool != true, schema["type"] != nil { fail(path, "is null") }
            return
        }
        if let only = schema["const"], value != only {
            return fail(path, "\(value.text()) is not the constant")
        }
        if let allowed = schema["enum"]?.array, !allowed.contains(value) {
            return fail(path, "\(value.text()) is none of the enum's values")
        }
        switch schema["type"]?.string {
        case "object"?: object(value, schema, path)
        case "array"?:
            guard let elements = value.array else {
                return fail(path, "is no array: \(value.text().prefix(60))")
            }
            bound(elements.count, schema["minItems"], schema["maxItems"], path)
            for (index, element) in elements.enumerated() {
                check(element, schema["items"] ?? [:], at: "\(path)[\(index)]")
            }
        case "string"?:
            string(value, schema["format"]?.string, path)
            bound(value.string?.unicodeScalars.count ?? 0, schema["minLength"], schema["maxLength"], path)
        case "integer"?:
            integer(value, schema["format"]?.string, path)
            bound(value.int ?? 0, schema["minimum"], schema["maximum"], path)
        case "number"?: if value.double == nil { fail(path, "is no number: \(value.text().prefix(60))") }
        case "boolean"?: if value.bool == nil { fail(path, "is no truth value: \(value.text().prefix(60))") }
        default: break
        }
    }

    private mutating func object(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
        guard let object = value.object else { return fail(path, "is no object: \(value.text().prefix(60))") }
        for required in (schema["required"]?.array ?? []).compactMap(\.string) where object[required] == nil {
            fail(path, "lacks \(required)")
        }
        for (key, member) in object {
            if let described = schema["properties"]?[key] {
                check(member, described, at: "\(path).\(key)")
            } else if let other = schema["additionalProperties"], other.object != nil {
                check(member, other, at: "\(path).\(key)")
            } else if schema["additionalProperties"]?.bool == false {
                fail("\(path).\(key)", "is not described")
            }
        }
    }

    private mutating func string(_ value: JSONValue, _ format: String?, _ path: String) {
        guard let text = value.string else { return fail(path, "is no string: \(value.text().prefix(60))") }
        let fits =
            switch format {
            case "date": text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
            case "date-time":
                text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/) != nil
            case "date-span": text.wholeMatch(of: /-?(\d+\.)?\d+:\d\d:\d\d(\.\d+)?/) != nil
            case "uri": URL(string: text) != nil
            default: true
            }
        if !fits { fail(path, "is no \(format ?? ""): \(text.prefix(60))") }
    }

    private mutating func integer(_ value: JSONValue, _ format: String?, _ path: String) {
        guard let number = value.int else { return fail(path, "is no integer: \(value.text().prefix(60))") }
        if format == "int32", Int32(exactly: number) == nil { fail(path, "does not fit 32 bits: \(number)") }
    }

    private mutating func bound(_ value: Int, _ least: JSONValue?, _ most: JSONValue?, _ path: String) {
        if let least = least?.int, value < least { fail(path, "is \(value), less than \(least)") }
        if let most = most?.int, value > most { fail(path, "is \(value), more than \(most)") }
    }

    private mutating func fail(_ path: String, _ what: String) {
        faults.append("\(path.isEmpty ? "the body" : path) \(what)")
    }
}
