public import OrderedJSON

/// A type whose values a model can write: it says what form they have, and is made from what was written.
///
/// Conformances are written by hand: a schema and an initialiser, in the form that a macro could write too.
public protocol Generable: Sendable {
    /// The form of the values.
    static var generationSchema: GenerationSchema { get }

    /// A value from what was written, which follows ``generationSchema``.
    ///
    /// - Throws: ``LanguageModelError/unusableAnswer(reason:)`` for what the schema allows and the type does not.
    init(generated content: JSONValue) throws
}

extension Array: Generable where Element: Generable {
    /// At most sixteen of the elements' form.
    public static var generationSchema: GenerationSchema {
        .array(of: Element.generationSchema, maximum: 16)
    }

    /// The elements of an array.
    public init(generated content: JSONValue) throws {
        guard let elements = content.array else {
            throw LanguageModelError.unusableAnswer(reason: "an array was due, \(content.text()) came")
        }
        self = try elements.map { try Element(generated: $0) }
    }
}

extension JSONValue {
    /// The value of a property of a generated object.
    ///
    /// - Throws: ``LanguageModelError/unusableAnswer(reason:)`` when it is absent.
    public func generated(_ name: String) throws -> JSONValue {
        guard let value = self[name] else {
            throw LanguageModelError.unusableAnswer(reason: "the property \(name) is not there")
        }
        return value
    }
}
