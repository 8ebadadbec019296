import GuidedGeneration
import Testing

struct SchemaTests {
    @Test(arguments: [
        (
            #"{"type": "integer", "minimum": -5, "exclusiveMaximum": 12}"#, ["-5", "0", "11"],
            ["-6", "12", "-0", "01", "1.0"]
        ),
        (#"{"type": "integer", "multipleOf": 0.5, "maximum": 3}"#, ["3", "-4"], ["4"]),
        (
            #"{"type": "integer"}"#, ["9223372036854775807", "-9223372036854775808"],
            ["9223372036854775808", "1e3"]
        ),
        (
            #"{"type": "number", "exclusiveMinimum": 0.1, "maximum": 1e1}"#, ["0.11", "10", "10.0"],
            ["0.1", "10.1", "-1"]
        ),
        (
            #"{"type": "number", "multipleOf": 0.25, "minimum": -1}"#, ["0.25", "-0.5", "7.750"],
            ["0.3", "-1.25"]
        ),
        (
            #"{"type": "string", "minLength": 2, "maxLength": 3}"#,
            [#""é日""#, #""\u00e9\ud83d\ude00""#, #""😀\n""#],
            [
                #""a""#, #""abcd""#, #""a\ud83d""#, #""\x""#,
            ]
        ),
        (#"{"type": "string", "pattern": "b+$"}"#, [#""b""#, #""a\"bb""#], [#""ba""#, #""""#]),
        (
            #"{"type": "string", "pattern": "^[a-f]+$", "maxLength": 3}"#, [#""abc""#],
            [#""abcd""#, #""""#, #""g""#]
        ),
        (#"{"type": ["string", "null"], "enum": ["a", null, 3]}"#, [#""a""#, "null"], ["3"]),
        (#"{"anyOf": [{"const": 1}, {"type": "boolean"}]}"#, ["1", "true"], ["2"]),
        (#"{"oneOf": [{"type": "integer"}, {"type": "string"}]}"#, ["1", #""x""#], ["1.5"]),
        (
            #"{"type": "array", "prefixItems": [{"const": 1}], "items": {"const": 2}, "maxItems": 3}"#,
            [
                "[]", "[1]", "[1, 2, 2]",
            ], ["[2]", "[1, 1]", "[1, 2, 2, 2]", "[1,2]"]
        ),
        ("{}", [#"{"a": [1, {"b": null}]}"#, "[]", "-1.5"], ["{a: 1}", "[1,]"]),
        ("false_or_true", ["true"], ["null"]),
    ])
    func `a text is allowed if and only if it satisfies the schema`(
        schema: String,
        right: [String],
        wrong: [String]
    )
        throws
    {
        let schema = schema == "false_or_true" ? #"{"anyOf": [false, {"type": "boolean"}]}"# : schema
        for text in right { #expect(try accepts(text, schema: schema), "\(text)") }
        for text in wrong { #expect(try !accepts(text, schema: schema), "\(text)") }
    }

    @Test(arguments: [
        ("date", ["2024-02-29", "2000-02-29"], ["2023-02-29", "1900-02-29", "2024-04-31", "2024-1-1"]),
        ("time", ["23:59:59Z", "00:00:00.5+02:00"], ["24:00:00Z", "12:00:00"]),
        ("date-time", ["2026-11-25T01:02:03Z"], ["2026-11-25 01:02:03Z"]),
        ("duration", ["P1Y2M3DT4H5M6S", "PT1M", "P2W"], ["P", "PT", "P1Y3D", "P1S"]),
        ("uuid", ["123e4567-e89b-12D3-a456-426614174000"], ["123e4567e89b12d3a456426614174000"]),
        ("email", ["a.b+c@example.org"], ["a@", "a..b@c.d", "@c.d"]),
        ("ipv4", ["0.0.0.0", "255.1.20.3"], ["256.1.1.1", "01.2.3.4", "1.2.3"]),
        ("ipv6", ["::", "::1", "fe80::1:2", "1:2:3:4:5:6:7:8"], ["1::2::3", "12345::", "1:2:3:4:5:6:7"]),
        ("uri", ["https://a.example/b%20c?d=e#f"], ["https:/a", "a b://c"]),
        ("hostname", ["a-b.example"], ["-a.b", "a..b"]),
    ])
    func `formats are those of their standards`(format: String, right: [String], wrong: [String]) throws {
        let schema = #"{"type": "string", "format": "\#(format)"}"#
        for text in right { #expect(try accepts("\"\(text)\"", schema: schema), "\(text)") }
        for text in wrong { #expect(try !accepts("\"\(text)\"", schema: schema), "\(text)") }
    }

    @Test func `members come in their order, required ones always`() throws {
        let schema =
            #"{"properties": {"b": {"const": 1}, "a": {"const": 2}}, "required": ["a", "c"], "type": "object"}"#
        for text in [#"{"b": 1, "a": 2, "c": null}"#, #"{"a": 2, "c": [3]}"#] {
            #expect(try accepts(text, schema: schema))
        }
        for text in [
            #"{"a": 2, "b": 1, "c": 1}"#, #"{"b": 1, "c": 1}"#, #"{"a": 2}"#, #"{"a": 2, "c": 1, "d": 1}"#,
        ] {
            #expect(try !accepts(text, schema: schema))
        }
        #expect(try accepts(#"{"b":1,"a":2,"c":3}"#, .schema(schema), layout: .compact))
    }

    @Test
    func `undeclared members are written where the schema names them, and never twice under a declared name`()
        throws
    {
        let schema = #"{"properties": {"a": {"const": 1}}, "additionalProperties": {"type": "boolean"}}"#
        for text in ["{}", #"{"a": 1, "b": true}"#, #"{"ab": false}"#] {
            #expect(try accepts(text, schema: schema))
        }
        for text in [#"{"a": true}"#, #"{"a": 1, "a": true}"#, #"{"b": 1}"#] {
            #expect(try !accepts(text, schema: schema))
        }
    }

    @Test func `allOf merges, a closed part keeps others out, and references are followed`() throws {
        let schema = ##"""
            {"$defs": {"base": {"type": "object", "properties": {"id": {"type": "integer", "minimum": 3}}, "required": ["id"]}},
            "allOf": [{"$ref": "#/$defs/base"}, {"properties": {"id": {"maximum": 5}, "n": {"anyOf": [{"$ref": "#"},
            {"type": "null"}]}}, "required": ["n"]}]}
            """##
        #expect(try accepts(#"{"id": 4, "n": {"id": 5, "n": null}}"#, schema: schema))
        #expect(try !accepts(#"{"id": 6, "n": null}"#, schema: schema))
        #expect(try !accepts(#"{"id": 4}"#, schema: schema))
    }
}
