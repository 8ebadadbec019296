internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import OrderedJSON

/// Models: what is on disk, and which is used.
struct Model: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List models, look at one, or change the one that writes prose, without a restart.",
        subcommands: [List.self, Show.self, Use.self],
        defaultSubcommand: List.self
    )

    /// The models on disk.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the models on disk.")

        @Flag(help: "Print one JSON document.")
        var json = false

        func run() async throws {
            let rows = try Model.shelf().list()
            if json {
                Output.result(.array(rows))
                return
            }
            for row in rows {
                let size =
                    row["bytes"]?.int.map(ByteText.of)
                    ?? "missing; fetched from MODEL_URL when the server runs"
                Output.result("\(row["role"]?.string ?? ""): \(row["path"]?.string ?? "") (\(size))")
            }
        }
    }

    /// One model file.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check a model file and say what it is.")

        @Argument(help: "A GGUF file.")
        var path: String

        func run() async throws { Output.result(try Model.shelf().show(path: path)) }
    }

    /// Changes the model.
    struct Use: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Use a model file from now on; a running server follows without a restart."
        )

        @Argument(help: "A GGUF file.")
        var path: String

        @Option(help: "The data directory; AUTOARR_DATA otherwise.")
        var data: String?

        func run() async throws {
            try Model.shelf(data: data).use(path: path)
            Output.result("\(path) is used from now on")
        }
    }

    private static func shelf(data: String? = nil) throws -> ModelShelf {
        var configuration = try Configuration(environment: ProcessInfo.processInfo.environment)
        if let data { configuration.dataDirectory = URL(fileURLWithPath: data, isDirectory: true) }
        return ModelShelf(configuration)
    }
}
