package import OrderedJSON

/// One line of the doctor: what was looked at, how it stands, and what to do.
package struct CheckResult: Sendable, Hashable {
    /// How it stands.
    package enum Level: String, Sendable, Hashable {
        case ok, warning, error
    }

    /// What was looked at.
    package let subject: String
    /// How it stands.
    package let level: Level
    /// What was found, with figures.
    package let finding: String
    /// What to do about it; nil where nothing is to be done.
    package let advice: String?

    /// A line.
    package init(_ subject: String, _ level: Level, _ finding: String, advice: String? = nil) {
        self.subject = subject
        self.level = level
        self.finding = finding
        self.advice = advice
    }

    /// The line for programs.
    package var json: JSONValue {
        [
            "subject": .string(subject), "level": .string(level.rawValue), "finding": .string(finding),
            "advice": advice.map(JSONValue.string) ?? .null,
        ]
    }

    /// The line for people.
    package var text: String {
        let mark =
            switch level {
            case .ok: "ok     "
            case .warning: "warning"
            case .error: "error  "
            }
        return "\(mark)  \(subject): \(finding)" + (advice.map { "\n         → \($0)" } ?? "")
    }
}
