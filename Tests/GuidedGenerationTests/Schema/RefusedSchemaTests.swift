import GuidedGeneration
import Testing

struct RefusedSchemaTests {
    @Test(arguments: [
        (#"{"type": "object", "patternProperties": {}}"#, "patternProperties", "#"),
        (#"{"properties": {"a": {"not": {}}}}"#, "not", "#/properties/a"),
        (#"{"items": {"type": "array", "uniqueItems": true}}"#, "uniqueItems", "#/items"),
        (#"{"type": "string", "format": "iri"}"#, "format: iri", "#"),
        (#"{"if": {}}"#, "if", "#"), (#"{"type": "object", "minProperties": 1}"#, "minProperties", "#"),
        (#"{"contentEncoding": "base64"}"#, "contentEncoding", "#"), (#"{"colour": 1}"#, "colour", "#"),
    ])
    func `what is not supported is refused by its name and place`(
        schema: String,
        keyword: String,
        location: String
    ) {
        #expect(throws: GuideError.unsupported(keyword: keyword, location: location)) {
            try CompiledGuide(.schema(schema))
        }
    }

    @Test(arguments: [
        #"{"type": "integer", "minimum": 3, "maximum": 2}"#,
        #"{"type": "string", "minLength": 3, "maxLength": 2}"#,
        "false", #"{"type": "integer", "minimum": 1, "maximum": 2, "multipleOf": 5}"#,
        #"{"type": "string", "pattern": "^a$", "minLength": 2}"#, #"{"enum": ["a"], "type": "integer"}"#,
        #"{"type": "object", "required": ["a"], "additionalProperties": false}"#,
        #"{"allOf": [{"type": "string"}, {"type": "integer"}]}"#,
    ])
    func `contradictions are found before anything is generated`(schema: String) throws {
        let error = #expect(throws: GuideError.self) { try CompiledGuide(.schema(schema)) }
        guard case .unsatisfiable = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        ##"{"$ref": "#"}"##, ##"{"anyOf": [{"$ref": "#"}, {"type": "string"}]}"##,
        ##"{"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]}"##,
    ])
    func `recursion without end is refused`(schema: String) throws {
        let error = #expect(throws: GuideError.self) { try CompiledGuide(.schema(schema)) }
        guard case .endlessRecursion = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "((((a{100}){100}){100}){100})", "(x+x+)+y(.*a){60}", "(a|b)*a(a|b){30}", "((){10000}){10000}",
        ]
    )
    func `a pattern that explodes is refused in bounded time`(pattern: String) throws {
        let error = #expect(throws: GuideError.self) {
            try CompiledGuide(.schema(#"{"type": "string", "pattern": "\#(pattern)"}"#))
        }
        guard case .tooComplex = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["(?=a)", "a\\1", "\\bword", "(?<n>a)", "a**", "[z-a]", "(a", "a)", "x{2,1}", "a^b"])
    func `what is not regular is refused as a pattern`(pattern: String) throws {
        let error = #expect(throws: GuideError.self) {
            try CompiledGuide(.grammar(.pattern(pattern), rules: [:]))
        }
        guard case .unsupportedPattern = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a schema that is large, deep or not JSON is refused`() {
        let large = #"{"description": ""# + String(repeating: "x", count: 10 << 20) + #""}"#
        let deep =
            String(repeating: #"{"items": "#, count: 5_000) + "{}" + String(repeating: "}", count: 5_000)
        for schema in [
            large, deep, "{", "[]", #"{"type": 1}"#, #"{"minLength": -1}"#, ##"{"$ref": "#/nowhere"}"##,
        ] {
            #expect(throws: GuideError.self) { try CompiledGuide(.schema(schema)) }
        }
        #expect(throws: GuideError.overlappingBranches(location: "#/oneOf")) {
            try CompiledGuide(.schema(#"{"oneOf": [{"type": "integer"}, {"type": "number"}]}"#))
        }
    }
}
