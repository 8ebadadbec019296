internal import Foundation
internal import OrderedJSON

/// Where words go: results to standard output, everything else to standard error.
enum Output {
    /// Writes a line of the result.
    static func result(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// Writes a document of the result, for people or for programs.
    static func result(_ value: JSONValue, indented: Bool = true) {
        result(value.text(indented ? .indented : .compact))
    }

    /// Writes a line about what is going on or went wrong.
    static func fault(_ text: String) { write(text + "\n", to: .standardError) }

    private static func write(_ text: String, to handle: FileHandle) { handle.write(Data(text.utf8)) }
}
