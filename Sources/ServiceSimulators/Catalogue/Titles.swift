internal import Foundation

/// The forms in which the applications write a title.
enum Titles {
    /// The words in lower case, without accents and signs.
    static func words(of title: String) -> [String] {
        title.replacing("&", with: " and ").replacing("'", with: "").replacing("’", with: "")
            .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .lowercased()
            .split { !$0.isLetter && !$0.isNumber }
            .map(String.init)
    }

    /// The title for sorting: lower case, without an article in front.
    static func sorted(_ title: String) -> String {
        let words = words(of: title)
        guard let first = words.first, words.count > 1, ["the", "a", "an"].contains(first) else {
            return words.joined(separator: " ")
        }
        return words.dropFirst().joined(separator: " ")
    }

    /// The title without anything but letters and digits: `blade runner 2049` → `bladerunner2049`.
    static func clean(_ title: String) -> String { sorted(title).filter { $0 != " " } }

    /// The title in an address: `the-office-us`.
    static func slug(_ title: String) -> String { words(of: title).joined(separator: "-") }

    /// The title in the name of a release: `Dune.Part.Two`.
    static func dotted(_ title: String) -> String {
        title.folding(options: .diacriticInsensitive, locale: nil)
            .replacing("&", with: "and").replacing("'", with: "")
            .split { !$0.isLetter && !$0.isNumber }
            .joined(separator: ".")
    }

    /// The title as the name of a folder, without signs that a file system or a Windows client refuses.
    static func folder(_ title: String) -> String {
        String(title.replacing(": ", with: " - ").filter { !"\\/:*?\"<>|".contains($0) })
    }
}
