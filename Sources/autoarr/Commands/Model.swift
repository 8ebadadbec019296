internal import ArgumentParser
internal import AutoArrApp
internal import Foundation
internal import OrderedJSON
internal import Synchronization

/// Models: what is on disk, and which is used.
struct Model: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List, fetch, check and remove models, or change the one that writes prose, without a restart.",
        subcommands: [List.self, Show.self, Pull.self, Use.self, Verify.self, Remove.self],
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

    /// Fetches a model.
    struct Pull: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Fetch a model of the catalogue, or from a URL; goes on where it broke, and checks the hash."
        )

        @Argument(help: "A name of the catalogue (see the models page), or the URL of a GGUF file.")
        var name: String

        @Option(name: .customLong("sha256"), help: "The SHA-256 that the file must have.")
        var hash: String?

        func run() async throws {
            let tenths = Tenths()
            let model = try await Model.shelf().pull(name, sha256: hash) { received, total in
                guard let line = tenths.line(received, total) else { return }
                Output.fault(line)
            }
            Output.result(model)
        }
    }

    /// Checks a model file.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a model file whole and compare its hash: 0 when it is right, 1 when not."
        )

        @Argument(help: "A name or a path.")
        var name: String

        @Option(
            name: .customLong("sha256"),
            help: "The SHA-256 that the file must have; the catalogue's otherwise."
        )
        var hash: String?

        func run() async throws {
            let verdict = try await Model.shelf().verify(name, sha256: hash)
            Output.result(verdict)
            if verdict["right"] == false { throw ExitStatus.no }
        }
    }

    /// Removes a model file.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a model file that is not in use.")

        @Argument(help: "Its name.")
        var name: String

        func run() async throws {
            try await Model.shelf().remove(name)
            Output.result("\(name) is removed")
        }
    }

    private static func shelf(data: String? = nil) throws -> ModelShelf {
        ModelShelf(try Configuration.ofCommand(data: data))
    }
}

/// Says how far a fetch has come, ten times in all.
private final class Tenths: Sendable {
    private let last = Mutex(-1)

    func line(_ received: Int, _ total: Int?) -> String? {
        guard let total, total > 0 else { return nil }
        let tenth = received * 10 / total
        let isNew = last.withLock { last in
            defer { last = max(last, tenth) }
            return tenth > last
        }
        return isNew ? "\(tenth * 10) % of \(ByteText.of(total))" : nil
    }
}
