extension JSONValue {
    /// How a document is written.
    public enum Layout: Sendable, Hashable {
        /// No white space at all.
        case compact
        /// A line for each member and element, two spaces a level.
        case indented
    }

    /// The document as text, members in order, numbers as they were read.
    ///
    /// - Parameter layout: With or without white space.
    public func text(_ layout: Layout = .compact) -> String {
        var text = ""
        write(to: &text, layout: layout, depth: 0)
        return text
    }

    private func write(to text: inout String, layout: Layout, depth: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): Self.write(string, to: &text)
        case .array(let array):
            Self.write(array, between: ("[", "]"), to: &text, layout, depth) { element, text in
                element.write(to: &text, layout: layout, depth: depth + 1)
            }
        case .object(let object):
            Self.write(Array(object), between: ("{", "}"), to: &text, layout, depth) { member, text in
                Self.write(member.key, to: &text)
                text += layout == .indented ? ": " : ":"
                member.value.write(to: &text, layout: layout, depth: depth + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element],
        between brackets: (String, String),
        to text: inout String,
        _ layout: Layout,
        _ depth: Int,
        each: (Element, inout String) -> Void
    ) {
        text += brackets.0
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if layout == .indented { text += "\n" + String(repeating: "  ", count: depth + 1) }
            each(element, &text)
        }
        if layout == .indented, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
        text += brackets.1
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{08}": text += "\\b"
            case "\u{0C}": text += "\\f"
            case "\u{00}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSONValue: CustomStringConvertible {
    /// The compact text.
    public var description: String { text() }
}
