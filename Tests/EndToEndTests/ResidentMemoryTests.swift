internal import AutoArrApp
internal import Foundation
internal import Testing

struct ResidentMemoryTests {
    @Test func `gives pages of code back, and they come again when they are needed`() throws {
        // Touches a good part of the program and of Foundation.
        let words = (0..<1000).map { "\($0) \(Date(timeIntervalSince1970: Double($0)).formatted(.iso8601))" }
        let before = try #require(ResidentMemory.bytes())
        ResidentMemory.release()
        let after = try #require(ResidentMemory.bytes())
        #expect(after < before)
        #expect(words == (0..<1000).map { "\($0) \(Date(timeIntervalSince1970: Double($0)).formatted(.iso8601))" })
    }
}
