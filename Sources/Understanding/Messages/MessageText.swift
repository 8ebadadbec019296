internal import Foundation

/// A message made ready for comparing: folded, and freed of what outsiders name (files, releases, addresses).
///
/// A release may be called `Disk.Full.2019`; its name must not speak for the house. So quoted text, paths, URLs
/// and dotted names are replaced by a mark that no rule contains.
struct MessageText {
    /// The text as folded UTF-8, at most about two thousand bytes.
    let bytes: [UInt8]
    /// The same as a string.
    let folded: String

    init(_ text: String) {
        let limited = String(text.prefix(2000))
        let known = limited.contains("sabnzbd.org/not-complete") ? " sabnzbd-not-complete" : ""
        folded = Self.fold(Self.withoutNames(limited) + known)
        bytes = Array(folded.utf8)
    }

    /// Lower case, without accents, typographic quotes made plain, runs of white space made one space.
    static func fold(_ text: String) -> String {
        var result = ""
        var spaced = true
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
                if !spaced { result.unicodeScalars.append(" ") }
                spaced = true
            default:
                spaced = false
                switch scalar {
                case "’", "‘", "´", "`": result.unicodeScalars.append("'")
                case "“", "”", "„", "«", "»": result.unicodeScalars.append("\"")
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        if result.last == " " { result.removeLast() }
        return result
    }

    private static let mark = "¤"

    private static func withoutNames(_ text: String) -> String {
        withoutQuotes(text).split(whereSeparator: \.isWhitespace)
            .map { isName($0) ? Substring(mark) : $0 }
            .joined(separator: " ")
    }

    /// Takes out what stands in quotes, the reason that qBittorrent quotes aside.
    private static func withoutQuotes(_ text: String) -> String {
        let closing: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»", "'": "'"]
        var result = ""
        var rest = Substring(text)
        while let character = rest.first {
            rest = rest.dropFirst()
            let opens = result.last.map { !$0.isLetter && !$0.isNumber } ?? true
            guard opens, let close = closing[character], !result.lowercased().hasSuffix("reason: "),
                let end = rest.firstIndex(of: close), rest.distance(from: rest.startIndex, to: end) <= 300
            else {
                result.append(character)
                continue
            }
            let quoted = rest[..<end]
            // A short word in quotes may be the service's own: 'Completed', "yes".
            result += quoted.allSatisfy(\.isLetter) ? String(quoted) : mark
            rest = rest[rest.index(after: end)...]
        }
        return result
    }

    /// Whether a word is a path, an address or a release's name rather than language.
    private static func isName(_ word: Substring) -> Bool {
        if word.contains("://") || word.hasPrefix("\\\\") { return true }
        let slashes = word.count { $0 == "/" || $0 == "\\" }
        if word.first == "/", word.count > 1 { return true }
        if slashes > 1 { return true }
        if word.dropFirst().hasPrefix(":\\") || word.dropFirst().hasPrefix(":/") { return true }
        let dots = word.dropLast().count { $0 == "." || $0 == "_" }
        return dots > 1 && word.count > 10
    }
}
