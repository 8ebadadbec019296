internal import Activity
internal import ArgumentParser
internal import AutoArrApp
internal import ConfigurationAudit
internal import OrderedJSON

/// Puts findings right.
struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put findings right, read the values back, and say how to take it back."
    )

    @Argument(help: "The ids of findings, as `autoarr audit` prints them.")
    var ids: [String]

    @Flag(help: "Show exactly what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var house: HouseOptions

    func run() async throws {
        var documents: [JSONValue] = []
        let isDone = try await house.withServices { app in
            var isDone = true
            for id in ids {
                let preview = try await app.audit.preview(id)
                let change = try await app.audit.apply(id, dryRun: dryRun)
                if change.state == .failed { isDone = false }
                documents.append(try JSONValue(encoding: change))
                guard !house.json else { continue }
                for line in preview.lines { Output.result("\(line.setting): \(line.before) → \(line.after)") }
                Output.result(Self.sentence(change))
            }
            return isDone
        }
        if house.json { Output.result(.array(documents)) }
        if !isDone { throw ExitStatus.outside }
    }

    private static func sentence(_ change: ChangeRecord) -> String {
        let note = change.note.map { ": \($0)" } ?? ""
        return switch change.state {
        case .would: "\(change.title): not written, this is a dry run"
        case .verified: "\(change.title): written and read back; autoarr undo \(change.id)"
        case .applied: "\(change.title): written, not read back\(note); autoarr undo \(change.id)"
        case .planned, .failed, .undone: "\(change.title): \(change.state.rawValue)\(note)"
        }
    }
}
