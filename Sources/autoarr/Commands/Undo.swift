internal import Activity
internal import ArgumentParser
internal import AutoArrApp
internal import OrderedJSON

/// Takes a change back.
struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a change back, unless the value was changed by somebody else since."
    )

    @Argument(help: "The number of the change.")
    var change: Int64

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let record = try await house.withServices { try await $0.changes.undo(change) }
        if house.json {
            Output.result(try JSONValue(encoding: record))
        } else {
            Output.result("\(record.title): taken back, reads \(record.before) again")
        }
    }
}
