internal import ArgumentParser
internal import Foundation

/// Texts from the command line or, one a line, from a file or standard input.
struct LineInput: ParsableArguments {
    @Argument(help: "The text; several words are joined.")
    var words: [String] = []

    @Option(name: .customLong("file"), help: "Read one case a line from this file; - for standard input.")
    var file: String?

    /// Calls `body` for each text, in order, as they come.
    func forEach(_ body: (String) async throws -> Void) async throws {
        if !words.isEmpty { try await body(words.joined(separator: " ")) }
        guard let file else {
            if words.isEmpty { throw ValidationError("give a text, or --file FILE") }
            return
        }
        if file == "-" {
            while let line = readLine(strippingNewline: true) { try await body(line) }
            return
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("the file \(file) cannot be read")
        }
        // A byte that is no UTF-8 must not end the run: it is replaced in its line.
        let text = String(decoding: data, as: UTF8.self)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
            text.hasSuffix("\n") ? 1 : 0
        ) {
            try await body(line.hasSuffix("\r") ? String(line.dropLast()) : String(line))
        }
    }
}
