internal import ArgumentParser
internal import AutoArrApp

/// One line about a fault, and the exit status that goes with it.
enum FaultText {
    static func line(for error: any Error) -> String {
        let text = String(describing: error)
        return text.split(separator: "\n").joined(separator: " ")
    }

    static func status(for error: any Error) -> ExitCode {
        error is ConfigurationError || error is CommandFault ? ExitStatus.wrongUse : ExitStatus.outside
    }
}
