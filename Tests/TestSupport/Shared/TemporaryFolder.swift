internal import Foundation

/// A folder of its own for a test.
package enum TemporaryFolder {
    /// Makes an empty folder, lets `body` use it, and takes it away.
    ///
    /// - Throws: What `body` throws, or where the folder cannot be made.
    package static func with<Result: Sendable>(_ body: @Sendable (String) async throws -> Result) async throws
        -> Result
    {
        let path = NSTemporaryDirectory() + "autoarr-test-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(path)
    }
}
