/// A figure for Prometheus.
package struct Metric: Sendable, Hashable {
    /// How it moves.
    package enum Kind: String, Sendable, Hashable {
        /// Only up.
        case counter
        /// Up and down.
        case gauge
    }

    /// The name: `autoarr_llm_tokens_total`.
    package let name: String
    /// What it is, in a few words.
    package let help: String
    /// How it moves.
    package let kind: Kind
    /// Labels, whose values come from a closed set.
    package let labels: [(name: String, value: String)]
    /// The figure.
    package let value: Double

    /// A figure.
    package init(
        _ name: String,
        help: String,
        kind: Kind,
        labels: [(name: String, value: String)] = [],
        value: Double
    ) {
        self.name = name
        self.help = help
        self.kind = kind
        self.labels = labels
        self.value = value
    }

    package static func == (left: Metric, right: Metric) -> Bool {
        left.name == right.name && left.value == right.value && left.kind == right.kind
            && left.labels.elementsEqual(right.labels) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }

    /// The line of the text format, version 0.0.4.
    var line: String {
        let labels = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        let number = value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
        return "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(number)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
