internal import Foundation
internal import Logging
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

    /// A logger to standard error; called once, at the start of a command.
    static func logger(_ level: Logger.Level) -> Logger {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        return Logger(label: "autoarr")
    }
}
