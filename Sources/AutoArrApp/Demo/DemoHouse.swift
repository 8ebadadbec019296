package import Foundation
internal import OrderedJSON
package import ServiceSimulators

/// The stack that `demo` serves beside and `simulate` runs alone: a household in a folder of its own.
package struct DemoHouse: Sendable {
    /// The household; run it as a service.
    package let household: Household
    private let folder: URL
    private let isTemporary: Bool

    /// A household.
    ///
    /// - Parameters:
    ///   - folder: Where it keeps everything; nil for a temporary one, which ``clear()`` removes.
    ///   - hasFaults: Whether there is something wrong in it.
    /// - Throws: Where the folder cannot be made.
    package init(folder: URL?, hasFaults: Bool = true) throws {
        isTemporary = folder == nil
        self.folder =
            folder
            ?? FileManager.default.temporaryDirectory.appending(
                path: "autoarr-household-\(UUID().uuidString.prefix(8))"
            )
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        household = Household(Household.Configuration(folder: self.folder.path, hasFaults: hasFaults))
    }

    /// The services; waits until all answer.
    ///
    /// - Throws: Why the house does not stand.
    package func members() async throws -> [Household.Member] { try await household.members() }

    /// The environment that connects a server to the services.
    package static func environment(_ members: [Household.Member]) -> [String: String] {
        var environment: [String: String] = [:]
        for member in members {
            let name = member.id.uppercased().replacing("-", with: "_")
            environment["\(name)_URL"] = member.url
            environment["\(name)_API_KEY"] = member.key
        }
        return environment
    }

    /// The services for programs.
    package static func json(_ members: [Household.Member]) -> String {
        JSONValue.array(
            members.map {
                [
                    "id": .string($0.id), "kind": .string($0.kind.rawValue), "url": .string($0.url),
                    "key": .string($0.key),
                    "real": .bool($0.isReal),
                ]
            }
        ).text(.indented)
    }

    /// Removes a temporary folder.
    package func clear() { if isTemporary { try? FileManager.default.removeItem(at: folder) } }
}
