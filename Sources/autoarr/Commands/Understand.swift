internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import Logging

/// Reads sentences: one JSON object a line, in order.
struct Understand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a sentence means, as JSON; nothing is looked up or changed."
    )

    @OptionGroup var input: LineInput

    @Option(help: "The house model's base, a GGUF file; `none` reads on rules alone.")
    var model: String?

    func run() async throws {
        let configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        let questions = try TypedQuestions(
            configuration,
            reader: .named(model),
            logger: Logger(label: "autoarr")
        )
        var hasError = false
        do {
            try await input.forEach { line in
                let (object, isAnswer) = try await questions.understand(line)
                if !isAnswer { hasError = true }
                Output.result(object, indented: false)
            }
        } catch {
            await questions.end()
            throw error
        }
        await questions.end()
        if hasError { throw ExitStatus.no }
    }
}

extension TypedQuestions.Reader {
    /// The reader that `--model` names.
    static func named(_ name: String?) -> TypedQuestions.Reader {
        switch name {
        case nil: .house
        case "none"?: .rules
        case let path?: .base(path: path)
        }
    }
}
