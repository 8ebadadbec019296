internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import Logging
internal import MediaDomain

/// Classifies messages of services: one JSON object a line, in order.
struct Classify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say which cause a service's message tells of, as JSON.",
        discussion: "With --file each line is `source<TAB>text`."
    )

    @OptionGroup var input: LineInput

    @Option(help: "The service that said it: sonarr, radarr, sabnzbd, …")
    var source: String?

    @Option(help: "The house model's base, a GGUF file; `none` classifies on rules alone.")
    var model: String?

    func validate() throws {
        if let source, ServiceKind(rawValue: source) == nil {
            throw ValidationError("--source: no service is called “\(source)”")
        }
    }

    func run() async throws {
        let configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        let questions = try TypedQuestions(
            configuration,
            reader: .named(model),
            logger: Logger(label: "autoarr")
        )
        do {
            try await input.forEach { line in
                let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                let named =
                    input.file == nil || parts.count < 2 ? nil : ServiceKind(rawValue: String(parts[0]))
                let text = named == nil ? line : String(parts[1])
                let kind = named ?? source.flatMap(ServiceKind.init(rawValue:))
                Output.result(try await questions.classify(text, source: kind), indented: false)
            }
        } catch {
            await questions.end()
            throw error
        }
        await questions.end()
    }
}
