public import OrderedJSON

/// The form of a generated value: a JSON Schema, put together from named parts.
///
/// Properties are generated in the order in which they are declared, so what helps the rest comes first.
public struct GenerationSchema: Sendable, Hashable {
    /// The schema (JSON Schema 2020-12).
    public let json: JSONValue

    /// A schema as it stands.
    public init(json: JSONValue) { self.json = json }

    /// One property of an object.
    public struct Property: Sendable, Hashable {
        let name: String
        let schema: GenerationSchema
        let isRequired: Bool

        /// A property.
        ///
        /// - Parameters:
        ///   - name: Its name. It is what the model reads of its meaning, so it should say it.
        ///   - schema: The form of its value.
        ///   - isRequired: Whether it always comes; the model may leave out one that is not required.
        public init(_ name: String, _ schema: GenerationSchema, isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// An object with exactly these properties, in this order.
    public static func object(_ properties: [Property]) -> GenerationSchema {
        GenerationSchema(
            json: .object([
                "type": "object",
                "properties": .object(
                    JSONObject(members: properties.map { ($0.name, $0.schema.json) })
                ),
                "required": .array(properties.filter(\.isRequired).map { .string($0.name) }),
                "additionalProperties": false,
            ])
        )
    }

    /// An array of between `minimum` and `maximum` values of one form.
    public static func array(of element: GenerationSchema, minimum: Int = 0, maximum: Int) -> GenerationSchema
    {
        GenerationSchema(
            json: .object([
                "type": "array", "items": element.json, "minItems": .number(minimum),
                "maxItems": .number(maximum),
            ])
        )
    }

    /// Text of at most so many characters.
    public static func string(maximumLength: Int) -> GenerationSchema {
        GenerationSchema(json: .object(["type": "string", "maxLength": .number(maximumLength)]))
    }

    /// One of these texts.
    public static func oneOf(_ values: [String]) -> GenerationSchema {
        GenerationSchema(json: .object(["enum": .array(values.map(JSONValue.string))]))
    }

    /// An integer of this range.
    public static func integer(_ range: ClosedRange<Int>) -> GenerationSchema {
        GenerationSchema(
            json: .object([
                "type": "integer", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
            ])
        )
    }

    /// The value `true` or `false`.
    ///
    /// A named choice with ``oneOf(_:)`` is often answered better, since it says what each means.
    public static let boolean = GenerationSchema(json: .object(["type": "boolean"]))

    /// This form, or `null`.
    public var orNull: GenerationSchema {
        GenerationSchema(json: .object(["anyOf": .array([json, .object(["type": "null"])])]))
    }
}
