/// A small model of schemas for the oracle: it can be written as a schema, and drawn at random.
indirect enum Shape: Sendable {
    /// One of these JSON texts, and the schema that says so.
    case texts([String], schema: String)
    case integer(ClosedRange<Int>, multiple: Int)
    /// Hundredths.
    case decimal(ClosedRange<Int>)
    case string(minimum: Int, maximum: Int?)
    case date
    case array(Shape, minimum: Int, maximum: Int?)
    case tuple([Shape], minimum: Int)
    case object([(name: String, value: Shape, isRequired: Bool)])
    case anyOf([Shape])
    /// The whole schema again.
    case root

    /// The schema as text.
    var schema: String {
        switch self {
        case .texts(_, let schema): return schema
        case .integer(let range, let multiple):
            let bounds = #""minimum": \#(range.lowerBound), "exclusiveMaximum": \#(range.upperBound + 1)"#
            return #"{"type": "integer", \#(bounds), "multipleOf": \#(multiple)}"#
        case .decimal(let range):
            let bounds =
                #""minimum": \#(Self.hundredths(range.lowerBound)), "maximum": \#(Self.hundredths(range.upperBound))"#
            return #"{"type": "number", \#(bounds)}"#
        case .string(let minimum, let maximum):
            return
                #"{"type": "string", "minLength": \#(minimum)\#(maximum.map { #", "maxLength": \#($0)"# } ?? "")}"#
        case .date: return #"{"type": "string", "format": "date"}"#
        case .array(let item, let minimum, let maximum):
            let bound = maximum.map { #", "maxItems": \#($0)"# } ?? ""
            return #"{"type": "array", "items": \#(item.schema), "minItems": \#(minimum)\#(bound)}"#
        case .tuple(let items, let minimum):
            let list = items.map(\.schema).joined(separator: ", ")
            return #"{"type": "array", "prefixItems": [\#(list)], "items": false, "minItems": \#(minimum)}"#
        case .object(let members):
            let properties = members.map { #""\#($0.name)": \#($0.value.schema)"# }.joined(separator: ", ")
            let required = members.filter(\.isRequired).map { #""\#($0.name)""# }.joined(separator: ", ")
            let rest = #""required": [\#(required)], "additionalProperties": false"#
            return #"{"type": "object", "properties": {\#(properties)}, \#(rest)}"#
        case .anyOf(let branches):
            return #"{"anyOf": [\#(branches.map(\.schema).joined(separator: ", "))]}"#
        case .root: return ##"{"$ref": "#"}"##
        }
    }

    static func hundredths(_ value: Int) -> String {
        let digits = String(value.magnitude % 100)
        return "\(value < 0 ? "-" : "")\(value.magnitude / 100).\(digits.count == 1 ? "0" : "")\(digits)"
    }
}

extension Shape {
    /// A random shape; `depth` is how deep it may still nest.
    static func random(depth: Int, isInside: Bool, using random: inout SeededGenerator) -> Shape {
        switch Int.random(in: 0..<(depth > 0 ? 12 : 6), using: &random) {
        case 0: return .texts(["null", "true", "false"], schema: #"{"type": ["null", "boolean"]}"#)
        case 1:
            return fixed[Int.random(in: 0..<fixed.count, using: &random)]
        case 2:
            let low = Int.random(in: -1_200...1_200, using: &random)
            let range = low...(low + Int.random(in: 20...2_500, using: &random))
            return .integer(range, multiple: Int.random(in: 1...7, using: &random))
        case 3:
            let low = Int.random(in: -2_000...2_000, using: &random)
            return .decimal(low...(low + Int.random(in: 0...5_000, using: &random)))
        case 4:
            let low = Int.random(in: 0...3, using: &random)
            let isOpen = Bool.random(using: &random)
            return .string(minimum: low, maximum: isOpen ? nil : low + Int.random(in: 0...20, using: &random))
        case 5: return .date
        case 6, 7, 8:
            var members: [(name: String, value: Shape, isRequired: Bool)] = []
            for name in names.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)) {
                let value = Shape.random(depth: depth - 1, isInside: true, using: &random)
                members.append((name, value, Bool.random(using: &random)))
            }
            // Recursion only where it need not be followed.
            if Int.random(in: 0..<3, using: &random) == 0 { members.append(("again", .root, false)) }
            return .object(members)
        case 9:
            let low = Int.random(in: 0...2, using: &random)
            let maximum = Bool.random(using: &random) ? nil : low + Int.random(in: 0...3, using: &random)
            return .array(
                Shape.random(depth: depth - 1, isInside: true, using: &random),
                minimum: low,
                maximum: maximum
            )
        case 10:
            let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                Shape.random(depth: depth - 1, isInside: true, using: &random)
            }
            return .tuple(items, minimum: Int.random(in: 0...items.count, using: &random))
        default:
            let branches = (0..<2).map { _ in
                Shape.random(depth: depth - 1, isInside: isInside, using: &random)
            }
            return .anyOf(branches)
        }
    }

    private static let names = ["id", "title", "kind", "Größe", "a b", "x", "year"]

    private static let fixed: [Shape] = [
        .texts(
            [#""movie""#, #""series""#, #""mov\"e""#, "12", "1.50", #"["a", {"b": null}]"#],
            schema: #"{"enum": ["movie", "series", "mov\"e", 12, 1.50, ["a", {"b": null}]]}"#
        ),
        .texts([#""日本 é""#], schema: #"{"const": "日本 é"}"#),
        .texts(
            ["", "ab", "cd"].flatMap { start in (0...99).map { #""\#(start)\#($0)""# } }
                + ["", "ab", "cd"].flatMap { start in (0...9).map { #""\#(start)0\#($0)""# } },
            schema: #"{"type": "string", "pattern": "^(ab|cd)?[0-9]{1,2}$"}"#
        ),
        .texts(
            [#"\""#, #"\\"#, #"\n"#].flatMap { one in
                [#""\#(one)""#] + [#"\""#, #"\\"#, #"\n"#].map { #""\#(one)\#($0)""# }
            },
            schema: #"{"type": "string", "pattern": "^[\"\\\\\n]+$", "maxLength": 2}"#
        ),
    ]
}

/// A generator of random numbers that gives the same ones every time.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
