internal import Foundation

/// Reads typed values out of the environment.
struct EnvironmentReader {
    let values: [String: String]

    /// The environment with each `FILE__NAME`, the path of a file, replaced by `NAME` with the file's text.
    ///
    /// Source: the convention of the container images that this community uses for secrets.
    static func resolved(_ raw: [String: String]) throws(ConfigurationError) -> [String: String] {
        var values = raw
        for (name, path) in raw where name.hasPrefix("FILE__") {
            let target = String(name.dropFirst("FILE__".count))
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw ConfigurationError(name: name, reason: "the file \(path) cannot be read")
            }
            values[target] = text.trimmingCharacters(in: .whitespacesAndNewlines)
            values[name] = nil
        }
        return values
    }

    /// The value, or nil where it is absent or empty.
    func text(_ name: String) -> String? {
        let value = values[name]?.trimmingCharacters(in: .whitespaces)
        return value?.isEmpty == false ? value : nil
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw ConfigurationError(
                name: name,
                reason: "“\(text)” is not a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return value
    }

    func flag(_ name: String) throws(ConfigurationError) -> Bool? {
        switch text(name)?.lowercased() {
        case nil: return nil
        case "1", "true", "yes", "on": return true
        case "0", "false", "no", "off": return false
        case .some(let text):
            throw ConfigurationError(name: name, reason: "“\(text)” is neither true nor false")
        }
    }

    func choice<Value: RawRepresentable & CaseIterable>(
        _ name: String
    ) throws(ConfigurationError) -> Value? where Value.RawValue == String {
        guard let text = text(name)?.lowercased() else { return nil }
        guard let value = Value(rawValue: text) else {
            let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw ConfigurationError(name: name, reason: "“\(text)” is none of \(names)")
        }
        return value
    }

    /// Seconds, or a number with one of the units s, m, h.
    func duration(_ name: String) throws(ConfigurationError) -> Duration? {
        guard let text = text(name) else { return nil }
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
        let unit = text.last.flatMap { units[$0] }
        guard let number = Int(unit == nil ? text : String(text.dropLast())), number >= 0 else {
            throw ConfigurationError(name: name, reason: "“\(text)” is no time such as 90, 90s, 5m or 1h")
        }
        return .seconds(number * (unit ?? 1))
    }
}
